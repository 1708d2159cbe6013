import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { background } from 'csp';
import type { MiddlewareHandler } from 'hono';
import { tracerFor } from 'telemetry';
import { open } from './bar.ts';

const tracer = tracerFor('coffee-bar');
const kind = SpanKind.SERVER;

const traced: MiddlewareHandler = async (c, next) => {
  const name = `${c.req.method} ${c.req.path}`;
  const span = tracer.startSpan(name, { kind }, background());
  try {
    await next();
  } catch (error) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
};

await open(traced, [
  '/drinks/7',
  '/drinks/8',
  '/drinks/9',
  '/drinks/10',
]);
