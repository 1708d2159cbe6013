import { background, canceled, chan, isError, recv } from 'csp';
import { select, send, WaitGroup, withCancel } from 'csp';
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
  try {
    await inSpan(ctx, tracer, 'process shard', async (own, span) => {
      span.setAttribute('lab.shard.index', index);
      await count(own, ms);
      const r = await select({
        part: send(parts, { source: span.spanContext() }),
        quit: recv(own.done),
      });
      if (r.case === 'quit') throw own.err();
    });
  } catch (error) {
    if (!isError(error, canceled)) throw error;
  } finally {
    inFlight.add(-1);
  }
}

await inSpan(background(), tracer, 'sample', async (ctx, root) => {
  root.setAttribute('lab.shard.count', times.length);
  root.setAttribute('lab.sample.count', wanted);

  const parts = chan<Part>();
  const workers = new WaitGroup();
  const [inner, stop] = withCancel(ctx);
  for (const [index, ms] of times.entries()) {
    workers.go(() => work(inner, index, ms, parts));
  }

  await inSpan(ctx, tracer, 'fan-in', async () => {
    for (let n = 0; n < wanted; n += 1) {
      const part = await parts.receive();
      if (part.ok) root.addLink({ context: part.value.source });
    }
  });
  stop();
  await workers.wait();
});
