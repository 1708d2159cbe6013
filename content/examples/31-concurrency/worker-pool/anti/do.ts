import { WaitGroup } from 'csp';
import { inSpan } from 'telemetry';
import { guests, make, orders, tracer } from './shop.ts';

/** The worker has no span. It lends its hands to each order. */
async function work(worker: number): Promise<void> {
  for await (const order of orders) {
    const attributes = {
      'lab.job.id': order.id,
      'lab.worker.id': worker,
    };
    const run = (): Promise<void> => make(order);
    await inSpan(order.ctx, tracer, 'process order', run, {
      attributes,
    });
  }
}

const bar = new WaitGroup();
bar.go(() => work(1));
await guests();
await bar.wait();
