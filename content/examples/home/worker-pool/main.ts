import { background, chan, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('reports');
const jobs = chan<number>();
const workers = new WaitGroup();

const work = (ctx: Context, id: number, ms: number) =>
  inSpan(ctx, tracer, 'process report', async (_, span) => {
    span.setAttribute('lab.worker.id', id);
    await sleep(ms);
  });

await inSpan(background(), tracer, 'pool', async (ctx) => {
  for (let id = 1; id <= 3; id++) {
    workers.go(async () => {
      // A job goes to whichever worker is free.
      for await (const ms of jobs) await work(ctx, id, ms);
    });
  }
  const reports = [30, 20, 45, 15, 25, 40, 20];
  for (const ms of reports) await jobs.send(ms);
  jobs.close();
  await workers.wait();
});
