import { inside, OtlpError } from './error.ts';
import type {
  Exemplar,
  ExponentialBuckets,
  ExponentialHistogramPoint,
  HistogramPoint,
  Metric,
  MetricData,
  NumberPoint,
  Resource,
  Scope,
  SummaryPoint,
} from './telemetry.ts';
import {
  attributes,
  bool,
  double,
  doubles,
  enumeration,
  int32,
  int64,
  items,
  list,
  message,
  optional,
  optionalId,
  string,
  uint32,
  uint64,
  uint64s,
} from './values.ts';
import type { Wire } from './values.ts';

const TEMPORALITIES = ['unspecified', 'delta', 'cumulative'] as const;
const DATA_KINDS = ['gauge', 'sum', 'histogram', 'exponentialHistogram', 'summary'] as const;

/** Called for each data point that cannot be kept, with a place inside the metric. */
export type RejectPoint = (error: OtlpError) => void;

/**
 * One metric. A data point that is wrong is handed to `reject` and left out; a metric that is wrong as a whole throws
 * `OtlpError`. Source: opentelemetry/proto/metrics/v1/metrics.proto.
 */
export function readMetric(wire: Wire, resource: Resource, scope: Scope, reject: RejectPoint): Metric {
  const name = string(wire, 'name');
  if (name === '') throw new OtlpError('name', 'must not be empty');
  return {
    name,
    description: string(wire, 'description'),
    unit: string(wire, 'unit'),
    data: readData(wire, reject),
    metadata: attributes(wire, 'metadata'),
    resource,
    scope,
  };
}

/** How many data points a metric holds, readable or not: what a rejected metric costs. At least 1. */
export function countPoints(raw: unknown): number {
  if (typeof raw !== 'object' || raw === null) return 1;
  let count = 1;
  for (const kind of DATA_KINDS) {
    const data: unknown = Reflect.get(raw, kind);
    if (typeof data !== 'object' || data === null || !('dataPoints' in data)) continue;
    if (Array.isArray(data.dataPoints)) count = Math.max(count, data.dataPoints.length);
  }
  return count;
}

function readData(wire: Wire, reject: RejectPoint): MetricData {
  const kind = DATA_KINDS.find((candidate) => wire[candidate] !== undefined && wire[candidate] !== null);
  if (kind === undefined) throw new OtlpError('', `must have one of ${DATA_KINDS.join(', ')}`);
  const data = optional(wire, kind) ?? {};
  function points<T>(read: (point: Wire) => T): readonly T[] {
    const kept: T[] = [];
    for (const [index, item] of items(data, 'dataPoints').entries()) {
      try {
        kept.push(read(message(item, '')));
      } catch (error) {
        reject(inside(`${kind}.dataPoints[${index}]`, error));
      }
    }
    return kept;
  }
  try {
    const temporality = enumeration(data, 'aggregationTemporality', TEMPORALITIES);
    switch (kind) {
      case 'gauge':
        return { kind, points: points(readNumber) };
      case 'sum':
        return { kind, points: points(readNumber), temporality, monotonic: bool(data, 'isMonotonic') };
      case 'histogram':
        return { kind, points: points(readHistogram), temporality };
      case 'exponentialHistogram':
        return { kind, points: points(readExponential), temporality };
      default:
        return { kind, points: points(readSummary) };
    }
  } catch (error) {
    throw inside(kind, error);
  }
}

/** What all points share. */
function readPoint(wire: Wire): Pick<NumberPoint, 'attributes' | 'startTimeUnixNano' | 'timeUnixNano' | 'flags'> {
  return {
    attributes: attributes(wire),
    startTimeUnixNano: uint64(wire, 'startTimeUnixNano'),
    timeUnixNano: uint64(wire, 'timeUnixNano'),
    flags: uint32(wire, 'flags'),
  };
}

function readValue(wire: Wire): bigint | number | undefined {
  return wire['asInt'] === undefined || wire['asInt'] === null ? double(wire, 'asDouble') : int64(wire, 'asInt');
}

function readExemplars(wire: Wire): readonly Exemplar[] {
  return list(wire, 'exemplars', (exemplar) => ({
    timeUnixNano: uint64(exemplar, 'timeUnixNano'),
    value: readValue(exemplar),
    traceId: optionalId(exemplar, 'traceId', 32),
    spanId: optionalId(exemplar, 'spanId', 16),
    filteredAttributes: attributes(exemplar, 'filteredAttributes'),
  }));
}

function readNumber(wire: Wire): NumberPoint {
  return { ...readPoint(wire), value: readValue(wire), exemplars: readExemplars(wire) };
}

function readHistogram(wire: Wire): HistogramPoint {
  const point: HistogramPoint = {
    ...readPoint(wire),
    ...readStatistics(wire),
    bucketCounts: uint64s(wire, 'bucketCounts'),
    explicitBounds: doubles(wire, 'explicitBounds'),
    exemplars: readExemplars(wire),
  };
  const { bucketCounts, explicitBounds } = point;
  const empty = bucketCounts.length === 0 && explicitBounds.length === 0;
  if (!empty && bucketCounts.length !== explicitBounds.length + 1) {
    throw new OtlpError(
      'bucketCounts',
      `must have one entry more than explicitBounds, but has ${bucketCounts.length} beside ${explicitBounds.length}`,
    );
  }
  return point;
}

function readStatistics(wire: Wire): Pick<HistogramPoint, 'count' | 'sum' | 'min' | 'max'> {
  return {
    count: uint64(wire, 'count'),
    sum: double(wire, 'sum'),
    min: double(wire, 'min'),
    max: double(wire, 'max'),
  };
}

function readExponential(wire: Wire): ExponentialHistogramPoint {
  return {
    ...readPoint(wire),
    ...readStatistics(wire),
    scale: int32(wire, 'scale'),
    zeroCount: uint64(wire, 'zeroCount'),
    zeroThreshold: double(wire, 'zeroThreshold') ?? 0,
    positive: readBuckets(wire, 'positive'),
    negative: readBuckets(wire, 'negative'),
    exemplars: readExemplars(wire),
  };
}

function readBuckets(wire: Wire, name: string): ExponentialBuckets {
  const buckets = optional(wire, name) ?? {};
  try {
    return { offset: int32(buckets, 'offset'), bucketCounts: uint64s(buckets, 'bucketCounts') };
  } catch (error) {
    throw inside(name, error);
  }
}

function readSummary(wire: Wire): SummaryPoint {
  return {
    ...readPoint(wire),
    count: uint64(wire, 'count'),
    sum: double(wire, 'sum') ?? 0,
    quantiles: list(wire, 'quantileValues', (entry) => ({
      quantile: double(entry, 'quantile') ?? 0,
      value: double(entry, 'value') ?? 0,
    })),
  };
}
