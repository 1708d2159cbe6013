import { encodeJson, type OtlpJson } from '../../otlp/index.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import { countItems } from './collector.ts';

/** Spans, points and records that one forward may carry. */
const MOST_ITEMS = 10_000;
/** Bytes of one forwarded request. */
const MOST_BYTES = 4 * 1024 * 1024;

/** How a forward went. */
export type ForwardResult =
  | { readonly kind: 'sent' }
  | { readonly kind: 'tooMuch' | 'noAnswer' }
  | { readonly kind: 'refused'; readonly status: number };

/**
 * Sends a run's telemetry to a collector that the reader typed. Never what the program sent: what was understood of it is
 * encoded again, with fixed headers, without cookies, and redirects are not followed.
 *
 * @param base an address such as `http://localhost:4318`; the paths of OTLP/HTTP are appended.
 */
export async function forward(base: URL, telemetry: Telemetry): Promise<ForwardResult> {
  if (countItems(telemetry) > MOST_ITEMS) return { kind: 'tooMuch' };
  const otlp = encodeJson(telemetry);
  for (const [path, body] of requests(otlp)) {
    if (body.length > MOST_BYTES) return { kind: 'tooMuch' };
    const url = `${base.origin}${base.pathname.replace(/\/$/, '')}${path}`;
    let response: Response;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
    } catch {
      return { kind: 'noAnswer' };
    }
    if (!response.ok) return { kind: 'refused', status: response.status };
  }
  return { kind: 'sent' };
}

function requests({ resourceSpans, resourceMetrics, resourceLogs }: OtlpJson): readonly (readonly [string, string])[] {
  return [
    ['/v1/traces', { resourceSpans }, resourceSpans] as const,
    ['/v1/metrics', { resourceMetrics }, resourceMetrics] as const,
    ['/v1/logs', { resourceLogs }, resourceLogs] as const,
  ]
    .filter(([, , items]) => items.length > 0)
    .map(([path, body]) => [path, JSON.stringify(body)] as const);
}
