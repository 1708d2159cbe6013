import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { tokenBucket } from './bucket.ts';

const tracer = tracerFor('coffee-bar');
const allow = tokenBucket(10, 5);

async function allowed(ctx: Context): Promise<boolean> {
  return inSpan(ctx, tracer, 'allow', (_, span) => {
    const ok = allow();
    const decision = ok ? 'allowed' : 'denied';
    span.setAttribute('lab.rate_limit.decision', decision);
    return ok;
  });
}

/** A scraper asks for the menu 100 times in one second. */
await inSpan(background(), tracer, 'scrape', async (ctx) => {
  for (let n = 1; n <= 100; n += 1) {
    if (await allowed(ctx)) {
      await inSpan(ctx, tracer, 'read menu', () => sleep(1));
      await sleep(9);
    } else await sleep(10);
  }
});
