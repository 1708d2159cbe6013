import { background, chan, go, recv, select, send } from 'csp';
import { sleep, withCancel } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan } from 'telemetry';
import { scale, tracer } from './scales.ts';

type Source = ReceiveChannel<number>;

function merge(ctx: Context, sources: readonly Source[]): Source {
  const merged = chan<number>();
  for (const source of sources) {
    const forward = async (): Promise<void> => {
      const quit = recv(ctx.done);
      for (;;) {
        const kg = await select({ sack: recv(source), quit });
        if (!kg.ok) return; // closed, or called off
        const sack = send(merged, kg.value);
        const sent = await select({ sack, quit });
        if (sent.case === 'quit') return;
      }
    };
    go(() => inSpan(ctx, tracer, 'fan-in', forward));
  }
  return merged;
}

const [shift, stop] = withCancel(background());
await inSpan(shift, tracer, 'weigh sacks', async (ctx) => {
  const sacks = merge(ctx, [scale(ctx, 10), scale(ctx, 15)]);
  for (let n = 1; n <= 5; n += 1) {
    console.log(`${(await sacks.receive()).value} kg`);
  }
  stop();
  await sleep(20); // time for everybody to go home
});
