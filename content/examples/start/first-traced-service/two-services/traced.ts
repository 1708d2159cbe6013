import {
  defaultTextMapGetter,
  SpanKind,
  SpanStatusCode,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, fromOtel, withSpan, type Context } from 'csp';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { tracerFor } from 'telemetry';

/** What a handler finds in `c.var`. */
export type Env = { Variables: { ctx: Context } };

const w3c = new W3CTraceContextPropagator();

/** A span for each request to a service, below its caller's. */
export function traced(service: string): MiddlewareHandler<Env> {
  const tracer = tracerFor(service);
  return async (c, next) => {
    const { method } = c.req;
    const url = new URL(c.req.url);
    const attributes = {
      [semconv.ATTR_HTTP_REQUEST_METHOD]: method,
      [semconv.ATTR_URL_SCHEME]: url.protocol.replace(':', ''),
      [semconv.ATTR_URL_PATH]: url.pathname,
    };
    const headers = c.req.header(); // traceparent among them
    const get = defaultTextMapGetter;
    const ctx = fromOtel(w3c.extract(background(), headers, get));
    const kind = SpanKind.SERVER;
    const span = tracer.startSpan(method, { kind, attributes }, ctx);
    c.set('ctx', withSpan(ctx, span));
    await next();

    const route = routePath(c, -1);
    if (route !== '/*') {
      span.updateName(`${method} ${route}`);
      span.setAttribute(semconv.ATTR_HTTP_ROUTE, route);
    }
    const code = c.res.status;
    span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, code);
    if (code >= 500) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute(semconv.ATTR_ERROR_TYPE, String(code));
    }
    span.end();
  };
}
