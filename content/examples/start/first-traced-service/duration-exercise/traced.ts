import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, withSpan, type Context } from 'csp';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { tracerFor } from 'telemetry';

/** What a handler finds in `c.var`. */
export type Env = { Variables: { ctx: Context } };

const tracer = tracerFor('coffee-bar');

/** A span for each request, and a context for its handler. */
export const traced: MiddlewareHandler<Env> = async (c, next) => {
  const { method } = c.req;
  const url = new URL(c.req.url);
  const attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: method,
    [semconv.ATTR_URL_SCHEME]: url.protocol.replace(':', ''),
    [semconv.ATTR_URL_PATH]: url.pathname,
  };
  const kind = SpanKind.SERVER;
  const ctx = background();
  const span = tracer.startSpan(method, { kind, attributes }, ctx);
  c.set('ctx', withSpan(ctx, span));
  await next();

  const route = routePath(c, -1);
  if (route !== '/*') {
    // that is this middleware's own
    span.updateName(`${method} ${route}`);
    span.setAttribute(semconv.ATTR_HTTP_ROUTE, route);
  }
  const code = c.res.status;
  span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, code);
  if (code >= 500) {
    const type = c.error?.name ?? String(code);
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(semconv.ATTR_ERROR_TYPE, type);
  }
  span.end();
};
