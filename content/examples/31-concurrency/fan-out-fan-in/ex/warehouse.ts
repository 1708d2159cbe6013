import type { SpanContext } from '@opentelemetry/api';
import { sleep, type Context } from 'csp';
import { tracerFor } from 'telemetry';
import { meterFor } from 'telemetry/metrics';

export const tracer = tracerFor('warehouse');

export const inFlight = meterFor('warehouse').createUpDownCounter(
  'lab.fan_out.in_flight',
  { description: 'Shards that are being counted', unit: '{shard}' },
);

/** What a worker reports: which span has the count. */
export interface Part {
  readonly source: SpanContext;
}

/** Counts for `ms`; whatever happens, the ladder goes back. */
export async function count(ctx: Context, ms: number): Promise<void> {
  try {
    await sleep(ms, ctx);
  } finally {
    await sleep(5);
  }
}
