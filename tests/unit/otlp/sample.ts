/** Hand-made telemetry and requests for the tests of the wire. */
import type { LogRecord, Metric, Resource, Scope, Span } from '../../../src/otlp/telemetry.ts';

export const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
export const SPAN_ID = 'b7ad6b7169203331';

/** 2000-01-01T00:00:00Z, where the virtual clock begins. */
export const EPOCH = 946_684_800_000_000_000n;

export function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/** A valid span in OTLP JSON; fields can be changed. */
export function wireSpan(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    traceId: TRACE_ID,
    spanId: SPAN_ID,
    name: 'work',
    kind: 1,
    startTimeUnixNano: String(EPOCH),
    endTimeUnixNano: String(EPOCH + 1_000_000n),
    ...changes,
  };
}

export function wireRequest(spans: readonly unknown[]): unknown {
  return { resourceSpans: [{ resource: {}, scopeSpans: [{ scope: { name: 'test' }, spans }] }] };
}

export const resource: Resource = {
  attributes: [{ key: 'service.name', value: { kind: 'string', value: 'shop' } }],
  droppedAttributesCount: 0,
  schemaUrl: '',
};

export const scope: Scope = { name: 'test', version: '', attributes: [], droppedAttributesCount: 0, schemaUrl: '' };

export function span(changes: Partial<Span> = {}): Span {
  return {
    traceId: TRACE_ID,
    spanId: SPAN_ID,
    parentSpanId: '',
    traceState: '',
    flags: 0,
    name: 'work',
    kind: 'internal',
    startTimeUnixNano: EPOCH,
    endTimeUnixNano: EPOCH + 1_000_000n,
    attributes: [],
    droppedAttributesCount: 0,
    events: [],
    droppedEventsCount: 0,
    links: [],
    droppedLinksCount: 0,
    status: { code: 'unset', message: '' },
    resource,
    scope,
    ...changes,
  };
}

export function log(changes: Partial<LogRecord> = {}): LogRecord {
  return {
    timeUnixNano: EPOCH,
    observedTimeUnixNano: EPOCH,
    severityNumber: 9,
    severityText: 'INFO',
    eventName: '',
    body: { kind: 'string', value: 'hello' },
    attributes: [],
    droppedAttributesCount: 0,
    flags: 0,
    traceId: '',
    spanId: '',
    resource,
    scope,
    ...changes,
  };
}

export function counter(name: string, value: bigint, changes: Partial<Metric> = {}): Metric {
  const point = { attributes: [], startTimeUnixNano: EPOCH, timeUnixNano: EPOCH, value, flags: 0, exemplars: [] };
  return {
    name,
    description: '',
    unit: '{item}',
    data: { kind: 'sum', temporality: 'cumulative', monotonic: true, points: [point] },
    metadata: [],
    resource,
    scope,
    ...changes,
  };
}
