import { background, sleep, WaitGroup, withTimeout } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { tokenBucket } from './bucket.ts';

const tracer = tracerFor('coffee-bar');
const bucket = tokenBucket(1, 5);

async function token(ctx: Context): Promise<void> {
  const deadline = ctx.deadline()?.getTime() ?? Infinity;
  const ms = bucket.reserve(deadline - Date.now());
  const wait = (): Promise<void> => sleep(ms, ctx);
  if (ms > 0) await inSpan(ctx, tracer, 'wait', wait);
}

async function order(ctx: Context): Promise<void> {
  await token(ctx);
  await sleep(20); // the work
}

async function guest(name: string, ctx: Context): Promise<void> {
  try {
    await inSpan(ctx, tracer, 'order', order);
  } catch (error) {
    console.log(`${name}: ${error}`);
  }
}

const [hurry, cancel] = withTimeout(background(), 100);
const bar = new WaitGroup();
bar.go(() => guest('the first', background()));
bar.go(() => guest('one in a hurry', hurry));
bar.go(() => guest('one with time', background()));
await bar.wait();
cancel();
