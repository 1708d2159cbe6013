import { background, recv, selectFrom } from 'csp';
import { inSpan } from 'telemetry';
import { rounds } from './inputs.ts';
import { open, selections, tracer } from './shop.ts';

/** Takes one order, from whichever queue has one. */
async function next(): Promise<string> {
  const r = await selectFrom(open.map(({ orders }) => recv(orders)));
  if (!r.ok) return '';
  const name = open[r.index]?.name ?? '';
  selections.add(1, { 'lab.select.chosen': name });
  return r.value;
}

// Here next() is not awaited, so no drink is made of its order.
await inSpan(background(), tracer, 'make drinks', async (_, span) => {
  const made = new Set<string>();
  for (let round = 0; round < rounds; round += 1) {
    void next().then((order) => made.add(order));
  }
  span.setAttribute('lab.drink.count', made.size);
});
