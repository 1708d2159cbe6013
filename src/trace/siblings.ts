import { ExactSum } from './exact-sum.ts';
import type { TraceForest } from './forest.ts';
import { servicesByResource } from './services.ts';

/** Siblings that follow one another and are alike in name, kind and service, so that one line can stand for them all. */
export interface SiblingGroup {
  readonly firstRow: number;
  /** Row of the last member. */
  readonly lastRow: number;
  /** One past everything beneath the last member: the group is the rows `[firstRow, endRow)`. */
  readonly endRow: number;
  /** How many siblings. What is beneath them is not counted. */
  readonly count: number;
  /** Durations of the siblings added up, in nanoseconds; those that overlap count each for itself. */
  readonly totalNs: bigint;
  /** From the first start to the last end, in nanoseconds from the forest's origin. */
  readonly startNs: number;
  readonly endNs: number;
  /** Errors among the siblings and everything beneath them: what would otherwise be folded out of sight. */
  readonly errorCount: number;
}

/** Fewer alike siblings than this are read as quickly as the line that would stand for them. */
export const USUAL_GROUP = 5;

/**
 * All groups of at least `threshold` siblings, by first row. Groups may lie within groups (in what is beneath a member);
 * two groups never share a member. One pass over the rows.
 */
export function siblingGroups(forest: TraceForest, threshold = USUAL_GROUP): readonly SiblingGroup[] {
  const { spans, startNs, endNs, subtreeEnd } = forest;
  const total = spans.length;
  const serviceOf = servicesByResource();
  /** Counted when there is a group: most traces have none. */
  let errorsBefore: Int32Array | undefined;
  const groups: SiblingGroup[] = [];

  function alike(a: number, b: number): boolean {
    const one = spans[a];
    const other = spans[b];
    if (one === undefined || other === undefined || one.name !== other.name || one.kind !== other.kind) return false;
    return one.resource === other.resource || serviceOf(one) === serviceOf(other);
  }

  function close(firstRow: number, lastRow: number, count: number): void {
    if (count < Math.max(2, threshold)) return;
    const endRow = subtreeEnd[lastRow] ?? total;
    errorsBefore ??= countErrors(forest);
    const sum = new ExactSum();
    let last = 0;
    for (let member = firstRow; member < endRow; member = subtreeEnd[member] ?? total) {
      sum.add((endNs[member] ?? 0) - (startNs[member] ?? 0));
      last = Math.max(last, endNs[member] ?? 0);
    }
    groups.push({
      firstRow,
      lastRow,
      endRow,
      count,
      totalNs: sum.ns,
      startNs: startNs[firstRow] ?? 0,
      endNs: last,
      errorCount: (errorsBefore[endRow] ?? 0) - (errorsBefore[firstRow] ?? 0),
    });
  }

  /** The siblings in `[from, to)`: the roots, or the children of one row. */
  function siblings(from: number, to: number): void {
    let first = from;
    let last = from;
    let count = 0;
    for (let row = from; row < to; row = subtreeEnd[row] ?? to) {
      if (count > 0 && !alike(first, row)) {
        close(first, last, count);
        count = 0;
      }
      if (count === 0) first = row;
      last = row;
      count += 1;
    }
    close(first, last, count);
  }

  siblings(0, total);
  for (let row = 0; row < total; row += 1) {
    const end = subtreeEnd[row] ?? total;
    if (end - row > threshold) siblings(row + 1, end);
  }
  return groups.toSorted((a, b) => a.firstRow - b.firstRow);
}

/** How many errors there are in the rows before each row, and, at the end, in all. */
function countErrors({ spans }: TraceForest): Int32Array {
  const before = new Int32Array(spans.length + 1);
  for (const [row, span] of spans.entries()) {
    before[row + 1] = (before[row] ?? 0) + (span.status.code === 'error' ? 1 : 0);
  }
  return before;
}
