import { outline, same } from './outline.ts';
import { test } from './report.ts';
import { sell } from './till.ts';

const right = [
  'sell drink (internal)',
  '  look up price (internal)',
  '    SELECT menu (client)',
  '  charge card (client)',
];

await test('by number', async ({ ctx, tracer, finished }) => {
  await sell(ctx, tracer, 'mocha', 500);
  if (finished().length !== 4) throw new Error('not four spans');
});

await test('by yes and no', async ({ ctx, tracer, finished }) => {
  await sell(ctx, tracer, 'mocha', 500);
  const price = finished().find(
    ({ name }) => name === 'look up price',
  );
  const query = finished().find(({ name }) => name === 'SELECT menu');
  const { spanId } = price?.spanContext() ?? {};
  if (query?.parentSpanContext?.spanId !== spanId) {
    throw new Error('expected true, found false');
  }
});

await test('by tree', async ({ ctx, tracer, finished }) => {
  await sell(ctx, tracer, 'mocha', 500);
  same(outline(finished()), right);
});
