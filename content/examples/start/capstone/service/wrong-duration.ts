import {
  defaultTextMapGetter,
  defaultTextMapSetter,
  SpanKind,
  SpanStatusCode,
  type Attributes,
  type Span,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, fromOtel, withSpan, type Context } from 'csp';
import { Hono } from 'hono';
import { routePath } from 'hono/route';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { meterFor } from 'telemetry/metrics';
import { guests } from './inputs.ts';
import { brew, menu, network, open } from './town.ts';

const tracer = tracerFor('coffee-bar');
const logger = loggerFor('coffee-bar');
const boundaries = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5,
  7.5, 10,
];
const duration = meterFor('coffee-bar').createHistogram(
  semconv.METRIC_HTTP_SERVER_REQUEST_DURATION,
  { unit: 's', advice: { explicitBucketBoundaries: boundaries } },
);
const w3c = new W3CTraceContextPropagator();
const bar = new Hono<{ Variables: { ctx: Context } }>();

bar.use(async (c, next) => {
  const facts: Attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: c.req.method,
    [semconv.ATTR_URL_SCHEME]: 'http',
  };
  const path = { [semconv.ATTR_URL_PATH]: c.req.path };
  const headers = c.req.header();
  const from = fromOtel(
    w3c.extract(background(), headers, defaultTextMapGetter),
  );
  const kind = SpanKind.SERVER;
  const attributes = { ...facts, ...path };
  const options = { kind, attributes };
  const span = tracer.startSpan(c.req.method, options, from);
  const ctx = withSpan(from, span);
  c.set('ctx', ctx);
  const start = performance.now();
  await next();

  const route = routePath(c, -1);
  if (route !== '/*') {
    span.updateName(`${c.req.method} ${route}`);
    facts[semconv.ATTR_HTTP_ROUTE] = route;
  }
  const code = c.res.status;
  facts[semconv.ATTR_HTTP_RESPONSE_STATUS_CODE] = code;
  if (code >= 500) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    facts[semconv.ATTR_ERROR_TYPE] = c.error?.name ?? String(code);
  }
  duration.record(performance.now() - start, facts, ctx);
  span.setAttributes(facts);
  span.end();
});

bar.onError((error, c) => {
  logger.emit({
    eventName: 'exception',
    severityNumber: SeverityNumber.ERROR,
    severityText: 'ERROR',
    attributes: {
      [semconv.ATTR_EXCEPTION_TYPE]: error.name,
      [semconv.ATTR_EXCEPTION_MESSAGE]: error.message,
    },
    context: c.var.ctx,
  });
  return c.text('That did not work.', 500);
});

function charge(ctx: Context, card: string): Promise<number> {
  const url = 'http://bank:9000/charges';
  const attributes = {
    [semconv.ATTR_HTTP_REQUEST_METHOD]: 'POST',
    [semconv.ATTR_SERVER_ADDRESS]: 'bank',
    [semconv.ATTR_SERVER_PORT]: 9000,
    [semconv.ATTR_URL_FULL]: url,
  };
  const body = JSON.stringify({ card });
  const send = async (inner: Context, span: Span) => {
    const headers: Record<string, string> = {};
    w3c.inject(inner, headers, defaultTextMapSetter);
    const options = { method: 'POST', headers, body };
    const { status } = await network.fetch(url, options);
    span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, status);
    if (status >= 400) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute(semconv.ATTR_ERROR_TYPE, String(status));
    }
    return status;
  };
  const kind = SpanKind.CLIENT;
  return inSpan(ctx, tracer, 'POST', send, { kind, attributes });
}

bar.post('/orders/:drink', async (c) => {
  const { ctx } = c.var;
  const drink = c.req.param('drink');
  if (!menu.has(drink)) return c.text('We do not have that.', 404);
  const { card } = await c.req.json<{ card: string }>();
  const paid = await charge(ctx, card);
  if (paid >= 500) return c.text('The bank is closed.', 503);
  if (paid >= 400) return c.text('The card was declined.', 402);
  await inSpan(ctx, tracer, 'make drink', (ctx) => brew(ctx, drink));
  return c.text('Here you are.', 201);
});

await open(bar.fetch, guests);
