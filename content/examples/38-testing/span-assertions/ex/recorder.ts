import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchLogRecordProcessor,
  InMemoryLogRecordExporter,
  LoggerProvider,
  SimpleLogRecordProcessor,
} from '@opentelemetry/sdk-logs';
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  SimpleSpanProcessor,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';

const collector = 'http://localhost:4318/v1';

/** Providers for one test: what is in memory is also sent to you. */
export function recorder() {
  const resource = resourceFromAttributes({
    [ATTR_SERVICE_NAME]: 'coffee-bar',
  });
  const spans = new InMemorySpanExporter();
  const sent = new OTLPTraceExporter({ url: `${collector}/traces` });
  const tracers = new WebTracerProvider({
    resource,
    spanProcessors: [
      new SimpleSpanProcessor(spans),
      new BatchSpanProcessor(sent),
    ],
  });
  const records = new InMemoryLogRecordExporter();
  const exporter = new OTLPLogExporter({ url: `${collector}/logs` });
  const loggers = new LoggerProvider({
    resource,
    processors: [
      new SimpleLogRecordProcessor({ exporter: records }),
      new BatchLogRecordProcessor({ exporter }),
    ],
  });
  return {
    tracer: tracers.getTracer('till'),
    logger: loggers.getLogger('till'),
    spans: () => spans.getFinishedSpans(),
    records: () => records.getFinishedLogRecords(),
    shutdown: async () => {
      await tracers.shutdown();
      await loggers.shutdown();
    },
  };
}
