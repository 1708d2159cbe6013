import { chan, go, sleep } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { buffer, machines, orders } from './inputs.ts';

export const tracer = tracerFor('coffee-bar');

export const attributes = {
  'lab.pipeline.name': 'drinks',
  'lab.channel.capacity': buffer,
  'lab.machine.count': machines,
  'lab.item.count': orders,
};

/** A stage of the pipeline, and how long it takes for a drink. */
export interface Step {
  readonly name: string;
  readonly ms: number;
}

export const grind: Step = { name: 'grind', ms: 10 };
export const brew: Step = { name: 'brew', ms: 60 };
export const serve: Step = { name: 'serve', ms: 5 };

/** Does the work of one stage for one drink, in a span. */
export async function work(
  ctx: Context,
  { name, ms }: Step,
  item: number,
): Promise<void> {
  const pause = (inner: Context): Promise<void> => sleep(ms, inner);
  await inSpan(ctx, tracer, `stage ${name}`, pause, {
    attributes: { 'lab.stage.name': name, 'lab.item.index': item },
  });
}

export function order(): ReceiveChannel<number> {
  const output = chan<number>();
  go(async () => {
    for (let n = 0; n < orders; n += 1) await output.send(n);
    output.close();
  });
  return output;
}
