/** `import { loggerFor } from "telemetry/logs"`: log records of a service, sent in batches and when the program ends. */
import type { Logger } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { onExit } from './exit.ts';
import { COLLECTOR, serviceResource } from './service.ts';

export { SeverityNumber } from '@opentelemetry/api-logs';

const providers = new Map<string, LoggerProvider>();

/**
 * A logger of a service. Pass the context that holds the span when you emit: the record then carries its ids.
 *
 * @param service becomes `service.name`.
 * @param scope the instrumentation scope; the service's name if left out.
 */
export function loggerFor(service: string, scope = service): Logger {
  let provider = providers.get(service);
  if (!provider) {
    const exporter = new OTLPLogExporter({ url: `${COLLECTOR}/v1/logs` });
    provider = new LoggerProvider({
      resource: serviceResource(service),
      processors: [new BatchLogRecordProcessor({ exporter, maxQueueSize: 65_536, maxExportBatchSize: 4_096 })],
    });
    providers.set(service, provider);
    const started = provider;
    onExit(() => started.forceFlush());
  }
  return provider.getLogger(scope);
}
