import { defaultTextMapSetter, SpanKind } from '@opentelemetry/api';
import { SpanStatusCode } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import * as semconv from '@opentelemetry/semantic-conventions';
import { background, sleep, WaitGroup, withSpan } from 'csp';
import type { Context } from 'csp';
import { Network, type Handler } from 'network';
import { inSpan, tracerFor } from 'telemetry';
import { bank } from './bank.ts';
import type { guests as Guests } from './inputs.ts';

type Guest = (typeof Guests)[number];

const tracer = tracerFor('street');
const w3c = new W3CTraceContextPropagator();

/** Everything goes through it. The bank listens on bank:9000. */
export const network = new Network({ latencyMs: 5 });
network.listen('bank:9000', bank.fetch);

/** What can be ordered, and how long it takes, in ms. */
export const menu = new Map([
  ['espresso', 30],
  ['tea', 20],
  ['mocha', 80],
  ['frappe', 60],
]);

class NoIceError extends Error {
  override readonly name = 'NoIceError';
}

/** Makes a drink of the menu. A frappe needs ice. */
export async function brew(ctx: Context, drink: string) {
  await sleep(menu.get(drink) ?? 0, ctx);
  if (drink === 'frappe') throw new NoIceError('the ice has melted');
}

/** Lets the bar listen on bar:8080, and the guests come. */
export async function open(bar: Handler, guests: Guest[]) {
  network.listen('bar:8080', bar);
  await inSpan(background(), tracer, 'morning', async (ctx) => {
    const all = new WaitGroup();
    for (const guest of guests) all.go(() => visit(ctx, guest));
    await all.wait();
  });
}

async function visit(ctx: Context, { atMs, drink, card }: Guest) {
  await sleep(atMs);
  const url = `http://bar:8080/orders/${drink}`;
  const span = tracer.startSpan(
    'POST',
    {
      kind: SpanKind.CLIENT,
      attributes: {
        [semconv.ATTR_HTTP_REQUEST_METHOD]: 'POST',
        [semconv.ATTR_SERVER_ADDRESS]: 'bar',
        [semconv.ATTR_SERVER_PORT]: 8080,
        [semconv.ATTR_URL_FULL]: url,
        'lab.drink': drink,
        'lab.card': card,
      },
    },
    ctx,
  );
  const headers: Record<string, string> = {};
  w3c.inject(withSpan(ctx, span), headers, defaultTextMapSetter);
  const body = JSON.stringify({ card });
  const options = { method: 'POST', headers, body };
  const { status } = await network.fetch(url, options);
  console.log(`${drink} → ${status}`);
  span.setAttribute(semconv.ATTR_HTTP_RESPONSE_STATUS_CODE, status);
  if (status >= 400) {
    span.setStatus({ code: SpanStatusCode.ERROR });
    span.setAttribute(semconv.ATTR_ERROR_TYPE, String(status));
  }
  span.end();
}
