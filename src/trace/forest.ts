import type { Span } from '../otlp/telemetry.ts';
import { orderByStart } from './by-start.ts';

/**
 * A set of spans as rows: depth-first, siblings by start time, ties in order of arrival.
 *
 * Columns are indexed by row. Times are whole nanoseconds from `originNs` (exact in a double for 104 days).
 */
export interface TraceForest {
  /** The spans in row order. */
  readonly spans: readonly Span[];
  /** Row of the parent, or -1 for a row that has none here. */
  readonly parent: Int32Array;
  /** 0 for a root. */
  readonly depth: Int32Array;
  /** One past the row of the last descendant, so a row's subtree is `[row, subtreeEnd[row])`. */
  readonly subtreeEnd: Int32Array;
  /** 1 where the span names a parent that has not arrived (or that would close a cycle). */
  readonly pending: Uint8Array;
  /** The earliest start of all, in nanoseconds since the Unix epoch; 0n without spans. */
  readonly originNs: bigint;
  /** Start of each row in nanoseconds from the origin. */
  readonly startNs: Float64Array;
  /** End of each row in nanoseconds from the origin; never before its start. */
  readonly endNs: Float64Array;
  /** Time of each row that no child covers, in nanoseconds. */
  readonly selfNs: Float64Array;
  /** From the origin to the latest end, in nanoseconds. */
  readonly durationNs: number;
}

/** A forest without its spans: numbers only, so that they can be moved from a worker to a page. */
export type ForestColumns = Omit<TraceForest, 'spans'>;

/** The forests there are, by their list of spans. What is arranged need not be arranged again. */
const arranged = new WeakMap<readonly Span[], TraceForest>();

/**
 * Puts columns that were built elsewhere and their spans, which must be in row order, together again. `buildForest` of
 * these spans then is this forest, at no cost.
 */
export function adoptForest(spans: readonly Span[], columns: ForestColumns): TraceForest {
  const forest: TraceForest = { ...columns, spans };
  arranged.set(spans, forest);
  return forest;
}

/**
 * Arranges spans as a forest. Any input is accepted and every span has exactly one row:
 *
 * - A span whose parent is not here is a root and pending.
 * - Parents in a circle are cut at the span that starts first (of those that start together, the one that arrived
 *   first); it becomes a root and pending.
 * - Where an id occurs twice in a trace, all of its spans are kept and children hang from the one that arrived first.
 * - Several traces stand side by side; roots are ordered by start like all siblings.
 *
 * The same spans in another order give the same forest, but for two things that only the order of arrival tells: the
 * order of siblings that start together, and which of two equal ids has the children.
 *
 * Takes O(n log n) time and no recursion.
 */
export function buildForest(spans: readonly Span[]): TraceForest {
  const known = arranged.get(spans);
  if (known !== undefined) return known;
  const forest = arrange(spans);
  arranged.set(spans, forest);
  return forest;
}

function arrange(spans: readonly Span[]): TraceForest {
  const count = spans.length;
  const arrival = placeInTime(spans);
  const pendingAt = new Uint8Array(count);
  const parentAt = findParents(spans, pendingAt);
  breakCycles(parentAt, pendingAt, arrival);
  const rowOrder = depthFirst(parentAt, arrival.order);

  const rowOf = new Int32Array(count);
  for (let row = 0; row < count; row += 1) rowOf[at(rowOrder, row)] = row;
  const ordered: Span[] = [];
  const forest: TraceForest = {
    spans: ordered,
    parent: new Int32Array(count).fill(-1),
    depth: new Int32Array(count),
    subtreeEnd: new Int32Array(count),
    pending: new Uint8Array(count),
    originNs: arrival.originNs,
    startNs: new Float64Array(count),
    endNs: new Float64Array(count),
    selfNs: new Float64Array(count),
    durationNs: arrival.durationNs,
  };
  for (let row = 0; row < count; row += 1) {
    const index = at(rowOrder, row);
    const span = spans[index];
    if (span !== undefined) ordered.push(span);
    forest.subtreeEnd[row] = row + 1;
    forest.pending[row] = at(pendingAt, index);
    forest.startNs[row] = at(arrival.startNs, index);
    forest.endNs[row] = at(arrival.endNs, index);
    const parentIndex = at(parentAt, index);
    if (parentIndex < 0) continue;
    const parent = at(rowOf, parentIndex);
    forest.parent[row] = parent;
    forest.depth[row] = at(forest.depth, parent) + 1;
  }
  for (let row = count - 1; row >= 0; row -= 1) {
    const parent = at(forest.parent, row);
    if (parent >= 0) forest.subtreeEnd[parent] = Math.max(at(forest.subtreeEnd, parent), at(forest.subtreeEnd, row));
  }
  for (let row = 0; row < count; row += 1) forest.selfNs[row] = selfTime(forest, row);
  return forest;
}

/** An element of a typed array at an index that is known to be inside it. */
function at(array: Int32Array | Float64Array | Uint8Array, index: number): number {
  return array[index] ?? 0;
}

interface Arrival {
  readonly originNs: bigint;
  readonly startNs: Float64Array;
  readonly endNs: Float64Array;
  readonly durationNs: number;
  /** Indices by start, ties in order of arrival. */
  readonly order: Int32Array;
  /** Place of each index in `order`. */
  readonly rank: Int32Array;
}

function placeInTime(spans: readonly Span[]): Arrival {
  const count = spans.length;
  const starts = spans.map((span) => span.startTimeUnixNano);
  let originNs = starts[0] ?? 0n;
  for (const start of starts) if (start < originNs) originNs = start;
  const startNs = new Float64Array(count);
  const endNs = new Float64Array(count);
  let durationNs = 0;
  spans.forEach((span, index) => {
    const start = Number((starts[index] ?? originNs) - originNs);
    const end = Math.max(start, Number(span.endTimeUnixNano - originNs));
    startNs[index] = start;
    endNs[index] = end;
    if (end > durationNs) durationNs = end;
  });
  const order = orderByStart(startNs);
  const rank = new Int32Array(count);
  for (let place = 0; place < count; place += 1) rank[at(order, place)] = place;
  return { originNs, startNs, endNs, durationNs, order, rank };
}

/** Index of each span's parent, or -1; marks as pending what names a parent that is not here. */
function findParents(spans: readonly Span[], pending: Uint8Array): Int32Array {
  const traces = new Map<string, Map<string, number>>();
  let traceId = '';
  let ids = new Map<string, number>();
  // Nearly all spans are of the same trace as the one before.
  const enter = (wanted: string): void => {
    if (wanted === traceId) return;
    traceId = wanted;
    ids = traces.get(wanted) ?? new Map<string, number>();
    traces.set(wanted, ids);
  };
  // From the last to the first: of equal ids the first to arrive is the one that stays.
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index];
    if (span === undefined) continue;
    enter(span.traceId);
    ids.set(span.spanId, index);
  }
  const parents = new Int32Array(spans.length).fill(-1);
  spans.forEach((span, index) => {
    const id = span.parentSpanId;
    if (id === '') return;
    enter(span.traceId);
    const parent = ids.get(id);
    if (parent === undefined) pending[index] = 1;
    else parents[index] = parent;
  });
  return parents;
}

/** Follows parents upwards, each span once. A walk that comes back to itself has found a circle, which is then cut. */
function breakCycles(parents: Int32Array, pending: Uint8Array, arrival: Arrival): void {
  const walkOf = new Int32Array(parents.length);
  for (let start = 0; start < parents.length; start += 1) {
    const walk = start + 1;
    let index = start;
    while (index >= 0 && walkOf[index] === 0) {
      walkOf[index] = walk;
      index = at(parents, index);
    }
    if (index < 0 || walkOf[index] !== walk) continue;
    let first = index;
    for (let member = at(parents, index); member !== index; member = at(parents, member)) {
      if (at(arrival.rank, member) < at(arrival.rank, first)) first = member;
    }
    parents[first] = -1;
    pending[first] = 1;
  }
}

/** Indices depth-first. Children are strung together in order of start, so that no lists need to be kept. */
function depthFirst(parents: Int32Array, order: Int32Array): Int32Array {
  const count = parents.length;
  const firstChild = new Int32Array(count).fill(-1);
  const nextSibling = new Int32Array(count).fill(-1);
  let firstRoot = -1;
  for (let place = count - 1; place >= 0; place -= 1) {
    const index = at(order, place);
    const parent = at(parents, index);
    if (parent < 0) {
      nextSibling[index] = firstRoot;
      firstRoot = index;
    } else {
      nextSibling[index] = at(firstChild, parent);
      firstChild[parent] = index;
    }
  }
  const rows = new Int32Array(count);
  let row = 0;
  let index = firstRoot;
  while (index >= 0) {
    rows[row] = index;
    row += 1;
    let next = at(firstChild, index);
    while (next < 0 && index >= 0) {
      next = at(nextSibling, index);
      index = at(parents, index);
    }
    index = next;
  }
  return rows;
}

/** Duration less the union of the children, each clipped to the span: children may overlap or outlive their parent. */
function selfTime(forest: TraceForest, row: number): number {
  const end = at(forest.endNs, row);
  const subtreeEnd = at(forest.subtreeEnd, row);
  let covered = at(forest.startNs, row);
  let self = 0;
  // Children come in order of start, so what lies between the end of the earlier ones and this start is the span's own.
  for (let child = row + 1; child < subtreeEnd && covered < end; child = at(forest.subtreeEnd, child)) {
    const start = Math.min(at(forest.startNs, child), end);
    if (start > covered) self += start - covered;
    covered = Math.max(covered, at(forest.endNs, child));
  }
  return covered < end ? self + end - covered : self;
}
