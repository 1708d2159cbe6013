import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { atTable, tableOf } from './table.ts';

const tracer = tracerFor('coffee-bar');

/** A step of the work. It is told nothing of tables. */
async function step(ctx: Context, name: string): Promise<void> {
  await inSpan(ctx, tracer, name, async (inner, span) => {
    const table = tableOf(inner);
    if (table !== undefined) span.setAttribute('lab.table', table);
    await sleep(20, inner); // the work
  });
}

/** Neither is this, which stands in between. */
async function makeDrink(ctx: Context, drink: string): Promise<void> {
  await step(ctx, 'grind');
  await step(ctx, `brew ${drink}`);
}

await inSpan(background(), tracer, 'serve guests', async (ctx) => {
  const seven = atTable(ctx, 7);
  await makeDrink(seven, 'espresso');

  // One of them moves to the terrace. Table 7 stays table 7.
  const terrace = atTable(seven, 12);
  await step(terrace, 'carry');
  await step(seven, 'bill');

  // Above, nobody has heard of a table.
  await step(ctx, 'wipe counter');
});
