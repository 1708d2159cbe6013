import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderByStart } from '../../../src/trace/by-start.ts';

describe('the order of starts', () => {
  test('is that of a stable sort, to the last nanosecond of 104 days', () => {
    const start = fc.oneof(fc.nat({ max: 3 }), fc.nat(), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }));
    fc.assert(
      fc.property(fc.array(start), (starts) => {
        const expected = starts.map((_, index) => index).toSorted((a, b) => (starts[a] ?? 0) - (starts[b] ?? 0));
        expect([...orderByStart(Float64Array.from(starts))]).toEqual(expected);
      }),
    );
  });

  test('tells neighbours apart where 32 bits end', () => {
    const starts = [2 ** 32 + 1, 2 ** 32, 2 ** 32 - 1, 2 ** 44, 2 ** 44 - 1, 0];
    expect([...orderByStart(Float64Array.from(starts))]).toEqual([5, 2, 1, 0, 4, 3]);
  });
});
