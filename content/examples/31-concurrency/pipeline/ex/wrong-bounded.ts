import { background, chan, go, WaitGroup } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan } from 'telemetry';
import { machines, orders } from './inputs.ts';
import { attributes, order, tracer, work } from './steps.ts';
import { brew, grind, serve, type Step } from './steps.ts';

function stage(
  ctx: Context,
  step: Step,
  input: ReceiveChannel<number>,
  width = 1,
): ReceiveChannel<number> {
  const output = chan<number>(orders);
  const workers = new WaitGroup();
  for (let n = 0; n < width; n += 1) {
    workers.go(async () => {
      for await (const item of input) {
        await work(ctx, step, item);
        await output.send(item);
      }
    });
  }
  go(async () => {
    await workers.wait(); // the last one to leave closes
    output.close();
  });
  return output;
}

async function pipeline(ctx: Context): Promise<void> {
  const ground = stage(ctx, grind, order());
  const brewed = stage(ctx, brew, ground, machines);
  const served = stage(ctx, serve, brewed);
  for await (const item of served) console.log(`served ${item}`);
}

const name = 'pipeline drinks';
await inSpan(background(), tracer, name, pipeline, { attributes });
