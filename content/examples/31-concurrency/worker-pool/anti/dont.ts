import { background, WaitGroup } from 'csp';
import { inSpan } from 'telemetry';
import { guests, make, orders, tracer } from './shop.ts';

/** One span for the whole life of the worker, above all jobs. */
async function work(worker: number): Promise<void> {
  await inSpan(background(), tracer, 'worker', async (ctx, span) => {
    span.setAttribute('lab.worker.id', worker);
    for await (const order of orders) {
      const attributes = { 'lab.job.id': order.id };
      await inSpan(ctx, tracer, 'process order', () => make(order), {
        attributes,
      });
    }
  });
}

const bar = new WaitGroup();
bar.go(() => work(1));
await guests();
await bar.wait();
