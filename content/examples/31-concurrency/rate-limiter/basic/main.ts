import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { tokenBucket } from './bucket.ts';
import { requests, waiting } from './instruments.ts';

const tracer = tracerFor('coffee-bar');
const bucket = tokenBucket(10, 5);

/** Goes on when there is a token. A span only if that takes time. */
async function token(ctx: Context): Promise<void> {
  const ms = bucket.reserve();
  const decision = ms === 0 ? 'allowed' : 'delayed';
  requests.add(1, { 'lab.rate_limit.decision': decision });
  waiting.record(ms / 1_000);
  const wait = (): Promise<void> => sleep(ms, ctx);
  if (ms > 0) await inSpan(ctx, tracer, 'wait', wait);
}

async function order(ctx: Context): Promise<void> {
  await token(ctx);
  await sleep(20); // the work
}

// Sixteen guests, one every 40 ms.
const bar = new WaitGroup();
for (let n = 1; n <= 16; n += 1) {
  bar.go(() => inSpan(background(), tracer, 'order', order));
  await sleep(40);
}
await bar.wait();
