import { encodeJson } from '../../otlp/index.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';

/** Items that are written between two breaths of the page: some 10 ms of work. */
const ITEMS_A_SLICE = 500;

/**
 * Telemetry as one OTLP JSON text in parts for a Blob, written in slices, so that the page goes on drawing. The text is
 * `{ resourceSpans, resourceMetrics, resourceLogs }`; items of one resource stand together as far as they were together.
 */
export async function otlpParts(telemetry: Telemetry): Promise<readonly string[]> {
  const parts: string[] = [];
  let separator = '{';
  for (const [name, count, slice] of [
    ['resourceSpans', telemetry.spans.length, sliceOf(telemetry, 'spans')],
    ['resourceMetrics', telemetry.metrics.length, sliceOf(telemetry, 'metrics')],
    ['resourceLogs', telemetry.logs.length, sliceOf(telemetry, 'logs')],
  ] as const) {
    parts.push(`${separator}"${name}":[`);
    for (let at = 0; at < count; at += ITEMS_A_SLICE) {
      const envelopes = encodeJson(slice(at, at + ITEMS_A_SLICE))[name];
      parts.push(`${at === 0 ? '' : ','}${envelopes.map((envelope) => JSON.stringify(envelope)).join(',')}`);
      await breath();
    }
    parts.push(']');
    separator = ',';
  }
  parts.push('}\n');
  return parts;
}

function sliceOf(telemetry: Telemetry, signal: keyof Telemetry): (from: number, to: number) => Telemetry {
  return (from, to) => ({ spans: [], metrics: [], logs: [], [signal]: telemetry[signal].slice(from, to) });
}

/** Everything of one trace: its spans and the log records that name it. Metrics belong to no trace. */
export function ofTrace({ spans, logs }: Telemetry, traceId: string): Telemetry {
  return {
    spans: spans.filter((span) => span.traceId === traceId),
    logs: logs.filter((log) => log.traceId === traceId),
    metrics: [],
  };
}

/** Lets the page draw and answer. */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Hands parts of a text to the reader as a file. */
export function download(parts: readonly string[], name: string): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has the Blob by now; the address may go once the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
