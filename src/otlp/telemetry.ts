/**
 * Telemetry as the rest of the program sees it: decoded, typed, and free of the wire's quirks.
 *
 * Nothing that OTLP carries is lost on the way in: every kind of `AnyValue`, flags, trace state, dropped counts and
 * schema URLs are kept. Times are nanoseconds since the Unix epoch as `bigint`; ids are lower-case hex strings.
 * Field meanings: opentelemetry-proto v1.11.0, `opentelemetry/proto/{common,resource,trace,metrics,logs}/v1`.
 */

/** One attribute value. `int` is a 64-bit integer; `empty` is the legal value that says nothing at all. */
export type AnyValue =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'bool'; readonly value: boolean }
  | { readonly kind: 'int'; readonly value: bigint }
  | { readonly kind: 'double'; readonly value: number }
  | { readonly kind: 'bytes'; readonly value: Uint8Array }
  | { readonly kind: 'array'; readonly value: readonly AnyValue[] }
  | { readonly kind: 'map'; readonly value: readonly Attribute[] }
  | { readonly kind: 'empty' };

/** A key and its value, in the order in which they were sent. */
export interface Attribute {
  readonly key: string;
  readonly value: AnyValue;
}

/** Who produced the telemetry. One object is shared by everything in the same envelope. */
export interface Resource {
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
  readonly schemaUrl: string;
}

/** Which instrumentation produced it. One object is shared by everything in the same envelope. */
export interface Scope {
  readonly name: string;
  readonly version: string;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
  readonly schemaUrl: string;
}

/** `unspecified` is what a sender that left the field out means (wire number 0). */
export type SpanKind = 'unspecified' | 'internal' | 'server' | 'client' | 'producer' | 'consumer';

export type StatusCode = 'unset' | 'ok' | 'error';

export interface Status {
  readonly code: StatusCode;
  /** Meant only beside `error`. Empty when there is none. */
  readonly message: string;
}

export interface SpanEvent {
  readonly timeUnixNano: bigint;
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
}

export interface SpanLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly traceState: string;
  readonly flags: number;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
}

export interface Span {
  /** 32 lower-case hex digits. */
  readonly traceId: string;
  /** 16 lower-case hex digits. */
  readonly spanId: string;
  /** 16 lower-case hex digits, or `''` for a root span. */
  readonly parentSpanId: string;
  readonly traceState: string;
  /** Bits 0-7 are W3C trace flags, bits 8 and 9 say whether the parent is remote. */
  readonly flags: number;
  readonly name: string;
  readonly kind: SpanKind;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
  readonly events: readonly SpanEvent[];
  readonly droppedEventsCount: number;
  readonly links: readonly SpanLink[];
  readonly droppedLinksCount: number;
  readonly status: Status;
  readonly resource: Resource;
  readonly scope: Scope;
}

/** `intValue` points are bigint, `doubleValue` points are number; a point flagged "no recorded value" has `undefined`. */
export interface NumberPoint {
  readonly attributes: readonly Attribute[];
  readonly startTimeUnixNano: bigint;
  readonly timeUnixNano: bigint;
  readonly value: bigint | number | undefined;
  readonly flags: number;
  readonly exemplars: readonly Exemplar[];
}

export interface Exemplar {
  readonly timeUnixNano: bigint;
  readonly value: bigint | number | undefined;
  readonly traceId: string;
  readonly spanId: string;
  readonly filteredAttributes: readonly Attribute[];
}

export interface HistogramPoint {
  readonly attributes: readonly Attribute[];
  readonly startTimeUnixNano: bigint;
  readonly timeUnixNano: bigint;
  readonly count: bigint;
  readonly sum: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** One more entry than `explicitBounds`; both empty when only count and sum were sent. */
  readonly bucketCounts: readonly bigint[];
  readonly explicitBounds: readonly number[];
  readonly flags: number;
  readonly exemplars: readonly Exemplar[];
}

export interface ExponentialBuckets {
  readonly offset: number;
  readonly bucketCounts: readonly bigint[];
}

export interface ExponentialHistogramPoint {
  readonly attributes: readonly Attribute[];
  readonly startTimeUnixNano: bigint;
  readonly timeUnixNano: bigint;
  readonly count: bigint;
  readonly sum: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly scale: number;
  readonly zeroCount: bigint;
  readonly zeroThreshold: number;
  readonly positive: ExponentialBuckets;
  readonly negative: ExponentialBuckets;
  readonly flags: number;
  readonly exemplars: readonly Exemplar[];
}

export interface SummaryPoint {
  readonly attributes: readonly Attribute[];
  readonly startTimeUnixNano: bigint;
  readonly timeUnixNano: bigint;
  readonly count: bigint;
  readonly sum: number;
  readonly quantiles: readonly { readonly quantile: number; readonly value: number }[];
  readonly flags: number;
}

export type Temporality = 'unspecified' | 'delta' | 'cumulative';

export type MetricData =
  | { readonly kind: 'gauge'; readonly points: readonly NumberPoint[] }
  | {
      readonly kind: 'sum';
      readonly points: readonly NumberPoint[];
      readonly temporality: Temporality;
      readonly monotonic: boolean;
    }
  | { readonly kind: 'histogram'; readonly points: readonly HistogramPoint[]; readonly temporality: Temporality }
  | {
      readonly kind: 'exponentialHistogram';
      readonly points: readonly ExponentialHistogramPoint[];
      readonly temporality: Temporality;
    }
  | { readonly kind: 'summary'; readonly points: readonly SummaryPoint[] };

export interface Metric {
  readonly name: string;
  readonly description: string;
  /** A UCUM code such as `s`, `By` or `{item}`. */
  readonly unit: string;
  readonly data: MetricData;
  readonly metadata: readonly Attribute[];
  readonly resource: Resource;
  readonly scope: Scope;
}

export interface LogRecord {
  /** 0n when the source gave no time; then `observedTimeUnixNano` is the one to show. */
  readonly timeUnixNano: bigint;
  readonly observedTimeUnixNano: bigint;
  /** 1-24, or 0 when unspecified. INFO starts at 9, WARN at 13, ERROR at 17. */
  readonly severityNumber: number;
  readonly severityText: string;
  /** Not empty: the record is an event. */
  readonly eventName: string;
  readonly body: AnyValue;
  readonly attributes: readonly Attribute[];
  readonly droppedAttributesCount: number;
  readonly flags: number;
  /** `''` when the record belongs to no trace. */
  readonly traceId: string;
  readonly spanId: string;
  readonly resource: Resource;
  readonly scope: Scope;
}

export type Signal = 'traces' | 'metrics' | 'logs';

/** Everything that was received, in the order in which it arrived. */
export interface Telemetry {
  readonly spans: readonly Span[];
  readonly metrics: readonly Metric[];
  readonly logs: readonly LogRecord[];
}
