import { background, chan, type Channel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { queues, rounds } from './inputs.ts';

export const tracer = tracerFor('coffee-bar');
const meter = meterFor('coffee-bar');

export interface Queue {
  readonly name: string;
  readonly orders: Channel<string>;
}

/** Every queue, each so full that it never runs dry today. */
export const open: readonly Queue[] = queues.map((name) => ({
  name,
  orders: chan<string>(rounds),
}));

export const selections = meter.createCounter(
  'lab.select.selections',
  {
    description: 'Which case a select took',
    unit: '{selection}',
  },
);

// What is really in the queues, asked when the run is over.
meter
  .createObservableUpDownCounter('lab.channel.queue.size', {
    description: 'Items that were sent and not yet received',
    unit: '{item}',
  })
  .addCallback((result) => {
    for (const { name, orders } of open) {
      result.observe(orders.length, { 'lab.channel.name': name });
    }
  });

await inSpan(background(), tracer, 'take orders', async (_, span) => {
  for (const { name, orders } of open) {
    for (let n = 1; n <= rounds; n += 1) {
      await orders.send(`${name} ${n}`);
    }
  }
  span.setAttribute('lab.order.count', open.length * rounds);
});
