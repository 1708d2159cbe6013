import { chan, go, recv, select, send, sleep } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { tracerFor } from 'telemetry';

export const tracer = tracerFor('warehouse');

/**
 * Weighs a sack every `ms` milliseconds for as long as the context
 * lives. When it ends the scale stops; it does not close anything.
 */
export function scale(
  ctx: Context,
  ms: number,
): ReceiveChannel<number> {
  const out = chan<number>();
  go(async () => {
    for (let kg = 60; ; kg += 1) {
      await sleep(ms);
      const turn = await select({
        sack: send(out, kg),
        quit: recv(ctx.done),
      });
      if (turn.case === 'quit') return;
    }
  });
  return out;
}
