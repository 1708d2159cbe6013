import {
  BatchSpanProcessor,
  WebTracerProvider,
} from '@opentelemetry/sdk-trace-web';
import { background } from 'csp';
import { makeDrink } from './bar.ts';
import { Flaky } from './flaky.ts';
import { equal, test } from './report.ts';
import { Retrying } from './retrying.ts';

/** One drink, sent through an exporter that fails so often. */
async function sendAfter(failures: number) {
  const flaky = new Flaky(failures);
  const exporter = new Retrying(flaky, 3);
  const provider = new WebTracerProvider({
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  const tracer = provider.getTracer('drinks');
  await makeDrink(background(), tracer, 'mocha', 40);
  const error: unknown = await provider.forceFlush().catch(String);
  return { exporter, spans: flaky.memory.getFinishedSpans(), error };
}

await test('two failures cost time, and nothing else', async () => {
  const { exporter, spans } = await sendAfter(2);
  equal(exporter.attempts, 3);
  equal(spans.length, 2); // each once, not three times
});

await test('after three it gives up, and says so', async () => {
  const { exporter, spans, error } = await sendAfter(3);
  equal(exporter.attempts, 3);
  equal(spans.length, 0);
  equal(error, 'Error: unavailable');
});
