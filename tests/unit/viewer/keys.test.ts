import { describe, expect, test } from 'vitest';
import { treeKey, type TreePlace } from '../../../src/viewer/keys.ts';
import { typeAhead } from '../../../src/viewer/type-ahead.ts';
import { spanKey, visibleRows } from '../../../src/viewer/visible.ts';
import { forestOf, span } from './forests.ts';

const forest = forestOf([0, 1, 2, 1, 0]);
const place = (index: number, ...collapsed: number[]): TreePlace => ({
  forest,
  visible: visibleRows(forest, new Set(collapsed.map((row) => spanKey(span(row))))),
  index,
  collapsed: (row) => collapsed.includes(row),
  page: 3,
});

describe('the keyboard of the tree', () => {
  test('up and down move by a row and stop at the ends', () => {
    expect(treeKey('ArrowDown', place(1))).toEqual({ kind: 'move', index: 2 });
    expect(treeKey('ArrowUp', place(0))).toEqual({ kind: 'move', index: 0 });
    expect(treeKey('ArrowDown', place(4))).toEqual({ kind: 'move', index: 4 });
  });

  test('Home, End and the page keys', () => {
    expect(treeKey('Home', place(3))).toEqual({ kind: 'move', index: 0 });
    expect(treeKey('End', place(0))).toEqual({ kind: 'move', index: 4 });
    expect(treeKey('PageDown', place(0))).toEqual({ kind: 'move', index: 2 });
    expect(treeKey('PageUp', place(1))).toEqual({ kind: 'move', index: 0 });
  });

  test('right opens a collapsed row, then goes to its first child', () => {
    expect(treeKey('ArrowRight', place(0, 0))).toEqual({ kind: 'toggle', row: 0 });
    expect(treeKey('ArrowRight', place(0))).toEqual({ kind: 'move', index: 1 });
    expect(treeKey('ArrowRight', place(2))).toBeUndefined();
  });

  test('left closes an open row, then goes to its parent', () => {
    expect(treeKey('ArrowLeft', place(1))).toEqual({ kind: 'toggle', row: 1 });
    expect(treeKey('ArrowLeft', place(1, 1))).toEqual({ kind: 'move', index: 0 });
    expect(treeKey('ArrowLeft', place(3))).toEqual({ kind: 'move', index: 0 });
    expect(treeKey('ArrowLeft', place(4))).toBeUndefined();
  });

  test('a parent is found by its visible index when rows above are hidden', () => {
    const two = forestOf([0, 1, 0, 1]);
    const visible = visibleRows(two, new Set([spanKey(span(0))]));
    const at: TreePlace = { forest: two, visible, index: 2, collapsed: (row) => row === 0, page: 3 };
    expect(treeKey('ArrowLeft', at)).toEqual({ kind: 'move', index: 1 });
  });

  test('Enter opens, Space selects, Escape closes, anything else is left alone', () => {
    expect(treeKey('Enter', place(0))).toEqual({ kind: 'open' });
    expect(treeKey(' ', place(0))).toEqual({ kind: 'select' });
    expect(treeKey('Escape', place(0))).toEqual({ kind: 'close' });
    expect(treeKey('Tab', place(0))).toBeUndefined();
  });

  test('says nothing in an empty tree', () => {
    const empty = forestOf([]);
    const at: TreePlace = { ...place(0), forest: empty, visible: visibleRows(empty, new Set()), index: 0 };
    expect(treeKey('ArrowDown', at)).toBeUndefined();
  });
});

describe('type-ahead', () => {
  const names = ['main', 'send', 'receive', 'Send again', '处理'];
  const find = (typed: string, from: number): number => typeAhead(typed, from, names.length, (at) => names[at] ?? '');

  test('one letter moves on, round the end, and so does the same letter again', () => {
    expect(find('s', 0)).toBe(1);
    expect(find('s', 1)).toBe(3);
    expect(find('ss', 3)).toBe(1);
  });

  test('a longer word stays on a row that fits', () => {
    expect(find('se', 1)).toBe(1);
    expect(find('send a', 1)).toBe(3);
  });

  test('works for any script, and says -1 when nothing fits', () => {
    expect(find('处', 0)).toBe(4);
    expect(find('x', 0)).toBe(-1);
    expect(find('', 0)).toBe(-1);
    expect(typeAhead('a', 0, 0, () => '')).toBe(-1);
  });

  test('one letter comes back to the row it is on when no other fits', () => {
    expect(find('m', 0)).toBe(0);
  });
});
