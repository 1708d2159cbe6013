import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { morning } from './morning.ts';

const tracer = tracerFor('coffee-bar');
const meter = meterFor('coffee-bar');

const duration = meter.createGauge('lab.drink.duration', {
  description: 'How long a drink takes',
  unit: 's',
});

async function makeDrink(ms: number): Promise<void> {
  const work = (ctx: Context): Promise<void> => sleep(ms, ctx);
  const start = performance.now();
  await inSpan(background(), tracer, 'make drink', work);
  duration.record((performance.now() - start) / 1_000);
}

for (const ms of morning) await makeDrink(ms);
