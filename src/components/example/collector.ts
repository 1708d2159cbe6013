import type { Telemetry } from '../../otlp/telemetry.ts';

/** How many items a run holds. */
export function countItems({ spans, metrics, logs }: Telemetry): number {
  return spans.length + logs.length + metrics.reduce((sum, { data }) => sum + data.points.length, 0);
}

/** The address that a reader typed, or undefined if it is none that telemetry could be sent to. */
export function parseCollector(text: string): URL | undefined {
  try {
    const url = new URL(text.trim());
    const web = url.protocol === 'http:' || url.protocol === 'https:';
    return web && url.username === '' && url.password === '' && url.search === '' ? url : undefined;
  } catch {
    return undefined;
  }
}
