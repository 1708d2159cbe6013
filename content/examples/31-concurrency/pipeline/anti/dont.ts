import type { Span } from '@opentelemetry/api';
import { background, withSpan, type Context } from 'csp';
import { steps, tracer, work } from './bar.ts';

/** Ends the span, whatever happens, and notes what went wrong. */
async function noting(
  ctx: Context,
  name: string,
  body: (ctx: Context, span: Span) => Promise<void>,
): Promise<void> {
  const span = tracer.startSpan(name, {}, ctx);
  try {
    await body(withSpan(ctx, span), span);
  } catch (error) {
    // In every layer, to be on the safe side.
    if (error instanceof Error) span.recordException(error);
    throw error;
  } finally {
    span.end();
  }
}

try {
  await noting(background(), 'pipeline drinks', async (ctx) => {
    for (const step of steps) {
      await noting(ctx, `stage ${step}`, () => work(step));
    }
  });
} catch (error) {
  console.log(`no drink: ${error}`);
}
