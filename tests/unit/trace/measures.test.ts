import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Span } from '../../../src/otlp/telemetry.ts';
import {
  buildForest,
  compareShape,
  comparisonFacts,
  criticalPath,
  formatDuration,
  formatExact,
  serviceName,
  summary,
} from '../../../src/trace/index.ts';
import { spanList } from '../otlp/arbitrary.ts';
import { EPOCH, resource, span } from '../otlp/sample.ts';

// Properties run hundreds of cases; on a busy machine that takes longer than a test of one.
vi.setConfig({ testTimeout: 60_000 });

const ms = (milliseconds: number): bigint => EPOCH + BigInt(milliseconds) * 1_000_000n;
const id = (number: number): string => (number + 1).toString(16).padStart(16, '0');

type Row = readonly [name: string, start: number, end: number, parent?: number | undefined, changes?: Partial<Span>];

/** Spans from short rows; `parent` is an index into the rows, times are milliseconds. */
function trace(...rows: readonly Row[]) {
  return buildForest(
    rows.map(([name, start, end, parent, changes], index) =>
      span({
        name,
        spanId: id(index),
        parentSpanId: parent === undefined ? '' : id(parent),
        startTimeUnixNano: ms(start),
        endTimeUnixNano: ms(end),
        ...changes,
      }),
    ),
  );
}

describe('summary', () => {
  test('counts spans, errors, traces and services', () => {
    const bank = {
      ...resource,
      attributes: [{ key: 'service.name', value: { kind: 'string', value: 'bank' } as const }],
    };
    const forest = trace(
      ['a', 0, 10],
      ['b', 1, 12, 0, { resource: bank, status: { code: 'error', message: '' } }],
      ['c', 1, 2, 0, { resource: { ...resource, attributes: [] }, traceId: 'c'.repeat(32) }],
    );
    expect(summary(forest)).toEqual({
      spanCount: 3,
      errorCount: 1,
      traceCount: 2,
      services: ['shop', 'bank'],
      durationNs: 12e6,
    });
  });
});

describe('formatDuration', () => {
  test.each([
    [0, '0 ns', '0 ns'],
    [999, '999 ns', '999 ns'],
    [1_000, '1.00 µs', '1 µs'],
    [850_000, '850 µs', '850 µs'],
    [995_000, '995 µs', '995 µs'],
    [999_600, '1.00 ms', '999.6 µs'],
    [12_400_001n, '12.4 ms', '12.400001 ms'],
    [9_996_000, '10.0 ms', '9.996 ms'],
    [50_000_000, '50.0 ms', '50 ms'],
    [1_200_000_000n, '1.20 s', '1.2 s'],
    [59_940_000_000, '59.9 s', '59.94 s'],
    [59_960_000_000, '1 min 00 s', '59.96 s'],
    [65_000_000_000, '1 min 05 s', '65 s'],
    [3_599_700_000_000, '1 h 00 min', '3599.7 s'],
    [3_720_000_000_000, '1 h 02 min', '3720 s'],
    [-1_500_000, '-1.50 ms', '-1.5 ms'],
    [1.4, '1 ns', '1 ns'],
    [Number.NaN, '0 ns', '0 ns'],
  ])('%s ns', (ns, short, exact) => {
    expect(formatDuration(ns)).toBe(short);
    expect(formatExact(ns)).toBe(exact);
  });
});

function path(forest: ReturnType<typeof trace>, root = 0): readonly string[] {
  return criticalPath(forest, root).map(
    ({ row, startNs, endNs }) => `${forest.spans[row]?.name} ${startNs / 1e6}-${endNs / 1e6}`,
  );
}

describe('criticalPath', () => {
  test('goes through the child that was waited for last', () => {
    const forest = trace(
      ['root', 0, 100],
      ['fast', 10, 30, 0],
      ['slow', 10, 60, 0],
      ['then', 70, 90, 0],
      ['inner', 20, 60, 2],
    );
    expect(path(forest)).toEqual(['root 0-10', 'slow 10-20', 'inner 20-60', 'root 60-70', 'then 70-90', 'root 90-100']);
  });

  test('clips a child that outlives its parent and skips what begins after it', () => {
    expect(path(trace(['root', 0, 10], ['long', 5, 50, 0], ['late', 20, 30, 0]))).toEqual(['root 0-5', 'long 5-10']);
  });

  test('a tick and a root that does not exist have none', () => {
    expect(path(trace(['root', 0, 0]))).toEqual([]);
    expect(criticalPath(buildForest([]))).toEqual([]);
  });

  test('covers each root exactly, without overlap', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        for (const root of forest.spans.keys()) {
          let time = forest.startNs[root] ?? 0;
          for (const segment of criticalPath(forest, root)) {
            expect(segment.startNs).toBe(time);
            expect(segment.endNs).toBeGreaterThan(segment.startNs);
            time = segment.endNs;
          }
          expect(time).toBe(forest.endNs[root]);
        }
      }),
    );
  });

  test('10,000 deep and 50,000 wide are no trouble', () => {
    const deep = trace(
      ...Array.from({ length: 10_000 }, (_, index): Row => (index === 0 ? ['s', 0, 9] : ['s', 0, 9, index - 1])),
    );
    expect(criticalPath(deep)).toHaveLength(1);
    const wide = trace(
      ...Array.from({ length: 50_000 }, (_, index): Row =>
        index === 0 ? ['s', 0, 60_000] : ['s', index, index + 1, 0],
      ),
    );
    expect(criticalPath(wide)).toHaveLength(50_001);
  });
});

describe('compareShape', () => {
  const error = { status: { code: 'error', message: '' } } as const;

  test('a run compared with itself has no differences', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        const comparison = compareShape(forest, forest);
        expect(comparison).toMatchObject({
          added: [],
          missing: [],
          moved: [],
          statusChanged: [],
          slower: [],
          faster: [],
        });
        expect(comparison.matched).toHaveLength(spans.length);
        expect(comparisonFacts(forest, forest, comparison)).toEqual([{ kind: 'same', count: spans.length }]);
      }),
    );
  });

  test('what one run has and the other not is the same both ways', () => {
    fc.assert(
      fc.property(spanList, spanList, (one, two) => {
        const [a, b] = [buildForest(one), buildForest(two)];
        const there = compareShape(a, b);
        const back = compareShape(b, a);
        expect(there.added).toEqual(back.missing);
        expect(there.missing).toEqual(back.added);
        expect(there.matched.length + there.added.length).toBe(two.length);
        expect(there.slower.length).toBe(back.faster.length);
        const turned = back.matched.map((rows) => ({ a: rows.b, b: rows.a })).toSorted((x, y) => x.b - y.b);
        expect(there.matched).toEqual(turned);
        expect(there.moved.length).toBe(back.moved.length);
      }),
    );
  });

  test('every span is matched once, added or missing, and none is both added and missing', () => {
    fc.assert(
      fc.property(spanList, spanList, (one, two) => {
        const [a, b] = [buildForest(one), buildForest(two)];
        const { matched, added, missing, moved } = compareShape(a, b);
        const up = (x: number, y: number): number => x - y;
        expect([...matched.map((rows) => rows.b), ...added].toSorted(up)).toEqual(two.map((_, row) => row));
        expect([...matched.map((rows) => rows.a), ...missing].toSorted(up)).toEqual(one.map((_, row) => row));
        const kin = (forest: typeof a, row: number): string => {
          const { name, kind, resource: from } = forest.spans[row] ?? span();
          return JSON.stringify([name, kind, serviceName({ resource: from })]);
        };
        for (const rows of matched) expect(kin(a, rows.a)).toBe(kin(b, rows.b));
        const gone = new Set(missing.map((row) => kin(a, row)));
        for (const row of added) expect(gone).not.toContain(kin(b, row));
        // What has moved is exactly what has another parent.
        const inA = new Map(matched.map((rows) => [rows.b, rows.a]));
        for (const rows of matched) {
          const above = b.parent[rows.b] ?? -1;
          const sameParent = above < 0 ? a.parent[rows.a] === -1 : inA.get(above) === a.parent[rows.a];
          expect(moved.includes(rows)).toBe(!sameParent);
        }
      }),
    );
  });

  test('a subtree that is hung up elsewhere has moved as a whole: one span has, the rest has come along', () => {
    const plan = fc.integer({ min: 3, max: 24 }).chain((size) =>
      fc.record({
        parents: fc.tuple(...Array.from({ length: size - 1 }, (_, at) => fc.nat(at))),
        mover: fc.integer({ min: 1, max: size - 1 }),
        to: fc.nat(size - 1),
      }),
    );
    fc.assert(
      fc.property(plan, ({ parents, mover, to }) => {
        const parentOf = (row: number): number | undefined => (row === 0 ? undefined : parents[row - 1]);
        for (let at: number | undefined = to; at !== undefined; at = parentOf(at)) fc.pre(at !== mover);
        fc.pre(parentOf(mover) !== to);
        const rows = [0, ...parents].map((_, row): Row => [`span ${row}`, row, 100, parentOf(row)]);
        const a = trace(...rows);
        const b = trace(...rows.map((row, at): Row => (at === mover ? [row[0], row[1], row[2], to] : row)));
        const { added, missing, moved, slower, faster } = compareShape(a, b);
        expect({ added, missing, slower, faster }).toEqual({ added: [], missing: [], slower: [], faster: [] });
        expect(moved.map((pair) => b.spans[pair.b]?.name)).toEqual([`span ${mover}`]);
      }),
    );
  });

  test('of alike subtrees the first is the first, and a root that became a child has moved', () => {
    const a = trace(
      ['run', 0, 9],
      ['left', 0, 9, 0],
      ['right', 1, 9, 0],
      ['job', 1, 3, 1],
      ['job', 4, 6, 1],
      ['io', 4, 5, 4],
    );
    const b = trace(
      ['run', 0, 9],
      ['left', 0, 9, 0],
      ['right', 1, 9, 0],
      ['job', 1, 3, 2],
      ['job', 4, 6, 2],
      ['io', 4, 5, 4],
    );
    const comparison = compareShape(a, b);
    const named = comparison.moved.map((rows) => [a.spans[rows.a]?.spanId, b.spans[rows.b]?.spanId]);
    expect(named).toEqual([
      [id(3), id(3)],
      [id(4), id(4)],
    ]);
    expect(comparisonFacts(a, b, comparison)).toEqual([
      { kind: 'moved', count: 2, name: 'job', row: comparison.moved[0]?.b },
    ]);
    const lost = compareShape(trace(['run', 0, 9], ['job', 1, 2]), trace(['run', 0, 9], ['job', 1, 2, 0]));
    expect(lost).toMatchObject({ moved: [{ a: 1, b: 1 }], added: [], missing: [] });
  });

  test('10,000 deep, turned upside down, is no trouble', () => {
    const chain = (name: (row: number) => string) =>
      trace(
        ...Array.from({ length: 10_000 }, (_, row): Row => (row === 0 ? ['root', 0, 9] : [name(row), 0, 9, row - 1])),
      );
    const { added, missing, matched } = compareShape(
      chain((row) => `span ${row}`),
      chain((row) => `span ${10_000 - row}`),
    );
    expect([added.length, missing.length, matched.length]).toEqual([0, 0, 10_000]);
  });

  test('tells added, missing, status, slower and where the time went', () => {
    const recorded = trace(['run', 0, 20], ['job', 0, 5, 0], ['job', 5, 10, 0], ['close', 10, 11, 0]);
    const mine = trace(['run', 0, 40], ['job', 0, 5, 0], ['job', 5, 30, 0, error], ['job', 30, 31, 0]);
    const comparison = compareShape(recorded, mine);
    expect(comparison.missing).toEqual([3]);
    expect(comparison.added).toEqual([3]);
    expect(comparison.statusChanged).toEqual([{ a: 2, b: 2, from: 'unset', to: 'error' }]);
    expect(comparison.slower.map(({ b, deltaNs }) => [b, deltaNs])).toEqual([
      [0, 20e6],
      [2, 20e6],
    ]);
    expect(comparisonFacts(recorded, mine, comparison)).toEqual([
      { kind: 'missing', count: 1, name: 'close', row: 3 },
      { kind: 'added', count: 1, name: 'job', row: 3 },
      { kind: 'status', count: 1, name: 'job', row: 2, from: 'unset', to: 'error' },
      { kind: 'slower', count: 2, name: 'job', row: 2, deltaNs: 20e6 },
      { kind: 'total', fromNs: 20e6, toNs: 40e6 },
    ]);
  });

  test('spans of another kind or service are other spans', () => {
    const a = trace(['call', 0, 1]);
    const b = trace(['call', 0, 1, undefined, { kind: 'client' }]);
    expect(compareShape(a, b)).toMatchObject({ added: [0], missing: [0], matched: [] });
  });
});
