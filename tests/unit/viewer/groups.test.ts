import { describe, expect, test } from 'vitest';
import { signal } from '@preact/signals';
import { buildForest } from '../../../src/trace/index.ts';
import { createGrouping, groupKey, LARGE_GROUP } from '../../../src/viewer/groups.ts';
import { treeKey } from '../../../src/viewer/keys.ts';
import { createTraceState } from '../../../src/viewer/state.ts';
import { spanKey, visibleRows, type ShownGroup } from '../../../src/viewer/visible.ts';
import type { Span } from '../../../src/otlp/telemetry.ts';
import { forestOf, span } from './forests.ts';

const root = span(0, { endTimeUnixNano: 9999n });
const jobs = (count: number, from = 1): Span[] =>
  Array.from({ length: count }, (_, at) => span(from + at, { name: 'job', parentSpanId: root.spanId }));

// 0 ─ 1 ─ 2, 3, 4 ─ 5 ; 6
const forest = forestOf([0, 1, 2, 1, 1, 2, 0]);
const group = (open: boolean): ShownGroup => ({
  firstRow: 1,
  lastRow: 4,
  endRow: 6,
  count: 3,
  totalNs: 30n,
  startNs: 1,
  endNs: 14,
  errorCount: 0,
  open,
});
const listed = (shown: ShownGroup, collapsed: readonly number[] = []) => {
  const visible = visibleRows(forest, new Set(collapsed.map((row) => spanKey(span(row)))), [shown]);
  const lines = Array.from({ length: visible.count }, (_, index) =>
    visible.groupAt(index) === undefined ? `${visible.at(index)}+${visible.extraAt(index)}` : 'group',
  );
  return { visible, lines };
};

describe('a group of alike siblings', () => {
  test('folded, is one line in the place of all its members', () => {
    expect(listed(group(false)).lines).toEqual(['0+0', 'group', '6+0']);
  });

  test('open, has its members a level deeper below its line', () => {
    expect(listed(group(true)).lines).toEqual(['0+0', 'group', '1+1', '2+1', '3+1', '4+1', '5+1', '6+0']);
  });

  test('keeps what is collapsed among its members', () => {
    expect(listed(group(true), [1]).lines).toEqual(['0+0', 'group', '1+1', '3+1', '4+1', '5+1', '6+0']);
    expect(listed(group(false), [0]).lines).toEqual(['0+0', '6+0']);
  });

  test('stands for its members while it is folded, and only then', () => {
    const folded = listed(group(false)).visible;
    expect([1, 2, 5, 6].map(folded.nearest)).toEqual([1, 1, 1, 2]);
    expect([0, 1, 6].map(folded.indexOf)).toEqual([0, -1, 2]);
    expect(folded.lineOf(1)).toBe(1);
    const open = listed(group(true)).visible;
    expect([open.indexOf(1), open.nearest(1), open.lineOf(1), open.lineOf(3)]).toEqual([2, 2, 1, 4]);
  });

  test('is opened, folded and left by the arrow keys', () => {
    const at = (shown: ShownGroup, index: number) => ({
      forest,
      visible: listed(shown).visible,
      index,
      collapsed: () => false,
      page: 10,
    });
    expect(treeKey('ArrowRight', at(group(false), 1))).toEqual({ kind: 'group' });
    expect(treeKey('ArrowRight', at(group(true), 1))).toEqual({ kind: 'move', index: 2 });
    expect(treeKey('ArrowLeft', at(group(true), 1))).toEqual({ kind: 'group' });
    expect(treeKey('ArrowLeft', at(group(false), 1))).toEqual({ kind: 'move', index: 0 });
    expect(treeKey('ArrowLeft', at(group(true), 4))).toEqual({ kind: 'move', index: 1 });
    expect(treeKey('ArrowLeft', at(group(true), 7))).toBeUndefined();
    expect([treeKey('Enter', at(group(true), 1)), treeKey(' ', at(group(true), 1))]).toEqual([
      { kind: 'group' },
      { kind: 'group' },
    ]);
  });
});

describe('which groups have a line', () => {
  test('those that come large, folded; small ones have none', () => {
    expect(createGrouping()(buildForest([root, ...jobs(LARGE_GROUP)]), new Map())).toMatchObject([
      { firstRow: 1, count: LARGE_GROUP, open: false },
    ]);
    expect(createGrouping()(buildForest([root, ...jobs(LARGE_GROUP - 1)]), new Map())).toEqual([]);
  });

  test('a group that grows while the reader looks never folds by itself', () => {
    const groups = createGrouping();
    expect(groups(buildForest([root, ...jobs(LARGE_GROUP - 1)]), new Map())).toEqual([]);
    expect(groups(buildForest([root, ...jobs(3 * LARGE_GROUP)]), new Map())).toEqual([]);
  });

  test('a folded group stays folded when members arrive before its first', () => {
    const groups = createGrouping();
    groups(buildForest([root, ...jobs(LARGE_GROUP, 50)]), new Map());
    const more = buildForest([root, ...jobs(LARGE_GROUP + 40, 10)]);
    expect(groups(more, new Map())).toMatchObject([{ count: LARGE_GROUP + 40, open: false }]);
  });

  test('a new run decides anew', () => {
    const groups = createGrouping();
    groups(buildForest([root, ...jobs(LARGE_GROUP - 1)]), new Map());
    groups(buildForest([]), new Map());
    expect(groups(buildForest([root, ...jobs(LARGE_GROUP)]), new Map())).toHaveLength(1);
  });

  test('the reader groups small ones, and opens and ungroups large ones', () => {
    const small = buildForest([root, ...jobs(5)]);
    const key = groupKey(small, { firstRow: 1 });
    expect(createGrouping()(small, new Map([[key, 'folded']]))).toMatchObject([{ count: 5, open: false }]);
    const large = buildForest([root, ...jobs(LARGE_GROUP)]);
    expect(createGrouping()(large, new Map([[key, 'open']]))).toMatchObject([{ open: true }]);
    expect(createGrouping()(large, new Map([[key, 'off']]))).toEqual([]);
  });
});

describe('a trace with a folded group', () => {
  const many = jobs(LARGE_GROUP);
  const state = () => createTraceState(signal({ spans: [root, ...many], metrics: [], logs: [] }));

  test('opens the group by its line, and the line keeps the focus', () => {
    const shown = state();
    shown.activate(1);
    expect(shown.visible.value.count).toBe(2);
    shown.toggleGroup(1);
    expect([shown.visible.value.count, shown.activeIndex.value]).toEqual([LARGE_GROUP + 2, 1]);
    shown.toggleGroup(1);
    expect([shown.visible.value.count, shown.activeIndex.value]).toEqual([2, 1]);
  });

  test('selecting a span in it opens it; showing one opens nothing', () => {
    const shown = state();
    shown.show(40);
    expect([shown.visible.value.count, shown.activeIndex.value, shown.activeRow.value]).toEqual([2, 1, 40]);
    shown.select(40);
    expect([shown.visible.value.count, shown.activeIndex.value]).toEqual([LARGE_GROUP + 2, 41]);
  });
});
