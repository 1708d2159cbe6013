import { background } from 'csp';
import { makeDrink } from './bar.ts';
import { recorder } from './recorder.ts';
import { equal, test } from './report.ts';

await test('reads after shutdown', async () => {
  const { exporter, provider, tracer } = recorder();
  await makeDrink(background(), tracer, 'mocha', 40);
  await provider.shutdown(); // tidy, and it empties the exporter
  equal(exporter.getFinishedSpans().length, 2);
});

await test('expects nothing, and gets it', async () => {
  const { exporter, provider, tracer } = recorder();
  // A mocha too many.
  await makeDrink(background(), tracer, 'mocha', 40);
  await provider.shutdown();
  equal(exporter.getFinishedSpans().length, 0);
});

await test('reads first', async () => {
  const { exporter, provider, tracer } = recorder();
  await makeDrink(background(), tracer, 'mocha', 40);
  const spans = exporter.getFinishedSpans();
  await provider.shutdown();
  equal(spans.length, 2);
});
