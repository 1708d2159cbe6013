import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Span } from '../../../src/otlp/telemetry.ts';
import { buildForest } from '../../../src/trace/forest.ts';
import type { TraceForest } from '../../../src/trace/forest.ts';
import { spanList } from '../otlp/arbitrary.ts';
import { EPOCH, span } from '../otlp/sample.ts';

// Properties run hundreds of cases; on a busy machine that takes longer than a test of one.
vi.setConfig({ testTimeout: 60_000 });

const ms = (milliseconds: number): bigint => EPOCH + BigInt(milliseconds) * 1_000_000n;
const id = (number: number): string => (number + 1).toString(16).padStart(16, '0');

/** `make('a', 0, 10, 'parent')`: times in milliseconds; the id is derived from the name. */
function make(name: string, start: number, end: number, parent = '', changes: Partial<Span> = {}): Span {
  return span({
    name,
    spanId: idOf(name),
    parentSpanId: parent === '' ? '' : idOf(parent),
    startTimeUnixNano: ms(start),
    endTimeUnixNano: ms(end),
    ...changes,
  });
}

function idOf(name: string): string {
  return Array.from(name, (char) => char.charCodeAt(0).toString(16))
    .join('')
    .padStart(16, '0')
    .slice(-16);
}

/** Rows as `  name` with two spaces a level, `?` where pending. */
function drawn(forest: TraceForest): readonly string[] {
  return forest.spans.map(
    (one, row) => `${'  '.repeat(forest.depth[row] ?? 0)}${one.name}${forest.pending[row] ? '?' : ''}`,
  );
}

function names(forest: TraceForest, row: number): string {
  return forest.spans[row]?.name ?? '-';
}

test('what is arranged is not arranged again', () => {
  const spans = [make('root', 0, 9), make('a', 1, 2, 'root')];
  expect(buildForest(spans)).toBe(buildForest(spans));
  expect(buildForest([...spans])).not.toBe(buildForest(spans));
});

describe('buildForest', () => {
  test('of nothing is empty', () => {
    expect(buildForest([])).toMatchObject({ spans: [], originNs: 0n, durationNs: 0 });
  });

  test('puts children below their parent by start, in whatever order they arrive', () => {
    const forest = buildForest([
      make('late', 5, 6, 'root'),
      make('leaf', 2, 3, 'early'),
      make('early', 1, 4, 'root'),
      make('root', 0, 10),
    ]);
    expect(drawn(forest)).toEqual(['root', '  early', '    leaf', '  late']);
    expect([...forest.parent]).toEqual([-1, 0, 1, 0]);
    expect([...forest.subtreeEnd]).toEqual([4, 3, 3, 4]);
    expect([...forest.startNs]).toEqual([0, 1e6, 2e6, 5e6]);
    expect([...forest.endNs]).toEqual([10e6, 4e6, 3e6, 6e6]);
    expect(forest.originNs).toBe(EPOCH);
    expect(forest.durationNs).toBe(10e6);
  });

  test('keeps spans whose parent is missing, and several traces', () => {
    const other = 'f'.repeat(32);
    const forest = buildForest([
      make('orphan', 1, 2, 'gone'),
      make('child', 1, 2, 'orphan'),
      make('a', 0, 1),
      make('b', 2, 3, 'a', { traceId: other }),
      make('a', 0, 1, '', { traceId: other }),
    ]);
    expect(drawn(forest)).toEqual(['a', 'a', '  b', 'orphan?', '  child']);
  });

  test('cuts a circle at the span that starts first', () => {
    const forest = buildForest([
      make('b', 1, 5, 'a'),
      make('a', 0, 5, 'c'),
      make('c', 2, 3, 'b'),
      make('d', 3, 4, 'c'),
    ]);
    expect(drawn(forest)).toEqual(['a?', '  b', '    c', '      d']);
    expect(drawn(buildForest([make('self', 0, 1, 'self')]))).toEqual(['self?']);
  });

  test('keeps spans with the same id; children hang from the first', () => {
    const forest = buildForest([make('a', 1, 9), make('a', 0, 9), make('b', 2, 3, 'a')]);
    expect(drawn(forest)).toEqual(['a', 'a', '  b']);
    expect(names(forest, forest.parent[2] ?? -1)).toBe('a');
    expect(forest.parent[2]).toBe(1);
  });

  test('siblings that start together stay in order of arrival', () => {
    expect(drawn(buildForest([make('x', 0, 1), make('y', 0, 2), make('w', 0, 3)]))).toEqual(['x', 'y', 'w']);
  });

  test('an end before the start is drawn as no length', () => {
    const forest = buildForest([span({ endTimeUnixNano: EPOCH - 5n })]);
    expect([forest.startNs[0], forest.endNs[0], forest.selfNs[0], forest.durationNs]).toEqual([0, 0, 0, 0]);
  });

  test('self time is what no child covers, children clipped and overlapping', () => {
    const forest = buildForest([
      make('root', 10, 30),
      make('before', 0, 12, 'root'),
      make('one', 14, 20, 'root'),
      make('beside', 16, 18, 'root'),
      make('over', 19, 22, 'root'),
      make('after', 28, 40, 'root'),
      make('outside', 50, 60, 'root'),
      make('leaf', 15, 16, 'one'),
    ]);
    const root = forest.spans.findIndex((one) => one.name === 'root');
    expect(forest.selfNs[root]).toBe((14 - 12 + 28 - 22) * 1e6);
    expect(forest.selfNs[forest.spans.findIndex((one) => one.name === 'one')]).toBe(5e6);
  });

  test.each([
    [
      '10,000 deep',
      Array.from({ length: 10_000 }, (_, index) =>
        span({ spanId: id(index), parentSpanId: index === 0 ? '' : id(index - 1) }),
      ),
    ],
    [
      '50,000 wide',
      Array.from({ length: 50_000 }, (_, index) => span({ spanId: id(index), parentSpanId: index === 0 ? '' : id(0) })),
    ],
    [
      'a circle of 50,000',
      Array.from({ length: 50_000 }, (_, index) => span({ spanId: id(index), parentSpanId: id((index + 1) % 50_000) })),
    ],
  ])('%s is no trouble', (_, spans) => {
    const forest = buildForest(spans);
    expect(forest.spans).toHaveLength(spans.length);
    expect(forest.subtreeEnd[0]).toBe(spans.length);
  });

  test('loses nothing, and its columns agree with each other', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        expect(new Set(forest.spans)).toEqual(new Set(spans));
        expect(forest.spans).toHaveLength(spans.length);
        for (const [row, one] of forest.spans.entries()) {
          const parent = forest.parent[row] ?? -1;
          const named = spans.some((other) => other.traceId === one.traceId && other.spanId === one.parentSpanId);
          expect(forest.depth[row]).toBe(parent < 0 ? 0 : (forest.depth[parent] ?? 0) + 1);
          expect(parent).toBeLessThan(row);
          expect(parent < 0 || row < (forest.subtreeEnd[parent] ?? 0)).toBe(true);
          expect(parent < 0 ? '' : forest.spans[parent]?.spanId).toBe(parent < 0 ? '' : one.parentSpanId);
          expect(Boolean(forest.pending[row])).toBe(parent < 0 && one.parentSpanId !== '');
          expect(named || parent < 0).toBe(true);
        }
      }),
    );
  });

  test('does not depend on the order of arrival where ids are unique and no siblings start together', () => {
    const distinct = spanList.map((spans) =>
      spans.map((one, index) => ({
        ...one,
        spanId: id(index),
        traceId: 'a'.repeat(32),
        startTimeUnixNano: one.startTimeUnixNano + BigInt(index),
        endTimeUnixNano: one.endTimeUnixNano + BigInt(index),
      })),
    );
    const shuffled = distinct.chain((spans) =>
      fc.tuple(fc.constant(spans), fc.shuffledSubarray([...spans], { minLength: spans.length })),
    );
    fc.assert(
      fc.property(shuffled, ([spans, others]) => {
        expect(buildForest(others)).toEqual(buildForest(spans));
      }),
    );
  });

  test('self time lies between nothing and the duration, and is the duration of a leaf', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        for (const row of forest.spans.keys()) {
          const duration = (forest.endNs[row] ?? 0) - (forest.startNs[row] ?? 0);
          expect(forest.selfNs[row]).toBeGreaterThanOrEqual(0);
          expect(forest.selfNs[row]).toBeLessThanOrEqual(duration);
          expect(forest.subtreeEnd[row] !== row + 1 || forest.selfNs[row] === duration).toBe(true);
        }
      }),
    );
  });
});
