import { background, Semaphore, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');
const seats = new Semaphore(3);

async function visit(
  ctx: Context,
  party: number,
  ms: number,
): Promise<void> {
  if (!seats.tryAcquire(party)) {
    const seated = () => seats.acquire(ctx, party);
    await inSpan(ctx, tracer, 'wait', seated);
  }
  try {
    await inSpan(ctx, tracer, 'sit', () => sleep(ms));
  } finally {
    seats.release(party);
  }
}

const parties = [
  { party: 2, ms: 30 },
  { party: 3, ms: 20 },
  { party: 1, ms: 10 },
  { party: 1, ms: 10 },
];
const bar = new WaitGroup();
for (const { party, ms } of parties) {
  const attributes = { 'lab.semaphore.weight': party };
  const come = (ctx: Context) => visit(ctx, party, ms);
  const span = { attributes };
  bar.go(() => inSpan(background(), tracer, 'visit', come, span));
  await sleep(5); // the next party
}
await bar.wait();
