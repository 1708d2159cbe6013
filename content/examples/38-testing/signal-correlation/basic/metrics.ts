import {
  defaultResource,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import {
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  ATTR_SERVICE_NAME,
  METRIC_HTTP_SERVER_REQUEST_DURATION,
} from '@opentelemetry/semantic-conventions';
import type { Attributes } from '@opentelemetry/api';
import type { Context } from 'csp';
import { ExemplarExporter } from './exemplars.ts';

const bounds = [
  0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5,
  7.5, 10,
];

const resource = defaultResource().merge(
  resourceFromAttributes({ [ATTR_SERVICE_NAME]: 'coffee-bar' }),
);
const exporter = new ExemplarExporter(bounds);
const provider = new MeterProvider({
  resource,
  readers: [new PeriodicExportingMetricReader({ exporter })],
});
const duration = provider
  .getMeter('coffee-bar')
  .createHistogram(METRIC_HTTP_SERVER_REQUEST_DURATION, {
    description: 'Duration of HTTP server requests.',
    unit: 's',
    advice: { explicitBucketBoundaries: bounds },
  });

export function record(
  seconds: number,
  attributes: Attributes,
  ctx: Context,
): void {
  duration.record(seconds, attributes, ctx);
  exporter.offer(seconds, ctx);
}

export function shutdown(): Promise<void> {
  return provider.shutdown();
}
