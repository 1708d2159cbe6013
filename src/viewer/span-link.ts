import type { Span } from '../otlp/telemetry.ts';
import { spanKey } from './visible.ts';

/** What the fragment of a link says of a span. */
export interface SpanLink {
  /** Which run of a page that has several; `''` where the page has one. */
  readonly run: string;
  /** The `spanKey` of the span. */
  readonly key: string;
}

/**
 * The fragment that links to a span, without `#`: `span=<traceId>-<spanId>`, and on a page of several runs
 * `span=<run>:<traceId>-<spanId>`.
 */
export function spanFragment({ traceId, spanId }: Pick<Span, 'traceId' | 'spanId'>, run = ''): string {
  return `span=${run === '' ? '' : `${run}:`}${traceId}-${spanId}`;
}

/** The span that a fragment names, with or without `#` and whatever else it says; undefined for none. */
export function spanLink(fragment: string): SpanLink | undefined {
  const parts = /(?:^|[#&])span=(?:([^&]*):)?([\da-f]{32})-([\da-f]{16})(?:&|$)/i.exec(fragment);
  const [, run = '', traceId, spanId] = parts ?? [];
  if (traceId === undefined || spanId === undefined) return undefined;
  return { run, key: spanKey({ traceId: traceId.toLowerCase(), spanId: spanId.toLowerCase() }) };
}

/** Whether the span that a fragment names is among these; also true of a fragment that names none. */
export function holdsLinked(spans: readonly Span[], fragment: string): boolean {
  const link = spanLink(fragment);
  return link === undefined || spans.some((span) => spanKey(span) === link.key);
}
