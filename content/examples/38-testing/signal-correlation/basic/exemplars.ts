import { trace, type Attributes } from '@opentelemetry/api';
import {
  ExportResultCode,
  hrTimeToNanoseconds,
} from '@opentelemetry/core';
import {
  DataPointType,
  type MetricData,
  type PushMetricExporter,
  type ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import type { Context } from 'csp';

const url = 'http://localhost:4318/v1/metrics';
const headers = { 'content-type': 'application/json' };

/**
 * Sends a histogram of one series and an exemplar for each bucket.
 * The SDK sends none, so this exporter writes the OTLP itself.
 */
export class ExemplarExporter implements PushMetricExporter {
  readonly #bounds: readonly number[];
  readonly #kept = new Map<number, object>();

  constructor(bounds: readonly number[]) {
    this.#bounds = bounds;
  }

  /** Of a bucket, the last measurement stays. */
  offer(value: number, ctx: Context): void {
    const span = trace.getSpanContext(ctx);
    if (span === undefined || span.traceFlags === 0) return;
    const { traceId, spanId } = span;
    const at = this.#bounds.findIndex((bound) => value <= bound);
    const timeUnixNano = `${Date.now()}000000`;
    const exemplar = {
      asDouble: value,
      timeUnixNano,
      traceId,
      spanId,
    };
    this.#kept.set(at === -1 ? this.#bounds.length : at, exemplar);
  }

  export(
    { resource, scopeMetrics }: ResourceMetrics,
    done: Parameters<PushMetricExporter['export']>[1],
  ): void {
    const one = {
      resource: { attributes: pairs(resource.attributes) },
      scopeMetrics: scopeMetrics.map(({ scope, metrics }) => ({
        scope: { name: scope.name },
        metrics: metrics.map((metric) => this.#write(metric)),
      })),
    };
    const body = JSON.stringify({ resourceMetrics: [one] });
    fetch(url, { method: 'POST', headers, body }).then(
      () => done({ code: ExportResultCode.SUCCESS }),
      (error) => done({ code: ExportResultCode.FAILED, error }),
    );
  }

  #write(metric: MetricData): object {
    const { name, unit, description } = metric.descriptor;
    if (metric.dataPointType !== DataPointType.HISTOGRAM) return {};
    const dataPoints = metric.dataPoints.map((point) => ({
      ...point.value,
      attributes: pairs(point.attributes),
      startTimeUnixNano: String(hrTimeToNanoseconds(point.startTime)),
      timeUnixNano: String(hrTimeToNanoseconds(point.endTime)),
      bucketCounts: point.value.buckets.counts,
      explicitBounds: this.#bounds,
      exemplars: [...this.#kept.values()],
    }));
    const histogram = { dataPoints, aggregationTemporality: 2 };
    return { name, unit, description, histogram };
  }

  async forceFlush(): Promise<void> {}
  async shutdown(): Promise<void> {}
}

function pairs(attributes: Attributes): object[] {
  return Object.entries(attributes).map(([key, value]) => ({
    key,
    value:
      typeof value === 'number'
        ? { intValue: value }
        : { stringValue: value },
  }));
}
