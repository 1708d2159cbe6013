/**
 * From `Telemetry` back to OTLP JSON: for forwarding, for saving, and for golden runs.
 *
 * The form is the canonical one: 64-bit integers as decimal strings, NaN and the infinities as strings, ids in lower-case
 * hexadecimal, bytes in base64, fields at their default left out.
 */
import type {
  AnyValue,
  Attribute,
  Exemplar,
  ExponentialBuckets,
  LogRecord,
  Metric,
  NumberPoint,
  Resource,
  Scope,
  Span,
  Telemetry,
} from './telemetry.ts';

/** Plain JSON. */
export type Json = string | number | boolean | readonly Json[] | JsonObject;

/** A JSON object; a field that is `undefined` is not written. */
export interface JsonObject {
  readonly [name: string]: Json | undefined;
}

/** All signals in one object. Each of the three lists is also a request of its own (`{ resourceSpans }` and so on). */
export type OtlpJson = {
  readonly resourceSpans: readonly JsonObject[];
  readonly resourceMetrics: readonly JsonObject[];
  readonly resourceLogs: readonly JsonObject[];
};

const KIND_NUMBERS = { unspecified: 0, internal: 1, server: 2, client: 3, producer: 4, consumer: 5 } as const;
const STATUS_NUMBERS = { unset: 0, ok: 1, error: 2 } as const;
const TEMPORALITY_NUMBERS = { unspecified: 0, delta: 1, cumulative: 2 } as const;

/** Groups items under the resource and scope objects that they share, in order of first appearance. */
export function encodeJson(telemetry: Telemetry): OtlpJson {
  return {
    resourceSpans: envelopes(telemetry.spans, 'scopeSpans', 'spans', encodeSpan),
    resourceMetrics: envelopes(telemetry.metrics, 'scopeMetrics', 'metrics', encodeMetric),
    resourceLogs: envelopes(telemetry.logs, 'scopeLogs', 'logRecords', encodeLog),
  };
}

function envelopes<T extends { readonly resource: Resource; readonly scope: Scope }>(
  all: readonly T[],
  scopesName: string,
  itemsName: string,
  encode: (item: T) => JsonObject,
): readonly JsonObject[] {
  const groups = new Map<Resource, Map<Scope, JsonObject[]>>();
  for (const item of all) {
    const scopes = groups.get(item.resource) ?? new Map<Scope, JsonObject[]>();
    groups.set(item.resource, scopes);
    const list = scopes.get(item.scope) ?? [];
    scopes.set(item.scope, list);
    list.push(encode(item));
  }
  return Array.from(groups, ([resource, scopes]) => ({
    resource: {
      attributes: encodeAttributes(resource.attributes),
      droppedAttributesCount: count(resource.droppedAttributesCount),
    },
    [scopesName]: Array.from(scopes, ([scope, list]) => ({
      scope: {
        name: text(scope.name),
        version: text(scope.version),
        attributes: encodeAttributes(scope.attributes),
        droppedAttributesCount: count(scope.droppedAttributesCount),
      },
      [itemsName]: list,
      schemaUrl: text(scope.schemaUrl),
    })),
    schemaUrl: text(resource.schemaUrl),
  }));
}

function encodeSpan(span: Span): JsonObject {
  const { status } = span;
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: text(span.parentSpanId),
    traceState: text(span.traceState),
    flags: count(span.flags),
    name: span.name,
    kind: count(KIND_NUMBERS[span.kind]),
    startTimeUnixNano: String(span.startTimeUnixNano),
    endTimeUnixNano: String(span.endTimeUnixNano),
    attributes: encodeAttributes(span.attributes),
    droppedAttributesCount: count(span.droppedAttributesCount),
    events: filled(
      span.events.map((event) => ({
        timeUnixNano: String(event.timeUnixNano),
        name: text(event.name),
        attributes: encodeAttributes(event.attributes),
        droppedAttributesCount: count(event.droppedAttributesCount),
      })),
    ),
    droppedEventsCount: count(span.droppedEventsCount),
    links: filled(
      span.links.map((link) => ({
        traceId: link.traceId,
        spanId: link.spanId,
        traceState: text(link.traceState),
        flags: count(link.flags),
        attributes: encodeAttributes(link.attributes),
        droppedAttributesCount: count(link.droppedAttributesCount),
      })),
    ),
    droppedLinksCount: count(span.droppedLinksCount),
    status:
      status.code === 'unset' && status.message === ''
        ? undefined
        : { code: count(STATUS_NUMBERS[status.code]), message: text(status.message) },
  };
}

function encodeLog(log: LogRecord): JsonObject {
  return {
    timeUnixNano: time(log.timeUnixNano),
    observedTimeUnixNano: time(log.observedTimeUnixNano),
    severityNumber: count(log.severityNumber),
    severityText: text(log.severityText),
    eventName: text(log.eventName),
    body: log.body.kind === 'empty' ? undefined : encodeValue(log.body),
    attributes: encodeAttributes(log.attributes),
    droppedAttributesCount: count(log.droppedAttributesCount),
    flags: count(log.flags),
    traceId: text(log.traceId),
    spanId: text(log.spanId),
  };
}

function encodeMetric(metric: Metric): JsonObject {
  const { data } = metric;
  const temporality = 'temporality' in data ? count(TEMPORALITY_NUMBERS[data.temporality]) : undefined;
  return {
    name: metric.name,
    description: text(metric.description),
    unit: text(metric.unit),
    metadata: encodeAttributes(metric.metadata),
    [data.kind]: {
      aggregationTemporality: temporality,
      isMonotonic: data.kind === 'sum' && data.monotonic ? true : undefined,
      dataPoints: encodePoints(data),
    },
  };
}

function encodePoints(data: Metric['data']): readonly JsonObject[] {
  switch (data.kind) {
    case 'gauge':
    case 'sum':
      return data.points.map((point) => ({
        ...encodePoint(point),
        ...encodeNumber(point.value),
        exemplars: encodeExemplars(point.exemplars),
      }));
    case 'histogram':
      return data.points.map((point) => ({
        ...encodePoint(point),
        count: String(point.count),
        sum: optionalDouble(point.sum),
        min: optionalDouble(point.min),
        max: optionalDouble(point.max),
        bucketCounts: filled(point.bucketCounts.map(String)),
        explicitBounds: filled(point.explicitBounds.map(encodeDouble)),
        exemplars: encodeExemplars(point.exemplars),
      }));
    case 'exponentialHistogram':
      return data.points.map((point) => ({
        ...encodePoint(point),
        count: String(point.count),
        sum: optionalDouble(point.sum),
        min: optionalDouble(point.min),
        max: optionalDouble(point.max),
        scale: count(point.scale),
        zeroCount: String(point.zeroCount),
        zeroThreshold: point.zeroThreshold === 0 ? undefined : encodeDouble(point.zeroThreshold),
        positive: encodeBuckets(point.positive),
        negative: encodeBuckets(point.negative),
        exemplars: encodeExemplars(point.exemplars),
      }));
    default:
      return data.points.map((point) => ({
        ...encodePoint(point),
        count: String(point.count),
        sum: encodeDouble(point.sum),
        quantileValues: filled(
          point.quantiles.map(({ quantile, value }) => ({
            quantile: encodeDouble(quantile),
            value: encodeDouble(value),
          })),
        ),
      }));
  }
}

function encodePoint(
  point: Pick<NumberPoint, 'attributes' | 'startTimeUnixNano' | 'timeUnixNano' | 'flags'>,
): JsonObject {
  return {
    attributes: encodeAttributes(point.attributes),
    startTimeUnixNano: time(point.startTimeUnixNano),
    timeUnixNano: time(point.timeUnixNano),
    flags: count(point.flags),
  };
}

function encodeNumber(value: bigint | number | undefined): JsonObject {
  if (typeof value === 'bigint') return { asInt: String(value) };
  return { asDouble: optionalDouble(value) };
}

function encodeExemplars(exemplars: readonly Exemplar[]): Json | undefined {
  return filled(
    exemplars.map((exemplar) => ({
      timeUnixNano: time(exemplar.timeUnixNano),
      ...encodeNumber(exemplar.value),
      traceId: text(exemplar.traceId),
      spanId: text(exemplar.spanId),
      filteredAttributes: encodeAttributes(exemplar.filteredAttributes),
    })),
  );
}

function encodeBuckets(buckets: ExponentialBuckets): JsonObject | undefined {
  if (buckets.offset === 0 && buckets.bucketCounts.length === 0) return undefined;
  return { offset: count(buckets.offset), bucketCounts: filled(buckets.bucketCounts.map(String)) };
}

function encodeAttributes(attributes: readonly Attribute[]): Json | undefined {
  return filled(attributes.map(({ key, value }) => ({ key, value: encodeValue(value) })));
}

/** One attribute value in OTLP JSON. */
export function encodeValue(value: AnyValue): JsonObject {
  switch (value.kind) {
    case 'string':
      return { stringValue: value.value };
    case 'bool':
      return { boolValue: value.value };
    case 'int':
      return { intValue: String(value.value) };
    case 'double':
      return { doubleValue: encodeDouble(value.value) };
    case 'bytes':
      return { bytesValue: base64(value.value) };
    case 'array':
      return { arrayValue: { values: value.value.map(encodeValue) } };
    case 'map':
      return {
        kvlistValue: { values: value.value.map((entry) => ({ key: entry.key, value: encodeValue(entry.value) })) },
      };
    default:
      return {};
  }
}

/** JSON has no number for NaN and the infinities, and writes -0 as 0. */
function encodeDouble(value: number): Json {
  if (Object.is(value, -0)) return '-0';
  return Number.isFinite(value) ? value : String(value);
}

function optionalDouble(value: number | undefined): Json | undefined {
  return value === undefined ? undefined : encodeDouble(value);
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function text(value: string): string | undefined {
  return value === '' ? undefined : value;
}

function count(value: number): number | undefined {
  return value === 0 ? undefined : value;
}

function time(value: bigint): string | undefined {
  return value === 0n ? undefined : String(value);
}

function filled(list: readonly Json[]): Json | undefined {
  return list.length === 0 ? undefined : list;
}
