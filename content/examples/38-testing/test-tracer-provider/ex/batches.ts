import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  WebTracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { background, sleep } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { Retrying } from './retrying.ts';

const tests = tracerFor('tests');
const resource = resourceFromAttributes({
  [ATTR_SERVICE_NAME]: 'coffee-bar',
});

export interface Batch {
  readonly failures: number;
  readonly drinks: number;
}

/** What you write: an exporter that fails so often. */
export type Wrap = (
  inner: SpanExporter,
  failures: number,
) => SpanExporter;

/** Sends a batch of drinks and reports what the exporter did. */
export async function send(batch: Batch, wrap: Wrap): Promise<void> {
  await inSpan(background(), tests, 'batch', async (_, report) => {
    const url = 'http://localhost:4318/v1/traces';
    const real = new OTLPTraceExporter({ url });
    const exporter = new Retrying(wrap(real, batch.failures), 9);
    const provider = new WebTracerProvider({
      resource,
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    const tracer = provider.getTracer('drinks');
    for (let n = 0; n < batch.drinks; n += 1) {
      const work = (): Promise<void> => sleep(10);
      await inSpan(background(), tracer, 'make drink', work);
    }
    await provider.shutdown();
    report.setAttribute('lab.batch.failures', batch.failures);
    report.setAttribute('lab.batch.drinks', batch.drinks);
    report.setAttribute('lab.export.attempts', exporter.attempts);
    report.setAttribute('lab.export.errors', exporter.errors);
  });
}
