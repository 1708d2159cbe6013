import {
  defaultTextMapSetter,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { withSpan, type Context } from 'csp';
import { NetworkError, type Network } from 'network';
import { tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');
const w3c = new W3CTraceContextPropagator();

/** Asks another service, in a span of its own. */
export async function get(
  ctx: Context,
  network: Network,
  to: string,
) {
  const { hostname, port } = new URL(to);
  const attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: 'GET',
    [semconv.ATTR_SERVER_ADDRESS]: hostname,
    [semconv.ATTR_SERVER_PORT]: Number(port),
    [semconv.ATTR_URL_FULL]: to,
  };
  const kind = SpanKind.CLIENT;
  const span = tracer.startSpan('GET', { kind, attributes }, ctx);
  const fail = (type: string) => {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(semconv.ATTR_ERROR_TYPE, type);
  };
  const headers: Record<string, string> = {};
  w3c.inject(withSpan(ctx, span), headers, defaultTextMapSetter);
  const { signal } = ctx;
  try {
    const response = await network.fetch(to, { headers, signal });
    const code = response.status;
    span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, code);
    if (code >= 400) fail(String(code)); // for a client, 4xx too
    return response;
  } catch (error) {
    fail(typeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** What there is to count: the reason below the TypeError. */
function typeOf(error: unknown): string {
  if (!(error instanceof Error)) return '_OTHER';
  const { cause, name } = error;
  return cause instanceof NetworkError ? cause.code : name;
}
