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
}

const tracer = tracerFor('coffee-bar');
const orders = chan<Envelope>(capacity);
let lastSender: SpanContext | undefined;
const attributes = {
  'lab.channel.name': 'orders',
  'lab.channel.capacity': capacity,
};

async function takeOrders(ctx: Context): Promise<void> {
  for (const drink of drinks) {
    const send = (_: Context, span: Span) => {
      lastSender = span.spanContext();
      return orders.send({ drink });
    };
    await inSpan(ctx, tracer, 'send orders', send, { attributes });
  }
  orders.close();
}

async function makeDrinks(ctx: Context): Promise<void> {
  for await (const order of orders) {
    const links = lastSender ? [{ context: lastSender }] : [];
    const options = { attributes, links };
    tracer.startSpan('receive orders', options, ctx).end();
    await sleep(25); // the work
    console.log(`made ${order.drink}`);
  }
}

const bar = new WaitGroup();
bar.go(() => inSpan(background(), tracer, 'take orders', takeOrders));
bar.go(() => inSpan(background(), tracer, 'make drinks', makeDrinks));
await bar.wait();
