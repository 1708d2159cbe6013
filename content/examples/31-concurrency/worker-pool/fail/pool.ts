import type { Tracer } from '@opentelemetry/api';
import { background, chan, recv, select, send } from 'csp';
import { WaitGroup, withCancel, type Context } from 'csp';
import { inSpan } from 'telemetry';

export interface Job {
  readonly id: string;
  readonly type: string;
  readonly run: (ctx: Context) => Promise<void>;
}

interface Waiting {
  readonly ctx: Context;
  readonly job: Job;
}

/** What becomes of the jobs that wait when the pool stops. */
export type Mode = 'drain' | 'drop';

class Stopped extends Error {
  override readonly name = 'pool_stopped';
}
export const stopped = new Stopped('the pool takes no more jobs');

export function workerPool(
  tracer: Tracer,
  { workers, room }: { workers: number; room: number },
) {
  const queue = chan<Waiting>(room);
  const [open, closeIntake] = withCancel(background());
  const sending = new WaitGroup();
  const staff = new WaitGroup();
  for (let id = 1; id <= workers; id += 1) staff.go(work);

  async function submit(ctx: Context, job: Job): Promise<void> {
    const attributes = { 'lab.job.id': job.id };
    const offer = async (inner: Context): Promise<void> => {
      if (open.err()) throw stopped;
      sending.add();
      const r = await select({
        sent: send(queue, { ctx: inner, job }),
        stop: recv(open.done),
        quit: recv(ctx.done),
      });
      sending.done();
      if (r.case === 'stop') throw stopped;
      if (r.case === 'quit') throw ctx.err();
    };
    await inSpan(ctx, tracer, 'submit', offer, { attributes });
  }

  async function work(): Promise<void> {
    for await (const { ctx, job } of queue) {
      await inSpan(ctx, tracer, `process ${job.type}`, job.run, {
        attributes: { 'lab.job.id': job.id },
      });
    }
  }

  /** A job that nobody begins leaves a span without length. */
  function drop({ ctx, job }: Waiting): void {
    const attributes = {
      'lab.job.id': job.id,
      'lab.job.outcome': 'dropped',
    };
    const name = `process ${job.type}`;
    tracer.startSpan(name, { attributes }, ctx).end();
  }

  async function stop(mode: Mode): Promise<void> {
    closeIntake();
    await sending.wait(); // nobody is left who could send
    queue.close();
    if (mode === 'drop') {
      for await (const waiting of queue) drop(waiting);
    }
    await staff.wait();
  }

  return { submit, stop };
}
