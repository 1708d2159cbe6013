import { meterFor } from 'telemetry/metrics';
import { grinder, shelf } from './machines.ts';

const meter = meterFor('coffee-bar');

/** Only grows: how many, since the start. */
export const served = meter.createCounter('lab.order.served', {
  unit: '{order}',
});

/** Goes up and down: how many just now. */
export const inside = meter.createUpDownCounter('lab.guest.inside', {
  unit: '{guest}',
});

/** Many values: how are they spread? */
export const duration = meter.createHistogram('lab.order.duration', {
  unit: 's',
  advice: { explicitBucketBoundaries: [0.05, 0.1, 0.2, 0.5] },
});

/** A reading that makes no sense when added up. */
export const boiler = meter.createGauge('lab.boiler.temperature', {
  unit: 'Cel',
});

// Two that nobody calls. The SDK asks when it collects.
meter
  .createObservableCounter('lab.grinder.beans', { unit: 'g' })
  .addCallback((result) => result.observe(grinder.total));

meter
  .createObservableUpDownCounter('lab.cup.clean', { unit: '{cup}' })
  .addCallback((result) => result.observe(shelf.cups));
