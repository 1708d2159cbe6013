import {
  chan,
  go,
  sleep,
  withCancel,
  background,
  type Context,
} from 'csp';
import { inSpan, tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');

/** Three ways to order, and on each of them one order waits. */
export const counter = await holding('espresso');
export const phone = await holding('mocha');
export const app = await holding('tea');

async function holding(drink: string) {
  const queue = chan<string>(1);
  await queue.send(drink);
  return queue;
}

/** The bar is open for 100 ms. */
const [open, close] = withCancel(background());
export const openingHours: Context = open;
go(async () => {
  await sleep(100);
  close();
});

/** A span for an order that has been received. */
export function received(
  ctx: Context,
  queue: string,
  startTime: number,
): void {
  const attributes = { 'lab.channel.name': queue };
  const options = { attributes, startTime };
  tracer.startSpan(`receive ${queue}`, options, ctx).end();
}

export async function make(
  ctx: Context,
  drink: string,
): Promise<void> {
  await inSpan(ctx, tracer, 'make drink', async () => {
    await sleep(25); // the work
    console.log(`made ${drink}`);
  });
}
