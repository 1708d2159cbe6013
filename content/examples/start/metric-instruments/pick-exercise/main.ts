import { background, sleep } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { guests } from './inputs.ts';

const tracer = tracerFor('coffee-bar');
const meter = meterFor('coffee-bar');

// Eight questions. Which instrument answers which?
// How many drinks have been sold, how many grams of beans used?
const sold = meter.createUpDownCounter('lab.drink.sold', {
  unit: '{drink}',
});
const beans = meter.createGauge('lab.bean.used', { unit: 'g' });
// How many guests are inside, how many cups in use?
const inside = meter.createCounter('lab.guest.inside', {
  unit: '{guest}',
});
const cups = meter.createGauge('lab.cup.used', {
  unit: '{cup}',
});
// How hot is the boiler, how full is the tank (1 is full)?
const boiler = meter.createCounter('lab.boiler.temperature', {
  unit: 'Cel',
});
const tank = meter.createUpDownCounter('lab.tank.level', {
  unit: '1',
});
// How long do guests wait, how large are their orders?
const wait = meter.createGauge('lab.wait.duration', {
  unit: 's',
});
const size = meter.createCounter('lab.order.size', {
  unit: '{drink}',
});

for (const guest of guests) {
  await inSpan(background(), tracer, 'serve', async (ctx, span) => {
    span.setAttribute('lab.order.size', guest.drinks);
    span.setAttribute('lab.boiler.temperature', guest.degrees);
    span.setAttribute('lab.tank.level', guest.water);
    inside.add(1);
    cups.record(guest.drinks);
    await sleep(guest.ms, ctx);
    wait.record(guest.ms);
    size.add(guest.drinks);
    sold.add(guest.drinks);
    beans.record(guest.drinks * 9);
    boiler.add(guest.degrees);
    tank.add(guest.water);
    cups.record(-guest.drinks);
    inside.add(-1);
  });
}
