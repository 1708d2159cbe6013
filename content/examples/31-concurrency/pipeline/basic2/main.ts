import { background, chan, go } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { steps, work, type Step } from './steps.ts';

const tracer = tracerFor('coffee-bar');

/** A task that does one step for whatever comes in. */
function stage(
  ctx: Context,
  step: Step,
  input: ReceiveChannel<number>,
): ReceiveChannel<number> {
  const output = chan<number>(1);
  go(async () => {
    for await (const item of input) {
      await work(ctx, tracer, step, item);
      await output.send(item); // waits while the next is behind
    }
    output.close();
  });
  return output;
}

function orders(count: number): ReceiveChannel<number> {
  const output = chan<number>();
  go(async () => {
    for (let n = 0; n < count; n += 1) await output.send(n);
    output.close();
  });
  return output;
}

await inSpan(
  background(),
  tracer,
  'pipeline drinks',
  async (ctx) => {
    let drinks = orders(5);
    for (const step of steps) drinks = stage(ctx, step, drinks);
    for await (const item of drinks) console.log(`served ${item}`);
  },
  { attributes: { 'lab.pipeline.name': 'drinks' } },
);
