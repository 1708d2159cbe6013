import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('warehouse');

/** 100 crates of six bottles. */
export const crates: readonly number[] = Array(100).fill(6);

/** Runs four workers, each over the list that it is given. */
export async function takeStock(
  listFor: (worker: number) => readonly number[],
): Promise<void> {
  await inSpan(background(), tracer, 'fan-out', async (ctx, span) => {
    const workers = new WaitGroup();
    let bottles = 0;
    for (let index = 0; index < 4; index += 1) {
      workers.go(async () => {
        const counted = await count(ctx, index, listFor(index));
        bottles += counted;
      });
    }
    await workers.wait();
    span.setAttribute('lab.bottle.count', bottles);
    console.log(`${bottles} bottles`);
  });
}

async function count(
  ctx: Context,
  index: number,
  list: readonly number[],
): Promise<number> {
  const attributes = {
    'lab.shard.index': index,
    'lab.item.count': list.length,
  };
  return inSpan(
    ctx,
    tracer,
    'process shard',
    async () => {
      await sleep(list.length); // a millisecond a crate
      return list.reduce((sum, bottles) => sum + bottles, 0);
    },
    { attributes },
  );
}
