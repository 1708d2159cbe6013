import { background } from 'csp';
import { inSpan } from 'telemetry';
import { rounds } from './inputs.ts';
import { open, selections, tracer } from './shop.ts';

let turn = 0;

/** A race that begins with another queue each time. */
async function next(): Promise<string> {
  turn += 1;
  const from = turn % open.length;
  const rotated = [...open.slice(from), ...open.slice(0, from)];
  const winner = await Promise.race(
    rotated.map(async ({ name, orders }) => ({
      name,
      order: await orders.receive(),
    })),
  );
  if (!winner.order.ok) return '';
  selections.add(1, { 'lab.select.chosen': winner.name });
  return winner.order.value;
}

await inSpan(background(), tracer, 'make drinks', async (_, span) => {
  let made = 0;
  for (let round = 0; round < rounds; round += 1) {
    if ((await next()) !== '') made += 1;
  }
  span.setAttribute('lab.drink.count', made);
});
