import { encodeValue } from './encode.ts';
import type { Attribute, Exemplar, Metric, MetricData } from './telemetry.ts';

/**
 * The exports of one instrument as one metric: what differs only in its points is joined, points stand by attributes and
 * then time, metrics by name. Resources and scopes must already be shared objects where they are equal.
 */
export function mergeMetrics(metrics: readonly Metric[]): readonly Metric[] {
  const owners = new Map<object, number>();
  function owner(value: object): number {
    const number = owners.get(value) ?? owners.size;
    owners.set(value, number);
    return number;
  }
  const merged = new Map<string, Metric>();
  for (const metric of metrics) {
    const { data } = metric;
    const key = JSON.stringify([
      owner(metric.resource),
      owner(metric.scope),
      metric.name,
      data.kind,
      'temporality' in data ? data.temporality : '',
      data.kind === 'sum' && data.monotonic,
      metric.unit,
      metric.description,
      attributesKey(metric.metadata),
    ]);
    const earlier = merged.get(key);
    merged.set(key, earlier === undefined ? metric : { ...earlier, data: join(earlier.data, data) });
  }
  return [...merged.values()]
    .map((metric) => ({ ...metric, data: mapPoints(metric.data, sortPoints) }))
    .toSorted((a, b) => compare(a.name, b.name));
}

/** The same text for the same attributes in the same order. */
export function attributesKey(attributes: readonly Attribute[]): string {
  return JSON.stringify(attributes.map(({ key, value }) => [key, encodeValue(value)]));
}

function join(first: MetricData, second: MetricData): MetricData {
  if (first.kind === 'gauge' && second.kind === 'gauge')
    return { ...first, points: [...first.points, ...second.points] };
  if (first.kind === 'sum' && second.kind === 'sum') return { ...first, points: [...first.points, ...second.points] };
  if (first.kind === 'histogram' && second.kind === 'histogram') {
    return { ...first, points: [...first.points, ...second.points] };
  }
  if (first.kind === 'exponentialHistogram' && second.kind === 'exponentialHistogram') {
    return { ...first, points: [...first.points, ...second.points] };
  }
  if (first.kind === 'summary' && second.kind === 'summary') {
    return { ...first, points: [...first.points, ...second.points] };
  }
  return first;
}

/** What every kind of data point has. */
export interface AnyPoint {
  readonly attributes: readonly Attribute[];
  readonly timeUnixNano: bigint;
  readonly exemplars?: readonly Exemplar[];
}

/** The same metric data with its points passed through `map`. */
export function mapPoints(
  data: MetricData,
  map: <P extends AnyPoint>(points: readonly P[]) => readonly P[],
): MetricData {
  switch (data.kind) {
    case 'gauge':
      return { ...data, points: map(data.points) };
    case 'sum':
      return { ...data, points: map(data.points) };
    case 'histogram':
      return { ...data, points: map(data.points) };
    case 'exponentialHistogram':
      return { ...data, points: map(data.points) };
    default:
      return { ...data, points: map(data.points) };
  }
}

function sortPoints<P extends AnyPoint>(points: readonly P[]): readonly P[] {
  return points
    .map((point) => ({ point, key: attributesKey(point.attributes) }))
    .toSorted((a, b) => compare(a.key, b.key) || compare(a.point.timeUnixNano, b.point.timeUnixNano))
    .map(({ point }) => point);
}

function compare<T extends bigint | string>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
