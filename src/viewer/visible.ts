import type { Span } from '../otlp/telemetry.ts';
import type { SiblingGroup, TraceForest } from '../trace/index.ts';

/**
 * What is listed: the rows that are not hidden inside a collapsed one, and a line for each group of alike siblings that
 * is drawn as one. Costs nothing while all rows are shown.
 */
export interface VisibleRows {
  readonly count: number;
  /** The forest row at a visible index, for a group's line its first member; -1 outside. */
  readonly at: (index: number) => number;
  /** The group that the line at an index stands for; undefined for a row. */
  readonly groupAt: (index: number) => ShownGroup | undefined;
  /** Levels that open groups around an index add to the depth. */
  readonly extraAt: (index: number) => number;
  /** The visible index of a forest row; -1 when it is hidden. */
  readonly indexOf: (row: number) => number;
  /** The index that stands for a row: its own, or that of the collapsed row or folded group it is in. -1 for no row. */
  readonly nearest: (row: number) => number;
  /** The index of the line of the group that starts at a row; the row's own where there is no such line. */
  readonly lineOf: (row: number) => number;
}

/** A group that has a line. */
export interface ShownGroup extends SiblingGroup {
  /** Whether its members are listed below the line. */
  readonly open: boolean;
}

/** What collapse and selection are remembered by, so that they outlive any rebuilding of the forest. */
export function spanKey(span: Pick<Span, 'traceId' | 'spanId'>): string {
  return span.traceId + span.spanId;
}

/** Whether a row has rows beneath it. */
export function hasChildren(forest: TraceForest, row: number): boolean {
  return (forest.subtreeEnd[row] ?? 0) > row + 1;
}

/**
 * Lists what is visible in one pass: a collapsed row is followed by the row after its last descendant, the line of a
 * folded group by the row after its last member.
 *
 * @param groups those that have a line, by first row
 */
export function visibleRows(
  forest: TraceForest,
  collapsed: ReadonlySet<string>,
  groups: readonly ShownGroup[] = [],
): VisibleRows {
  const total = forest.spans.length;
  if (collapsed.size === 0 && groups.length === 0) {
    const inside = (row: number): number => (row >= 0 && row < total ? row : -1);
    return {
      count: total,
      at: inside,
      groupAt: () => undefined,
      extraAt: () => 0,
      indexOf: inside,
      nearest: inside,
      lineOf: inside,
    };
  }
  const rows = new Int32Array(total + groups.length);
  const extra = new Uint8Array(total + groups.length);
  const lines = new Map<number, ShownGroup>();
  const around: number[] = [];
  let count = 0;
  let nextGroup = 0;
  const list = (row: number): void => {
    extra[count] = Math.min(255, around.length);
    rows[count] = row;
    count += 1;
  };
  for (let row = 0; row < total;) {
    while ((around.at(-1) ?? Infinity) <= row) around.pop();
    while ((groups[nextGroup]?.firstRow ?? Infinity) < row) nextGroup += 1;
    const group = groups[nextGroup];
    if (group !== undefined && group.firstRow === row) {
      nextGroup += 1;
      lines.set(count, group);
      list(row);
      if (!group.open) {
        row = group.endRow;
        continue;
      }
      around.push(group.endRow);
    }
    list(row);
    const span = forest.spans[row];
    const folded = span !== undefined && hasChildren(forest, row) && collapsed.has(spanKey(span));
    row = folded ? (forest.subtreeEnd[row] ?? total) : row + 1;
  }
  // Rows stand in order, so the last one listed at or before a hidden row is what it is hidden in.
  const nearest = (row: number): number => (row < 0 || row >= total ? -1 : lastAtOrBefore(rows, count, row));
  const isFolded = (index: number): boolean => lines.get(index)?.open === false;
  return {
    count,
    at: (index) => (index < count ? (rows[index] ?? -1) : -1),
    groupAt: (index) => lines.get(index),
    extraAt: (index) => extra[index] ?? 0,
    indexOf: (row) => {
      const index = nearest(row);
      return index >= 0 && rows[index] === row && !isFolded(index) ? index : -1;
    },
    nearest,
    lineOf: (row) => {
      const index = nearest(row);
      return lines.has(index - 1) && rows[index - 1] === row ? index - 1 : index;
    },
  };
}

function lastAtOrBefore(rows: Int32Array, count: number, row: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The row of a remembered span, or -1 when it is not (or no longer) here. The first of duplicates. */
export function rowOfKey(forest: TraceForest, key: string | undefined): number {
  if (key === undefined) return -1;
  const traceId = key.slice(0, -16);
  const spanId = key.slice(-16);
  return forest.spans.findIndex((span) => span.spanId === spanId && span.traceId === traceId);
}

/** A stretch of visible indices, `end` not included. */
export interface RowWindow {
  readonly start: number;
  readonly end: number;
}

/** The rows that lie in sight, if only in part; the same measures as of {@link rowWindow}. */
export function rowsInSight(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const end = Math.min(count, Math.ceil((Math.max(0, scrollTop) + height) / rowHeight));
  return { start: Math.min(end, Math.floor(Math.max(0, scrollTop) / rowHeight)), end };
}

/** Rows kept beyond each edge, so that a fast wheel turn meets no blank. */
const OVERSCAN = 8;
/** Rows by which the window moves, so that most scroll events change nothing. */
const STRIDE = 4;

/**
 * Which rows to draw for a scroll position.
 *
 * @param scrollTop pixels above the view, @param height pixels of the view, @param rowHeight pixels
 */
export function rowWindow(scrollTop: number, height: number, rowHeight: number, count: number): RowWindow {
  const first = Math.floor(Math.max(0, scrollTop) / rowHeight) - OVERSCAN;
  const from = Math.floor(first / STRIDE) * STRIDE;
  const end = Math.min(count, from + Math.ceil(height / rowHeight) + 2 * OVERSCAN + STRIDE);
  const start = Math.max(0, Math.min(end, from));
  return { start, end };
}
