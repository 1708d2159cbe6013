import type { Span } from '@opentelemetry/api';
import { background, chan, go, sleep, WaitGroup } from 'csp';
import type { Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { bottlesIn, crates, paces, split } from './stock.ts';
import type { Part } from './stock.ts';

const tracer = tracerFor('warehouse');
const parts = chan<Part>();

/** Counts one shard and says which span has counted it. */
async function count(
  span: Span,
  index: number,
  shard: readonly number[],
): Promise<void> {
  span.setAttribute('lab.shard.index', index);
  span.setAttribute('lab.item.count', shard.length);
  await sleep(shard.length * (paces[index] ?? 0));
  const source = span.spanContext();
  await parts.send({ bottles: bottlesIn(shard), source });
}

/** A task for each shard; when all have ended, no part follows. */
async function fanOut(ctx: Context): Promise<void> {
  const workers = new WaitGroup();
  for (const [index, shard] of split(crates, 4).entries()) {
    const work = (_: Context, span: Span) =>
      count(span, index, shard);
    workers.go(() => inSpan(ctx, tracer, 'process shard', work));
  }
  await workers.wait();
  parts.close();
}

async function fanIn(_: Context, span: Span): Promise<number> {
  let total = 0;
  for await (const { bottles, source } of parts) {
    span.addLink({ context: source });
    total += bottles;
  }
  return total;
}

await inSpan(background(), tracer, 'take stock', async (ctx) => {
  go(() => inSpan(ctx, tracer, 'fan-out', fanOut));
  const bottles = await inSpan(ctx, tracer, 'fan-in', fanIn);
  console.log(`${bottles} bottles`);
});
