import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { sleep } from 'csp';

// 1. The exporter turns spans into OTLP and posts them.
const exporter = new OTLPTraceExporter({
  url: 'http://localhost:4318/v1/traces',
});

// 2. The processor keeps ended spans and hands them over in batches.
const processor = new BatchSpanProcessor(exporter);

// 3. The resource says who is talking, once for all spans.
const resource = resourceFromAttributes({
  [ATTR_SERVICE_NAME]: 'coffee-bar',
});

// 4. The provider holds them together and makes tracers.
const provider = new WebTracerProvider({
  resource,
  spanProcessors: [processor],
});

const tracer = provider.getTracer('coffee-bar');
const span = tracer.startSpan('brew coffee');
await sleep(120); // the work
span.end();
console.log('ended: the span waits in the processor');

// 5. Shutdown sends what is waiting, then closes the exporter.
await provider.shutdown();
console.log('shut down: the receiver has answered');
