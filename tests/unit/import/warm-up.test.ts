import { expect, test } from 'vitest';
import { madeUpFile, rehearseReading } from '../../../src/import/warm-up.ts';

test('what is read to get ready is a whole trace, with nothing in it that a file would be refused for', async () => {
  const file = await rehearseReading(madeUpFile(24));
  if (!file.ok) throw new Error(`The made-up file is refused: ${file.problem.reason.key}.`);
  expect(file.leftOut.count).toBe(0);
  const { spans } = file.telemetry;
  expect(spans).toHaveLength(24);
  const ids = new Set(spans.map(({ spanId }) => spanId));
  expect(spans.filter(({ parentSpanId }) => parentSpanId === '')).toHaveLength(1);
  expect(spans.every(({ parentSpanId }) => parentSpanId === '' || ids.has(parentSpanId))).toBe(true);
  expect(new Set(spans.map(({ status }) => status.code))).toEqual(new Set(['unset', 'error']));
});
