import type { Attributes, Tracer } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { chan, WaitGroup, type Context } from 'csp';
import { inSpan } from 'telemetry';
import { active, duration, size } from './instruments.ts';

export interface Job {
  readonly id: string;
  readonly type: string;
  readonly run: (ctx: Context) => Promise<void>;
}

/** What waits: the job, and the context of its submit span. */
interface Waiting {
  readonly ctx: Context;
  readonly job: Job;
}

/** So many workers, and a queue with room for so many jobs. */
export function workerPool(
  tracer: Tracer,
  { workers, room }: { workers: number; room: number },
) {
  const queue = chan<Waiting>(room);
  const staff = new WaitGroup();
  for (let id = 1; id <= workers; id += 1) staff.go(() => work(id));

  async function submit(ctx: Context, job: Job): Promise<void> {
    const attributes = { 'lab.job.id': job.id };
    const wait = async (inner: Context): Promise<void> => {
      size.add(1);
      await queue.send({ ctx: inner, job });
    };
    await inSpan(ctx, tracer, 'submit', wait, { attributes });
  }

  async function work(worker: number): Promise<void> {
    for await (const { ctx, job } of queue) {
      size.add(-1);
      active.add(1);
      await process(ctx, job, worker);
      active.add(-1);
    }
  }

  async function process(ctx: Context, job: Job, worker: number) {
    const name = `process ${job.type}`;
    const attributes = {
      'lab.job.id': job.id,
      'lab.worker.id': worker,
    };
    const start = performance.now();
    const failure: Attributes = {};
    try {
      await inSpan(ctx, tracer, name, job.run, { attributes });
    } catch (error) {
      // The span has recorded it. The worker goes on.
      failure[ATTR_ERROR_TYPE] =
        error instanceof Error ? error.name : '_OTHER';
    }
    duration.record((performance.now() - start) / 1_000, failure);
  }

  /** No more jobs; waits until those that there are have ended. */
  async function finish(): Promise<void> {
    queue.close();
    await staff.wait();
  }

  return { submit, finish };
}
