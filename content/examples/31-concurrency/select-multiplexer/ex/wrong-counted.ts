import { background, recv, selectFrom } from 'csp';
import { inSpan } from 'telemetry';
import { rounds } from './inputs.ts';
import { open, selections, tracer } from './shop.ts';

/** Takes one order, from whichever queue has one. */
async function next(): Promise<string> {
  const r = await selectFrom(open.map(({ orders }) => recv(orders)));
  if (!r.ok) return '';
  const name = open[r.index]?.name ?? '';
  selections.add(1); // all of them
  selections.add(1, { 'lab.select.chosen': name });
  return r.value;
}

await inSpan(background(), tracer, 'make drinks', async (_, span) => {
  let made = 0;
  for (let round = 0; round < rounds; round += 1) {
    if ((await next()) !== '') made += 1;
  }
  span.setAttribute('lab.drink.count', made);
});
