import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { adoptForest, buildForest, gaps, operationStatistics, siblingGroups } from '../../../src/trace/index.ts';
import { ExactSum } from '../../../src/trace/exact-sum.ts';
import { nearestRank } from '../../../src/trace/statistics.ts';
import { spanList } from '../otlp/arbitrary.ts';
import { failed, inService, trace, type Row } from './rows.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('operationStatistics', () => {
  test('counts, adds and ranks the spans of each name within a service', () => {
    const bank = inService('bank');
    const forest = trace(
      ['order', 0, 100],
      ['pay', 10, 20, 0, bank],
      ['pay', 30, 60, 0, { ...bank, ...failed }],
      ['pay', 70, 75, 0],
    );
    expect(operationStatistics(forest)).toEqual([
      expect.objectContaining({ service: 'shop', name: 'order', count: 1, totalNs: 100_000_000n, selfNs: 55_000_000n }),
      {
        service: 'bank',
        name: 'pay',
        count: 2,
        errorCount: 1,
        totalNs: 40_000_000n,
        selfNs: 40_000_000n,
        minNs: 10e6,
        p50Ns: 10e6,
        p95Ns: 30e6,
        p99Ns: 30e6,
        maxNs: 30e6,
        rows: Int32Array.of(1, 2),
        slowestRow: 2,
      },
      expect.objectContaining({ service: 'shop', name: 'pay', count: 1, slowestRow: 3 }),
    ]);
    expect(operationStatistics(buildForest([]))).toEqual([]);
  });

  test('every span is in one operation, and times add up', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        const operations = operationStatistics(forest);
        const rows = operations.flatMap((operation) => [...operation.rows]);
        expect(rows.toSorted((a, b) => a - b)).toEqual([...forest.spans.keys()]);
        const duration = spans.reduce((sum, one) => sum + one.endTimeUnixNano - one.startTimeUnixNano, 0n);
        expect(operations.reduce((sum, one) => sum + one.totalNs, 0n)).toBe(duration);
        const self = forest.selfNs.reduce((sum, ns) => sum + ns, 0);
        expect(operations.reduce((sum, one) => sum + one.selfNs, 0n)).toBe(BigInt(self));
        for (const { minNs, p50Ns, p95Ns, p99Ns, maxNs, count, rows: own } of operations) {
          expect([minNs, p50Ns, p95Ns, p99Ns, maxNs]).toEqual(
            [minNs, p50Ns, p95Ns, p99Ns, maxNs].toSorted((a, b) => a - b),
          );
          expect(own).toHaveLength(count);
        }
      }),
    );
  });

  test('the nearest rank is a value that occurred', () => {
    const sorted = Float64Array.from({ length: 20 }, (_, index) => index + 1);
    expect([0, 1, 50, 95, 99, 100].map((percent) => nearestRank(sorted, percent))).toEqual([1, 1, 10, 19, 20, 20]);
    expect(nearestRank(Float64Array.of(7), 99)).toBe(7);
    expect(nearestRank(new Float64Array(0), 50)).toBe(0);
  });

  test('a sum beyond what a double holds stays exact', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat(), { maxLength: 50 }), (values) => {
        const sum = new ExactSum();
        for (const value of values) sum.add(value);
        expect(sum.ns).toBe(values.reduce((total, value) => total + BigInt(value), 0n));
      }),
    );
  });
});

describe('gaps', () => {
  test('are where no child runs', () => {
    const forest = trace(['root', 0, 100], ['a', 10, 30, 0], ['b', 20, 40, 0], ['c', 60, 200, 0]);
    expect(gaps(forest, 0)).toEqual([
      { startNs: 0, endNs: 10e6 },
      { startNs: 40e6, endNs: 60e6 },
    ]);
    expect(gaps(forest, 1)).toEqual([{ startNs: 10e6, endNs: 30e6 }]);
    expect(gaps(forest, 99)).toEqual([]);
  });

  test('add up to the self time, in order and apart', () => {
    fc.assert(
      fc.property(spanList, (spans) => {
        const forest = buildForest(spans);
        for (const row of forest.spans.keys()) {
          const found = gaps(forest, row);
          expect(found.reduce((sum, { startNs, endNs }) => sum + endNs - startNs, 0)).toBe(forest.selfNs[row]);
          let last = forest.startNs[row] ?? 0;
          for (const { startNs, endNs } of found) {
            expect(startNs).toBeGreaterThanOrEqual(last);
            expect(endNs).toBeGreaterThan(startNs);
            last = endNs;
          }
          expect(last).toBeLessThanOrEqual(forest.endNs[row] ?? 0);
        }
      }),
    );
  });
});

describe('siblingGroups', () => {
  test('are runs of siblings alike in name, kind and service, with their errors below', () => {
    const forest = trace(
      ['root', 0, 100],
      ['query', 0, 10, 0],
      ['query', 10, 30, 0],
      ['row', 12, 13, 2, failed],
      ['query', 20, 40, 0, failed],
      ['query', 40, 41, 0, { kind: 'client' }],
      ['query', 42, 43, 0, { kind: 'client', ...inService('bank') }],
      ['query', 44, 45, 0],
    );
    expect(siblingGroups(forest, 2)).toEqual([
      { firstRow: 1, lastRow: 4, endRow: 5, count: 3, totalNs: 50_000_000n, startNs: 0, endNs: 40e6, errorCount: 2 },
    ]);
    expect(siblingGroups(forest, 4)).toEqual([]);
    expect(siblingGroups(forest)).toEqual([]);
  });

  test('are found among roots and within groups', () => {
    const forest = trace(['a', 0, 9], ['b', 0, 1, 0], ['b', 1, 2, 0], ['a', 10, 19], ['c', 10, 12, 3]);
    expect(siblingGroups(forest, 2).map(({ firstRow, lastRow, endRow }) => [firstRow, lastRow, endRow])).toEqual([
      [0, 3, 5],
      [1, 2, 3],
    ]);
  });

  test('no two share a member, and no member was left out that could have been in', () => {
    fc.assert(
      fc.property(spanList, fc.integer({ min: 2, max: 4 }), (spans, threshold) => {
        const forest = buildForest(spans);
        const member = new Set<number>();
        for (const { firstRow, endRow, count, errorCount } of siblingGroups(forest, threshold)) {
          expect(count).toBeGreaterThanOrEqual(threshold);
          let members = 0;
          for (let row = firstRow; row < endRow; row = forest.subtreeEnd[row] ?? endRow) {
            expect(member.has(row)).toBe(false);
            expect(forest.parent[row]).toBe(forest.parent[firstRow]);
            expect(forest.spans[row]?.name).toBe(forest.spans[firstRow]?.name);
            member.add(row);
            members += 1;
          }
          expect(members).toBe(count);
          const errors = forest.spans.slice(firstRow, endRow).filter(({ status }) => status.code === 'error');
          expect(errorCount).toBe(errors.length);
        }
      }),
    );
  });

  test('50,000 wide are one group', () => {
    const wide = trace(
      ...Array.from({ length: 50_001 }, (_, index): Row =>
        index === 0 ? ['s', 0, 60_000] : ['q', index, index + 1, 0],
      ),
    );
    expect(siblingGroups(wide)).toHaveLength(1);
  });
});

test('columns and spans that were built elsewhere are one forest again', () => {
  const { spans, ...columns } = trace(['a', 0, 9], ['b', 1, 2, 0]);
  const list = [...spans];
  const forest = adoptForest(list, structuredClone(columns));
  expect(buildForest(list)).toBe(forest);
  expect(forest).toEqual({ ...columns, spans });
});
