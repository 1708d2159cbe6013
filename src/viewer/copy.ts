import type { Span } from '../otlp/telemetry.ts';

/** A span as OTLP JSON, ready to send or to open elsewhere. */
export async function spanJson(span: Span): Promise<string> {
  const { encodeJson } = await import('../otlp/encode.ts');
  return JSON.stringify(encodeJson({ spans: [span], metrics: [], logs: [] }), undefined, 2);
}

/** The header that makes a span the parent of what another process does (W3C Trace Context, "traceparent Header"). */
export function traceparent({ traceId, spanId, flags }: Pick<Span, 'traceId' | 'spanId' | 'flags'>): string {
  return `00-${traceId}-${spanId}-${(flags & 0xff).toString(16).padStart(2, '0')}`;
}

/** Puts a text on the clipboard. Answers whether that worked. */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(await text);
    return true;
  } catch {
    // The browser may refuse the clipboard, the network the encoder: the button says that it did not work.
    return false;
  }
}
