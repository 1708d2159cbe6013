import { background } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { guests } from './guests.ts';
import { provider } from './metering.ts';

const tracer = tracerFor('coffee-bar');
const meter = provider.getMeter('coffee-bar');
const served = meter.createCounter('lab.order.served', {
  description: 'Orders that were served',
  unit: '{order}',
});

await inSpan(background(), tracer, 'serve guests', (_, span) => {
  span.setAttribute('lab.order.count', guests.length);
  for (const guest of guests) {
    // Who it was for belongs on the span of the order.
    served.add(1, { 'lab.drink': guest.drink });
  }
});

await provider.shutdown();
