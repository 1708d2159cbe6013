import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { workerPool } from './pool.ts';

class Burnt extends Error {
  override readonly name = 'burnt';
}

const tracer = tracerFor('roastery');
const drums = workerPool(tracer, { workers: 3, room: 4 });
const seconds = [35, 45, 55, 35, 45, 55, 35, 45, 55];

async function roast(batch: number, s: number): Promise<void> {
  await sleep(s * 1_000); // the work
  if (batch === 5) throw new Burnt('batch 5 is charcoal');
  console.log(`batch ${batch} is ready`);
}

async function prepare(ctx: Context): Promise<void> {
  for (const [index, s] of seconds.entries()) {
    const batch = index + 1;
    const run = (): Promise<void> => roast(batch, s);
    await drums.submit(ctx, { id: `b${batch}`, type: 'roast', run });
  }
  await drums.finish();
}

await inSpan(background(), tracer, 'prepare opening', prepare);
