import { background, otherwise, recv, select } from 'csp';
import { inSpan } from 'telemetry';
import { rounds } from './inputs.ts';
import { open, selections, tracer } from './shop.ts';

/** Takes one order, from the first queue that has one. */
async function next(): Promise<string> {
  for (const { name, orders } of open) {
    const r = await select({
      order: recv(orders),
      default: otherwise,
    });
    if (r.case === 'order' && r.ok) {
      selections.add(1, { 'lab.select.chosen': name });
      return r.value;
    }
  }
  return '';
}

await inSpan(background(), tracer, 'make drinks', async (_, span) => {
  let made = 0;
  for (let round = 0; round < rounds; round += 1) {
    if ((await next()) !== '') made += 1;
  }
  span.setAttribute('lab.drink.count', made);
});
