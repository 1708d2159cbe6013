import type { Tracer } from '@opentelemetry/api';
import { sleep, type Context } from 'csp';
import { inSpan } from 'telemetry';

/** What is tested. It takes its tracer; it does not look for one. */
export async function makeDrink(
  parent: Context,
  tracer: Tracer,
  drink: string,
  ms: number,
): Promise<void> {
  const attributes = { 'lab.drink': drink };
  await inSpan(
    parent,
    tracer,
    'make drink',
    async (ctx) => {
      await inSpan(ctx, tracer, 'grind', () => sleep(10));
      await sleep(ms);
    },
    { attributes },
  );
}
