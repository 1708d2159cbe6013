/** The two kinds of call that the sample is made of, with the attributes that their conventions ask for. */
import {
  ATTR_DB_COLLECTION_NAME,
  ATTR_DB_NAMESPACE,
  ATTR_DB_OPERATION_NAME,
  ATTR_DB_QUERY_SUMMARY,
  ATTR_DB_QUERY_TEXT,
  ATTR_DB_SYSTEM_NAME,
  ATTR_ERROR_TYPE,
  ATTR_HTTP_REQUEST_METHOD,
  ATTR_HTTP_REQUEST_RESEND_COUNT,
  ATTR_HTTP_RESPONSE_STATUS_CODE,
  ATTR_HTTP_ROUTE,
  ATTR_SERVER_ADDRESS,
  ATTR_SERVER_PORT,
  ATTR_URL_FULL,
  ATTR_URL_PATH,
  ATTR_URL_SCHEME,
} from '@opentelemetry/semantic-conventions';
import type { Span } from '../../otlp/telemetry.ts';
import type { Service, Story, Values } from './sample-telemetry.ts';

/** Name and version of what calls over HTTP are instrumented with. */
export const HTTP = ['go.opentelemetry.io/contrib/instrumentation/net/http/otelhttp', '0.71.0'] as const;

/** The same of queries. */
export const SQL = ['lab/sql', '0.3.0'] as const;

export interface CallPlan {
  readonly method: string;
  readonly host: string;
  readonly path: string;
  readonly route: string;
  readonly start: number;
  readonly end: number;
  readonly status: number;
  /** The server's own status message. */
  readonly failed?: string;
  readonly resend?: number;
}

export interface QueryPlan {
  readonly operation: string;
  readonly table: string;
  readonly sql: string;
  readonly start: number;
  readonly end: number;
  readonly values?: Values;
}

/** A call over HTTP: the client's span in one service, and in it the server's in another. */
export function call(
  story: Story,

  from: Service,
  to: Service,
  parent: Span,
  plan: CallPlan,
): { readonly client: Span; readonly server: Span } {
  const { method, host, path, route, start, end, status, failed, resend } = plan;
  const bad: Values = status >= 500 ? { [ATTR_ERROR_TYPE]: String(status) } : {};
  const client = story.span({
    service: from,
    scope: from.scope(...HTTP),
    name: method,
    kind: 'client',
    start,
    end,
    parent,
    values: {
      [ATTR_HTTP_REQUEST_METHOD]: method,
      [ATTR_URL_FULL]: `http://${host}:8080${path}`,
      [ATTR_SERVER_ADDRESS]: host,
      [ATTR_SERVER_PORT]: 8080,
      [ATTR_HTTP_RESPONSE_STATUS_CODE]: status,
      ...(resend === undefined ? {} : { [ATTR_HTTP_REQUEST_RESEND_COUNT]: resend }),
      ...bad,
    },
    // A client's 4xx and 5xx are errors of the call; what went wrong is the server's to say.
    ...(status >= 400 ? { failed: '' } : {}),
  });
  const server = story.span({
    service: to,
    scope: to.scope(...HTTP),
    name: `${method} ${route}`,
    kind: 'server',
    start: start + 0.9,
    end: end - 0.7,
    parent: client,
    values: {
      [ATTR_HTTP_REQUEST_METHOD]: method,
      [ATTR_HTTP_ROUTE]: route,
      [ATTR_URL_PATH]: path,
      [ATTR_URL_SCHEME]: 'http',
      [ATTR_SERVER_ADDRESS]: host,
      [ATTR_HTTP_RESPONSE_STATUS_CODE]: status,
      ...bad,
    },
    ...(failed === undefined ? {} : { failed }),
  });
  return { client, server };
}

/** A query of a database, as its client sees it. */
export function query(story: Story, owner: Service, parent: Span, plan: QueryPlan): Span {
  const { operation, table, sql, start, end, values } = plan;
  return story.span({
    service: owner,
    scope: owner.scope(...SQL),
    name: `${operation} ${table}`,
    kind: 'client',
    start,
    end,
    parent,
    values: {
      [ATTR_DB_SYSTEM_NAME]: 'postgresql',
      [ATTR_DB_NAMESPACE]: 'shop',
      [ATTR_DB_COLLECTION_NAME]: table,
      [ATTR_DB_OPERATION_NAME]: operation,
      [ATTR_DB_QUERY_SUMMARY]: `${operation} ${table}`,
      [ATTR_DB_QUERY_TEXT]: sql,
      ...values,
    },
  });
}
