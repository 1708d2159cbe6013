import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import {
  ATTR_ERROR_TYPE,
  ATTR_HTTP_ROUTE,
} from '@opentelemetry/semantic-conventions';
import { background } from 'csp';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { tracerFor } from 'telemetry';
import { open } from './bar.ts';

const tracer = tracerFor('coffee-bar');
const kind = SpanKind.SERVER;

const traced: MiddlewareHandler = async (c, next) => {
  const { method } = c.req;
  const span = tracer.startSpan(method, { kind }, background());
  await next(); // never throws: Hono makes an answer of an error
  const route = routePath(c, -1); // of all that matched, the last
  span.updateName(`${method} ${route}`);
  span.setAttribute(ATTR_HTTP_ROUTE, route);
  if (c.res.status >= 500) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(ATTR_ERROR_TYPE, String(c.res.status));
  }
  span.end();
};

await open(traced, [
  '/drinks/7',
  '/drinks/8',
  '/drinks/9',
  '/drinks/10',
]);
