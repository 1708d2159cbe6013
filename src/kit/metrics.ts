/** `import { meterFor } from "telemetry/metrics"`: metrics of a service, collected and sent when the program ends. */
import type { Meter } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { onExit } from './exit.ts';
import { COLLECTOR, serviceResource } from './service.ts';

const providers = new Map<string, MeterProvider>();

/**
 * A meter of a service. The reader collects every 60 s, as the SDK does by default, and once when the program ends.
 *
 * @param service becomes `service.name`.
 * @param scope the instrumentation scope; the service's name if left out.
 */
export function meterFor(service: string, scope = service): Meter {
  let provider = providers.get(service);
  if (!provider) {
    const exporter = new OTLPMetricExporter({ url: `${COLLECTOR}/v1/metrics` });
    provider = new MeterProvider({
      resource: serviceResource(service),
      readers: [new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 60_000 })],
    });
    providers.set(service, provider);
    const started = provider;
    onExit(() => started.forceFlush());
  }
  return provider.getMeter(scope);
}
