import type { Span, SpanContext } from '@opentelemetry/api';
import { background, chan, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { capacity, drinks } from './inputs.ts';

/** What travels from one task to the other. */
interface Envelope {
  readonly drink: string;
  readonly sender: SpanContext;
}

const tracer = tracerFor('coffee-bar');
const orders = chan<Envelope>(capacity);
const attributes = {
  'lab.channel.name': 'orders',
  'lab.channel.capacity': capacity,
};

async function takeOrders(ctx: Context): Promise<void> {
  for (const drink of drinks) {
    const send = (_: Context, span: Span) =>
      orders.send({ drink, sender: span.spanContext() });
    await inSpan(ctx, tracer, 'send orders', send, { attributes });
  }
  orders.close();
}

async function makeDrinks(ctx: Context): Promise<void> {
  for await (const order of orders) {
    const options = {
      attributes,
      links: [{ context: order.sender }],
    };
    tracer.startSpan('receive orders', options, ctx).end();
    await sleep(25); // the work
    console.log(`made ${order.drink}`);
  }
}

const bar = new WaitGroup();
bar.go(() => inSpan(background(), tracer, 'take orders', takeOrders));
bar.go(() => inSpan(background(), tracer, 'make drinks', makeDrinks));
await bar.wait();
