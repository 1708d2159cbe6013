import {
  SpanKind,
  SpanStatusCode,
  type Attributes,
} from '@opentelemetry/api';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, withSpan, type Context } from 'csp';
import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import { tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';

/** What a handler finds in `c.var`. */
export type Env = { Variables: { ctx: Context } };

const tracer = tracerFor('coffee-bar');
const duration = meterFor('coffee-bar').createHistogram(
  semconv.METRIC_HTTP_SERVER_REQUEST_DURATION,
  {
    unit: 's',
    advice: {
      explicitBucketBoundaries: [
        0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5,
        5, 7.5, 10,
      ],
    },
  },
);

/** A span for each request, and its duration for the metric. */
export const measured: MiddlewareHandler<Env> = async (c, next) => {
  const url = new URL(c.req.url);
  const facts: Attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: c.req.method,
    [semconv.ATTR_URL_SCHEME]: url.protocol.replace(':', ''),
  };
  const path = { [semconv.ATTR_URL_PATH]: url.pathname };
  const span = tracer.startSpan(
    c.req.method,
    { kind: SpanKind.SERVER, attributes: { ...facts, ...path } },
    background(),
  );
  const ctx = withSpan(background(), span);
  c.set('ctx', ctx);
  const start = performance.now();
  await next();

  const route = routePath(c, -1);
  if (route !== '/*') facts[semconv.ATTR_HTTP_ROUTE] = route;
  const code = c.res.status;
  facts[semconv.ATTR_HTTP_RESPONSE_STATUS_CODE] = code;
  if (code >= 500) {
    facts[semconv.ATTR_ERROR_TYPE] = String(code);
    span.setStatus({ code: SpanStatusCode.ERROR });
  }
  const seconds = (performance.now() - start) / 1000;
  duration.record(seconds, facts, ctx); // what the path was: not here
  span.setAttributes(facts);
  if (route !== '/*') span.updateName(`${c.req.method} ${route}`);
  span.end();
};
