import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';

const tracer = tracerFor('coffee-bar');
const meter = meterFor('coffee-bar');
const waiting = meter.createUpDownCounter('lab.queue.size', {
  description: 'Guests in the queue',
  unit: '{guest}',
});

/** Thirty guests come at once, and are served one a second. */
async function rush(ctx: Context): Promise<void> {
  waiting.add(30);
  for (let n = 0; n < 30; n += 1) {
    await sleep(1_000, ctx);
    waiting.add(-1);
  }
}

// Three times a rush. Metrics are collected every 60 s.
for (let minute = 0; minute < 3; minute += 1) {
  await sleep(15_000);
  await inSpan(background(), tracer, 'rush', rush);
  await sleep(14_000);
}
