import { diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';
import { Counted, logger } from './counted.ts';

diag.setLogger(logger); // without it the SDK keeps its troubles quiet

const exporter = new Counted(
  // A typing error: nobody listens on 4319.
  new OTLPTraceExporter({ url: 'http://localhost:4319/v1/traces' }),
);
const provider = new WebTracerProvider({
  resource: resourceFromAttributes({
    [ATTR_SERVICE_NAME]: 'coffee-bar',
  }),
  spanProcessors: [new BatchSpanProcessor(exporter)],
});
const tracer = provider.getTracer('coffee-bar');

for (const drink of ['espresso', 'mocha', 'tea']) {
  const span = tracer.startSpan('make drink');
  await sleep(200); // the work
  span.end();
  console.log(`made ${drink}`);
}

const closing = Date.now();
try {
  await provider.shutdown();
} catch (error) {
  console.error('spans lost:', error);
}
console.log(`shutdown took ${Date.now() - closing} ms`);
