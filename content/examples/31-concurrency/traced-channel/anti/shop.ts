import type { SpanContext } from '@opentelemetry/api';
import { background, chan } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');

export const attributes = {
  'lab.channel.name': 'orders',
  'lab.channel.capacity': 3,
};

/** What travels: the drink, and the span that sent it. */
interface Order {
  readonly drink: string;
  readonly sender: SpanContext;
}

export const orders = chan<Order>(3);

/** Three customers, then the door is closed. */
export async function takeOrders(): Promise<void> {
  await inSpan(background(), tracer, 'take orders', async (ctx) => {
    for (const drink of ['espresso', 'mocha', 'tea']) {
      await inSpan(
        ctx,
        tracer,
        'send orders',
        (_, span) =>
          orders.send({ drink, sender: span.spanContext() }),
        { attributes },
      );
    }
    orders.close();
  });
}
