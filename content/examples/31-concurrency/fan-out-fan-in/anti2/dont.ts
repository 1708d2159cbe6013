import { background, chan, go, sleep, withCancel } from 'csp';
import type { Context, ReceiveChannel } from 'csp';
import { inSpan } from 'telemetry';
import { scale, tracer } from './scales.ts';

type Source = ReceiveChannel<number>;

function merge(ctx: Context, sources: readonly Source[]): Source {
  const merged = chan<number>();
  for (const source of sources) {
    const forward = async (): Promise<void> => {
      // Until the source is closed.
      for await (const kg of source) await merged.send(kg);
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
