import { background, isError, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { stopped, workerPool, type Mode } from './pool.ts';

const tracer = tracerFor('coffee-bar');
const work = (): Promise<void> => sleep(25);

/** Seven orders, two baristas; after 20 ms the fire alarm. */
async function shift(ctx: Context, mode: Mode): Promise<void> {
  const pool = workerPool(tracer, { workers: 2, room: 4 });
  const guests = new WaitGroup();
  for (let n = 1; n <= 7; n += 1) {
    const job = { id: `o${n}`, type: 'order', run: work };
    guests.go(async () => {
      try {
        await pool.submit(ctx, job);
      } catch (error) {
        if (!isError(error, stopped)) throw error;
        console.log(`${mode}: ${job.id} is sent away`);
      }
    });
  }
  await sleep(20);
  await pool.stop(mode);
  await guests.wait();
}

for (const mode of ['drain', 'drop'] as const) {
  const attributes = { 'lab.worker_pool.stop.mode': mode };
  const run = (ctx: Context): Promise<void> => shift(ctx, mode);
  await inSpan(background(), tracer, 'shift', run, { attributes });
}
