import { background, chan, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan } from 'telemetry';
import { orders, workers } from './inputs.ts';
import { duration, tracer } from './shop.ts';

interface Job {
  readonly id: string;
  readonly drink: string;
  /** The context of the submit span. */
  readonly ctx: Context;
}

const queue = chan<Job>(orders.length);
const make = (): Promise<void> => sleep(25);

async function submit(
  ctx: Context,
  job: Omit<Job, 'ctx'>,
): Promise<void> {
  const attributes = {
    'lab.job.id': job.id,
    'lab.job.type': job.drink,
  };
  const send = (inner: Context): Promise<void> =>
    queue.send({ ...job, ctx: inner });
  await inSpan(ctx, tracer, 'submit', send, { attributes });
}

async function work(): Promise<void> {
  for await (const { id, drink, ctx } of queue) {
    bar.go(() => process(id, drink, ctx));
  }
}

/** In a task of its own, so that the worker is free at once. */
async function process(id: string, drink: string, ctx: Context) {
  const attributes = { 'lab.job.id': id, 'lab.job.type': drink };
  const start = performance.now();
  await inSpan(ctx, tracer, 'process order', make, {
    attributes,
  });
  duration.record((performance.now() - start) / 1_000, {
    'lab.job.type': drink,
  });
}

const bar = new WaitGroup();
for (let n = 1; n <= workers; n += 1) bar.go(work);

for (const [index, drink] of orders.entries()) {
  await sleep(5); // the next guest
  await inSpan(background(), tracer, 'take order', (ctx) =>
    submit(ctx, { id: `o${index + 1}`, drink }),
  );
}
queue.close();
await bar.wait();
