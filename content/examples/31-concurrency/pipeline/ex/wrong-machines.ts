import { background, chan, go, WaitGroup } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan } from 'telemetry';
import { buffer } from './inputs.ts';
import { attributes, order, tracer, work } from './steps.ts';
import { brew, grind, serve, type Step } from './steps.ts';

function stage(
  ctx: Context,
  step: Step,
  input: ReceiveChannel<number>,
  wide = false,
): ReceiveChannel<number> {
  const output = chan<number>(buffer);
  const workers = new WaitGroup();
  const handle = async (item: number): Promise<void> => {
    await work(ctx, step, item);
    await output.send(item);
  };
  go(async () => {
    for await (const item of input) {
      if (wide) workers.go(() => handle(item));
      else await handle(item);
    }
    await workers.wait();
    output.close();
  });
  return output;
}

async function pipeline(ctx: Context): Promise<void> {
  const ground = stage(ctx, grind, order());
  const brewed = stage(ctx, brew, ground, true);
  const served = stage(ctx, serve, brewed);
  for await (const item of served) console.log(`served ${item}`);
}

const name = 'pipeline drinks';
await inSpan(background(), tracer, name, pipeline, { attributes });
