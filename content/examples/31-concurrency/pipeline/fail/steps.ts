import { chan, recv, select, send, sleep } from 'csp';
import type { Channel, Context, ReceiveChannel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');

/** Its name becomes the error.type of the spans that it ends. */
export class OutOfWater extends Error {
  override readonly name = 'OutOfWater';
}

export type Work = (ctx: Context) => Promise<void>;

/** Five orders, ready to be taken. */
export async function orders(): Promise<ReceiveChannel<number>> {
  const queue = chan<number>(5);
  for (let n = 0; n < 5; n += 1) await queue.send(n);
  queue.close();
  return queue;
}

/** Works until the input is closed or the context ends. */
export async function stage(
  ctx: Context,
  name: string,
  work: Work,
  input: ReceiveChannel<number>,
  output: Channel<number>,
): Promise<void> {
  const quit = recv(ctx.done);
  try {
    for (;;) {
      const next = await select({ item: recv(input), quit });
      if (!next.ok) return;
      const item = next.value;
      const attributes = {
        'lab.pipeline.name': 'drinks',
        'lab.stage.name': name,
        'lab.item.index': item,
      };
      const span = `stage ${name}`;
      await inSpan(ctx, tracer, span, work, { attributes });
      const r = await select({ sent: send(output, item), quit });
      if (r.case === 'quit') return;
    }
  } finally {
    output.close();
  }
}

export async function grind(ctx: Context): Promise<void> {
  await sleep(10, ctx);
}

export async function serve(ctx: Context): Promise<void> {
  await sleep(5, ctx);
}
