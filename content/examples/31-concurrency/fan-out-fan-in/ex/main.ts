import { background, chan, go } from 'csp';
import type { Context, SendChannel } from 'csp';
import { inSpan } from 'telemetry';
import { times, wanted } from './inputs.ts';
import { count, inFlight, tracer, type Part } from './warehouse.ts';

async function work(
  ctx: Context,
  index: number,
  ms: number,
  parts: SendChannel<Part>,
): Promise<void> {
  inFlight.add(1);
  await inSpan(ctx, tracer, 'process shard', async (own, span) => {
    span.setAttribute('lab.shard.index', index);
    await count(own, ms);
    await parts.send({ source: span.spanContext() });
  });
  inFlight.add(-1);
}

await inSpan(background(), tracer, 'sample', async (ctx, root) => {
  root.setAttribute('lab.shard.count', times.length);
  root.setAttribute('lab.sample.count', wanted);

  const parts = chan<Part>();
  for (const [index, ms] of times.entries()) {
    go(() => work(ctx, index, ms, parts));
  }

  await inSpan(ctx, tracer, 'fan-in', async (_, span) => {
    for (let n = 0; n < wanted; n += 1) {
      const part = await parts.receive();
      if (part.ok) span.addLink({ context: part.value.source });
    }
  });
});
