/** A program that leaves many spans, and the bodies that the real exporter makes of them. */
import { createServer } from 'node:http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';

/** How many spans the program leaves. */
export const SPANS = 10_000;

/** The program as a reader would write it. */
export const spansProgram = `import { tracerFor } from 'telemetry';

const tracer = tracerFor('bench');
for (let i = 0; i < ${SPANS}; i++) {
  const attributes = { 'lab.index': i, 'lab.name': 'span ' + i, 'lab.even': i % 2 === 0 };
  tracer.startSpan('work', { attributes }).end();
}
`;

/** The same spans through the same exporter here: the texts of its requests. */
export async function bodies(): Promise<readonly string[]> {
  const texts: string[] = [];
  const receiver = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      texts.push(text);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((ready) => {
    receiver.listen(0, 'localhost', ready);
  });
  const address = receiver.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const exporter = new OTLPTraceExporter({ url: `http://localhost:${port}/v1/traces` });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'bench' }),
    spanProcessors: [new BatchSpanProcessor(exporter, { maxQueueSize: 65_536, maxExportBatchSize: 4_096 })],
  });
  const tracer = provider.getTracer('bench');
  for (let i = 0; i < SPANS; i++) {
    const attributes = { 'lab.index': i, 'lab.name': `span ${i}`, 'lab.even': i % 2 === 0 };
    tracer.startSpan('work', { attributes }).end();
  }
  await provider.shutdown();
  receiver.close();
  return texts;
}
