/**
 * Compares everything that a TypeScript run has left with what its Go twin has left: spans as trees, log records each with
 * its span, metrics by what they say in the end. Pure.
 */
import type { LogRecord, Metric, MetricData, Telemetry } from '../../src/otlp/telemetry.ts';
import {
  attributesText,
  describeSpans,
  differences,
  milliseconds,
  onlyInOne,
  valueText,
  type Allowed,
} from './compare.ts';

/** A line for each span, record and series that only one of two runs has; empty if they have left the same. */
export function allDifferences(typescript: Telemetry, go: Telemetry, allowed: readonly Allowed[]): readonly string[] {
  return [
    ...differences(typescript.spans, go.spans, allowed),
    ...onlyInOne(describeLogs(typescript, allowed), describeLogs(go, allowed)),
    ...onlyInOne(typescript.metrics.flatMap(describeMetric), go.metrics.flatMap(describeMetric)),
  ];
}

function describeLogs({ spans, logs }: Telemetry, allowed: readonly Allowed[]): readonly string[] {
  const places = describeSpans(spans, allowed);
  return logs.map((record) => {
    const index = spans.findIndex(({ traceId, spanId }) => traceId === record.traceId && spanId === record.spanId);
    const span = spans[index];
    const began = span === undefined ? '' : ` after ${milliseconds(timeOf(record) - span.startTimeUnixNano)}`;
    const place = index === -1 ? 'no span' : (places[index] ?? '');
    const free = new Set(allowed.filter(({ log }) => log === record.eventName).flatMap(({ fields }) => fields));
    const said = `${valueText(record.body)} ${attributesText(record.attributes, free)}`;
    return `log record ${record.eventName} of severity ${record.severityNumber}: ${said}${began} in ${place}`;
  });
}

/** When it happened; a source that gave no time was at least observed. */
function timeOf({ timeUnixNano, observedTimeUnixNano }: LogRecord): bigint {
  return timeUnixNano === 0n ? observedTimeUnixNano : timeUnixNano;
}

/**
 * A line for each series, with its last point. When metrics are collected, and whether a whole number is sent as `asInt`
 * or `asDouble`, is up to the SDK.
 */
function describeMetric({ name, unit, description, data }: Metric): readonly string[] {
  const head = `metric ${name} (${unit}, ${description}), ${kindOf(data)}`;
  const lastOf = new Map<string, { readonly at: bigint; readonly value: string }>();
  for (const point of data.points) {
    const series = attributesText(point.attributes, new Set());
    if ((lastOf.get(series)?.at ?? -1n) > point.timeUnixNano) continue;
    lastOf.set(series, { at: point.timeUnixNano, value: valueOf(point) });
  }
  return Array.from(lastOf, ([series, { value }]) => `${head} ${series}: ${value}`);
}

function kindOf(data: MetricData): string {
  switch (data.kind) {
    case 'sum':
      return `${data.temporality} ${data.monotonic ? 'counter' : 'up-down counter'}`;
    case 'histogram':
    case 'exponentialHistogram':
      return `${data.temporality} ${data.kind}`;
    default:
      return data.kind;
  }
}

function valueOf(point: MetricData['points'][number]): string {
  if ('value' in point) return String(point.value);
  const { attributes: _, startTimeUnixNano: _start, timeUnixNano: _time, ...rest } = point;
  return JSON.stringify({ ...rest, exemplars: undefined }, (_key, part: unknown) =>
    typeof part === 'bigint' ? String(part) : part,
  );
}
