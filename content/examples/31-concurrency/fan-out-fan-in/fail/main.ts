import { background, errGroup, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { shards } from './stock.ts';

/** Its name becomes the error.type of the spans that it ends. */
class BrokenCrate extends Error {
  override readonly name = 'BrokenCrate';
}

const tracer = tracerFor('warehouse');
const logger = loggerFor('warehouse');

async function count(ctx: Context, shard: readonly number[]) {
  for (const bottles of shard) {
    await sleep(2, ctx); // ends at once when ctx does
    if (bottles === 0) throw new BrokenCrate('no bottom');
  }
}

async function fanOut(ctx: Context): Promise<void> {
  const [group, inner] = errGroup(ctx);
  for (const [index, shard] of shards.entries()) {
    const attributes = { 'lab.shard.index': index };
    const work = (own: Context) => count(own, shard);
    await group.go(() =>
      inSpan(inner, tracer, 'process shard', work, { attributes }),
    );
  }
  try {
    await group.wait(); // for all of them, then the first error
  } catch (exception) {
    logger.emit({
      eventName: 'exception',
      severityNumber: SeverityNumber.ERROR,
      exception,
      context: ctx,
    });
    throw exception;
  }
}

try {
  await inSpan(background(), tracer, 'fan-out', fanOut);
} catch (error) {
  console.log(`stock not taken: ${error}`);
}
