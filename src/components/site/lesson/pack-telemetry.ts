import { deflate } from '../../../learn/packing.ts';
import { encodeJson } from '../../../otlp/encode.ts';
import type { Telemetry } from '../../../otlp/telemetry.ts';

/**
 * Telemetry as `TraceRecord` keeps it. Undefined for anything else, and where the browser cannot pack: that an exercise was
 * passed is then noted without it.
 */
export async function packTelemetry(value: unknown): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isTelemetry(value)) return undefined;
  try {
    return Uint8Array.from(await deflate(new TextEncoder().encode(JSON.stringify(encodeJson(value)))));
  } catch {
    return undefined;
  }
}

/** It comes from the card on this page, decoded and checked by `src/otlp`; only that it came at all is in question. */
function isTelemetry(value: unknown): value is Telemetry {
  if (typeof value !== 'object' || value === null) return false;
  const { spans, metrics, logs }: Partial<Record<keyof Telemetry, unknown>> = value;
  return Array.isArray(spans) && Array.isArray(metrics) && Array.isArray(logs);
}
