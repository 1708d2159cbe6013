import type { Span, SpanContext } from '@opentelemetry/api';
import {
  background,
  chan,
  sleep,
  WaitGroup,
  type Context,
} from 'csp';
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
  const sendAll = async (_: Context, span: Span): Promise<void> => {
    const sender = span.spanContext();
    for (const drink of drinks) await orders.send({ drink, sender });
  };
  await inSpan(ctx, tracer, 'send orders', sendAll, { attributes });
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
