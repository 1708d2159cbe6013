import { background, sleep } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';
import { tokenBucket } from './bucket.ts';

const tracer = tracerFor('coffee-bar');
const requests = meterFor('coffee-bar').createCounter(
  'lab.rate_limit.requests',
  { description: 'What the limiter decided', unit: '{request}' },
);
const allow = tokenBucket(10, 5);

function allowed(): boolean {
  const ok = allow();
  const decision = ok ? 'allowed' : 'denied';
  requests.add(1, { 'lab.rate_limit.decision': decision });
  return ok;
}

/** A scraper asks for the menu 100 times in one second. */
await inSpan(background(), tracer, 'scrape', async (ctx) => {
  for (let n = 1; n <= 100; n += 1) {
    if (allowed()) {
      await inSpan(ctx, tracer, 'read menu', () => sleep(1));
      await sleep(9);
    } else await sleep(10);
  }
});
