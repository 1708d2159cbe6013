import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  InMemorySpanExporter,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import { background } from 'csp';
import { makeDrink } from './bar.ts';
import { equal, test } from './report.ts';

await test('a mocha leaves two spans', async () => {
  const exporter = new InMemorySpanExporter();
  const provider = new WebTracerProvider({
    resource: resourceFromAttributes({
      [ATTR_SERVICE_NAME]: 'coffee-bar',
    }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });

  const tracer = provider.getTracer('drinks', '1.2.0');
  await makeDrink(background(), tracer, 'mocha', 40);
  equal(exporter.getFinishedSpans().length, 0); // still in the batch
  await provider.forceFlush();

  // In the order in which they ended: the child before the parent.
  const spans = exporter.getFinishedSpans();
  const [grind, drink] = spans;
  equal(
    spans.map(({ name }) => name),
    ['grind', 'make drink'],
  );
  equal(grind?.parentSpanContext, drink?.spanContext());
  equal(drink?.attributes, { 'lab.drink': 'mocha' });
  equal(drink?.instrumentationScope.version, '1.2.0');
  equal(drink?.resource.attributes[ATTR_SERVICE_NAME], 'coffee-bar');
  await provider.shutdown();
});
