/**
 * The messages of OTLP by field number, with the names that OTLP JSON gives the fields. Fields that nothing reads are not
 * listed. Source: opentelemetry-proto v1.11.0, `opentelemetry/proto/{common,resource,trace,metrics,logs}/v1`.
 */
import type { Signal } from './telemetry.ts';

/** Scalars by their names in .proto files; `hex` are bytes that are shown as hexadecimal digits. */
export type Scalar =
  | 'string'
  | 'bytes'
  | 'hex'
  | 'bool'
  | 'enum'
  | 'uint32'
  | 'sint32'
  | 'int64'
  | 'uint64'
  | 'fixed32'
  | 'fixed64'
  | 'sfixed64'
  | 'double';

/** A field: its name in JSON, its type, and whether it repeats. */
export type Field = readonly [name: string, type: Scalar | MessageType, repeated?: 'repeated'];

/** A message as its fields by number. */
export interface MessageType {
  /** Thunk, because messages refer to each other. */
  readonly fields: () => Readonly<Record<number, Field>>;
  /** All fields are one `oneof`: the last one on the wire is the one that counts. */
  readonly oneof?: true;
}

const ANY_VALUE: MessageType = {
  oneof: true,
  fields: () => ANY_VALUE_FIELDS,
};
const ARRAY_VALUE: MessageType = { fields: () => ARRAY_VALUE_FIELDS };
const KEY_VALUE_LIST: MessageType = { fields: () => KEY_VALUE_LIST_FIELDS };
const KEY_VALUE: MessageType = { fields: () => KEY_VALUE_FIELDS };

const ANY_VALUE_FIELDS: Readonly<Record<number, Field>> = {
  1: ['stringValue', 'string'],
  2: ['boolValue', 'bool'],
  3: ['intValue', 'int64'],
  4: ['doubleValue', 'double'],
  5: ['arrayValue', ARRAY_VALUE],
  6: ['kvlistValue', KEY_VALUE_LIST],
  7: ['bytesValue', 'bytes'],
};
const ARRAY_VALUE_FIELDS: Readonly<Record<number, Field>> = { 1: ['values', ANY_VALUE, 'repeated'] };
const KEY_VALUE_LIST_FIELDS: Readonly<Record<number, Field>> = { 1: ['values', KEY_VALUE, 'repeated'] };
const KEY_VALUE_FIELDS: Readonly<Record<number, Field>> = { 1: ['key', 'string'], 2: ['value', ANY_VALUE] };

function type(fields: Readonly<Record<number, Field>>): MessageType {
  return { fields: () => fields };
}

const RESOURCE = type({
  1: ['attributes', KEY_VALUE, 'repeated'],
  2: ['droppedAttributesCount', 'uint32'],
});

const SCOPE = type({
  1: ['name', 'string'],
  2: ['version', 'string'],
  3: ['attributes', KEY_VALUE, 'repeated'],
  4: ['droppedAttributesCount', 'uint32'],
});

/** A request: resources, in them scopes, in them items. All three signals are built alike. */
function request(resources: string, scopes: string, items: string, item: MessageType): MessageType {
  const scope = type({ 1: ['scope', SCOPE], 2: [items, item, 'repeated'], 3: ['schemaUrl', 'string'] });
  const resource = type({ 1: ['resource', RESOURCE], 2: [scopes, scope, 'repeated'], 3: ['schemaUrl', 'string'] });
  return type({ 1: [resources, resource, 'repeated'] });
}

const SPAN = type({
  1: ['traceId', 'hex'],
  2: ['spanId', 'hex'],
  3: ['traceState', 'string'],
  4: ['parentSpanId', 'hex'],
  5: ['name', 'string'],
  6: ['kind', 'enum'],
  7: ['startTimeUnixNano', 'fixed64'],
  8: ['endTimeUnixNano', 'fixed64'],
  9: ['attributes', KEY_VALUE, 'repeated'],
  10: ['droppedAttributesCount', 'uint32'],
  11: [
    'events',
    type({
      1: ['timeUnixNano', 'fixed64'],
      2: ['name', 'string'],
      3: ['attributes', KEY_VALUE, 'repeated'],
      4: ['droppedAttributesCount', 'uint32'],
    }),
    'repeated',
  ],
  12: ['droppedEventsCount', 'uint32'],
  13: [
    'links',
    type({
      1: ['traceId', 'hex'],
      2: ['spanId', 'hex'],
      3: ['traceState', 'string'],
      4: ['attributes', KEY_VALUE, 'repeated'],
      5: ['droppedAttributesCount', 'uint32'],
      6: ['flags', 'fixed32'],
    }),
    'repeated',
  ],
  14: ['droppedLinksCount', 'uint32'],
  15: ['status', type({ 2: ['message', 'string'], 3: ['code', 'enum'] })],
  16: ['flags', 'fixed32'],
});

const EXEMPLAR = type({
  2: ['timeUnixNano', 'fixed64'],
  3: ['asDouble', 'double'],
  4: ['spanId', 'hex'],
  5: ['traceId', 'hex'],
  6: ['asInt', 'sfixed64'],
  7: ['filteredAttributes', KEY_VALUE, 'repeated'],
});

const NUMBER_POINT = type({
  2: ['startTimeUnixNano', 'fixed64'],
  3: ['timeUnixNano', 'fixed64'],
  4: ['asDouble', 'double'],
  5: ['exemplars', EXEMPLAR, 'repeated'],
  6: ['asInt', 'sfixed64'],
  7: ['attributes', KEY_VALUE, 'repeated'],
  8: ['flags', 'uint32'],
});

const HISTOGRAM_POINT = type({
  2: ['startTimeUnixNano', 'fixed64'],
  3: ['timeUnixNano', 'fixed64'],
  4: ['count', 'fixed64'],
  5: ['sum', 'double'],
  6: ['bucketCounts', 'fixed64', 'repeated'],
  7: ['explicitBounds', 'double', 'repeated'],
  8: ['exemplars', EXEMPLAR, 'repeated'],
  9: ['attributes', KEY_VALUE, 'repeated'],
  10: ['flags', 'uint32'],
  11: ['min', 'double'],
  12: ['max', 'double'],
});

const BUCKETS = type({ 1: ['offset', 'sint32'], 2: ['bucketCounts', 'uint64', 'repeated'] });

const EXPONENTIAL_POINT = type({
  1: ['attributes', KEY_VALUE, 'repeated'],
  2: ['startTimeUnixNano', 'fixed64'],
  3: ['timeUnixNano', 'fixed64'],
  4: ['count', 'fixed64'],
  5: ['sum', 'double'],
  6: ['scale', 'sint32'],
  7: ['zeroCount', 'fixed64'],
  8: ['positive', BUCKETS],
  9: ['negative', BUCKETS],
  10: ['flags', 'uint32'],
  11: ['exemplars', EXEMPLAR, 'repeated'],
  12: ['min', 'double'],
  13: ['max', 'double'],
  14: ['zeroThreshold', 'double'],
});

const SUMMARY_POINT = type({
  2: ['startTimeUnixNano', 'fixed64'],
  3: ['timeUnixNano', 'fixed64'],
  4: ['count', 'fixed64'],
  5: ['sum', 'double'],
  6: ['quantileValues', type({ 1: ['quantile', 'double'], 2: ['value', 'double'] }), 'repeated'],
  7: ['attributes', KEY_VALUE, 'repeated'],
  8: ['flags', 'uint32'],
});

/** What every kind of metric data has: its points, and for three of them the temporality. */
function data(point: MessageType): MessageType {
  return type({
    1: ['dataPoints', point, 'repeated'],
    2: ['aggregationTemporality', 'enum'],
    3: ['isMonotonic', 'bool'],
  });
}

const METRIC = type({
  1: ['name', 'string'],
  2: ['description', 'string'],
  3: ['unit', 'string'],
  5: ['gauge', data(NUMBER_POINT)],
  7: ['sum', data(NUMBER_POINT)],
  9: ['histogram', data(HISTOGRAM_POINT)],
  10: ['exponentialHistogram', data(EXPONENTIAL_POINT)],
  11: ['summary', data(SUMMARY_POINT)],
  12: ['metadata', KEY_VALUE, 'repeated'],
});

const LOG_RECORD = type({
  1: ['timeUnixNano', 'fixed64'],
  2: ['severityNumber', 'enum'],
  3: ['severityText', 'string'],
  5: ['body', ANY_VALUE],
  6: ['attributes', KEY_VALUE, 'repeated'],
  7: ['droppedAttributesCount', 'uint32'],
  8: ['flags', 'fixed32'],
  9: ['traceId', 'hex'],
  10: ['spanId', 'hex'],
  11: ['observedTimeUnixNano', 'fixed64'],
  12: ['eventName', 'string'],
});

/** The request of each signal. */
export const REQUESTS: Readonly<Record<Signal, MessageType>> = {
  traces: request('resourceSpans', 'scopeSpans', 'spans', SPAN),
  metrics: request('resourceMetrics', 'scopeMetrics', 'metrics', METRIC),
  logs: request('resourceLogs', 'scopeLogs', 'logRecords', LOG_RECORD),
};
