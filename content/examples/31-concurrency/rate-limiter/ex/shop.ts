import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { burst, perSecond } from './inputs.ts';

export const tracer = tracerFor('coffee-bar');

export const requests = meterFor('coffee-bar').createCounter(
  'lab.rate_limit.requests',
  { description: 'What the limiter decided', unit: '{request}' },
);

const cost = 1_000 / perSecond; // of one token
let credit = burst * cost;
let last = performance.now();

/** Takes a token if there is one, and says whether it did. */
export function allow(): boolean {
  const now = performance.now();
  credit = Math.min(burst * cost, credit + now - last);
  last = now;
  if (credit < cost) return false;
  credit -= cost;
  return true;
}

/** The handler behind the limiter. */
export async function makeDrink(ctx: Context): Promise<void> {
  await inSpan(ctx, tracer, 'make drink', () => sleep(15));
}

await inSpan(background(), tracer, 'open the bar', (_, span) => {
  span.setAttribute('lab.rate_limit.burst', burst);
  span.setAttribute('lab.rate_limit.per_second', perSecond);
});
