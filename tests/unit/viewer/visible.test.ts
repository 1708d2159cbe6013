import { describe, expect, test } from 'vitest';
import { rowOfKey, rowsInSight, rowWindow, spanKey, visibleRows } from '../../../src/viewer/visible.ts';
import { forestOf, span } from './forests.ts';

// 0 ─ 1 ─ 2 ─ 3, 4 ; 5 ─ 6
const forest = forestOf([0, 1, 2, 3, 1, 0, 1]);
const keys = (...rows: number[]): ReadonlySet<string> => new Set(rows.map((row) => spanKey(span(row))));
const rowsOf = (collapsed: ReadonlySet<string>): number[] => {
  const visible = visibleRows(forest, collapsed);
  return Array.from({ length: visible.count }, (_, index) => visible.at(index));
};

describe('visible rows', () => {
  test('are all rows while nothing is collapsed', () => {
    expect(rowsOf(new Set())).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test('leave out what lies under a collapsed row, at any depth', () => {
    expect(rowsOf(keys(1))).toEqual([0, 1, 4, 5, 6]);
    expect(rowsOf(keys(0, 5))).toEqual([0, 5]);
  });

  test('a collapsed row within a collapsed row stays collapsed when the outer one opens', () => {
    expect(rowsOf(keys(0, 2))).toEqual([0, 5, 6]);
    expect(rowsOf(keys(2))).toEqual([0, 1, 2, 4, 5, 6]);
  });

  test('ignore the collapse of a row without children', () => {
    expect(rowsOf(keys(3, 6))).toHaveLength(7);
  });

  test('find the index of a row, and -1 for a hidden one', () => {
    const visible = visibleRows(forest, keys(1));
    expect([0, 1, 2, 3, 4, 5, 6].map(visible.indexOf)).toEqual([0, 1, -1, -1, 2, 3, 4]);
    expect(visible.at(5)).toBe(-1);
    expect(visible.at(-1)).toBe(-1);
  });

  test('a hidden row is stood for by its nearest visible ancestor', () => {
    const visible = visibleRows(forest, keys(1));
    expect(visible.nearest(3)).toBe(1);
    expect(visible.nearest(6)).toBe(4);
    expect(visible.nearest(-1)).toBe(-1);
  });

  test('50,000 rows with one collapsed among them are listed', () => {
    const wide = forestOf([0, 1]);
    const many = 50_000;
    const big = {
      ...wide,
      spans: Array.from({ length: many }, (_, row) => span(row)),
      subtreeEnd: Int32Array.from({ length: many }, (_, row) => (row === 0 ? many : row === 10 ? 12 : row + 1)),
    };
    const visible = visibleRows(big, keys(10));
    expect(visible.count).toBe(many - 1);
    expect(visible.indexOf(11)).toBe(-1);
    expect(visible.indexOf(many - 1)).toBe(many - 2);
  });
});

describe('a remembered span', () => {
  test('is found again by trace and span id together', () => {
    const other = { ...span(1), traceId: '2'.repeat(32) };
    const two = forestOf([0, 0, 0], [span(0), other, span(1)]);
    expect(rowOfKey(two, spanKey(span(1)))).toBe(2);
    expect(rowOfKey(two, spanKey(other))).toBe(1);
    expect(rowOfKey(two, spanKey(span(9)))).toBe(-1);
    expect(rowOfKey(two, undefined)).toBe(-1);
  });
});

describe('the window of drawn rows', () => {
  test('holds all rows of a small trace', () => {
    expect(rowWindow(0, 416, 26, 5)).toEqual({ start: 0, end: 5 });
  });

  test('holds a screenful and a few, wherever the view is', () => {
    for (const scrollTop of [0, 1, 25, 26, 12_345, 649_000, 1_299_974]) {
      const { start, end } = rowWindow(scrollTop, 442, 26, 50_000);
      expect(end - start).toBeLessThanOrEqual(17 + 2 * 8 + 8);
      expect(start * 26).toBeLessThanOrEqual(scrollTop);
      expect(end * 26).toBeGreaterThanOrEqual(Math.min(scrollTop + 442, 50_000 * 26));
    }
  });

  test('stays put while the view moves within four rows', () => {
    expect(rowWindow(26 * 40, 416, 26, 1000)).toEqual(rowWindow(26 * 41, 416, 26, 1000));
  });

  test('is empty without rows, and within bounds beyond the end', () => {
    expect(rowWindow(0, 416, 26, 0)).toEqual({ start: 0, end: 0 });
    const { start, end } = rowWindow(99_999, 416, 26, 10);
    expect(start).toBeLessThanOrEqual(end);
    expect(end).toBe(10);
  });
});

describe('the rows in sight', () => {
  test('are those of which any part is, and no others', () => {
    expect(rowsInSight(0, 416, 26, 100)).toEqual({ start: 0, end: 16 });
    expect(rowsInSight(27, 416, 26, 100)).toEqual({ start: 1, end: 18 });
    expect(rowsInSight(-5, 416, 26, 3)).toEqual({ start: 0, end: 3 });
    expect(rowsInSight(99_999, 416, 26, 10)).toEqual({ start: 10, end: 10 });
  });
});
