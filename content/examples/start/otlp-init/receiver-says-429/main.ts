import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';

// The receiver of this example answers the first request with
// "429 Too Many Requests, Retry-After: 2" and the second with 200.
const provider = new WebTracerProvider({
  resource: resourceFromAttributes({
    [ATTR_SERVICE_NAME]: 'coffee-bar',
  }),
  spanProcessors: [
    new BatchSpanProcessor(
      new OTLPTraceExporter({
        url: 'http://localhost:4318/v1/traces',
      }),
    ),
  ],
});

const tracer = provider.getTracer('coffee-bar');
const span = tracer.startSpan('brew coffee');
await sleep(120); // the work
span.end();

const closing = Date.now();
await provider.shutdown();
console.log(`shutdown took ${Date.now() - closing} ms`);
