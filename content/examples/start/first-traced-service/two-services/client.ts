import { defaultTextMapSetter, SpanKind } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { withSpan, type Context } from 'csp';
import type { Network } from 'network';
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
  try {
    const headers: Record<string, string> = {};
    w3c.inject(withSpan(ctx, span), headers, defaultTextMapSetter);
    const response = await network.fetch(to, { headers });
    span.setAttribute(
      semconv.ATTR_HTTP_RESPONSE_STATUS_CODE,
      response.status,
    );
    return response;
  } finally {
    span.end();
  }
}
