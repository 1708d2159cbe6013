import { defaultTextMapGetter, SpanKind } from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, sleep } from 'csp';
import { Hono } from 'hono';
import { tracerFor } from 'telemetry';

const tracer = tracerFor('bank');
const w3c = new W3CTraceContextPropagator();

/** What the bank says to a card, by its first digit. */
const ANSWERS = new Map<string, 201 | 402 | 503>([
  ['4', 201],
  ['5', 402], // declined
  ['9', 503], // the bank is closed
]);

/** Another company's service. It is traced, and reads traceparent. */
export const bank = new Hono();

bank.post('/charges', async (c) => {
  const headers = c.req.header();
  const ctx = w3c.extract(
    background(),
    headers,
    defaultTextMapGetter,
  );
  const span = tracer.startSpan(
    'POST /charges',
    {
      kind: SpanKind.SERVER,
      attributes: {
        [semconv.ATTR_HTTP_REQUEST_METHOD]: 'POST',
        [semconv.ATTR_URL_SCHEME]: 'http',
        [semconv.ATTR_URL_PATH]: '/charges',
        [semconv.ATTR_HTTP_ROUTE]: '/charges',
      },
    },
    ctx,
  );
  const { card } = await c.req.json<{ card: string }>();
  await sleep(20);
  const code = ANSWERS.get(card.slice(0, 1)) ?? 402;
  span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, code);
  if (code >= 500) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(semconv.ATTR_ERROR_TYPE, String(code));
  }
  span.end();
  return c.text('', code);
});
