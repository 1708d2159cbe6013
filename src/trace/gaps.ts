import type { TraceForest } from './forest.ts';

/** A stretch of a span's time in which none of its children runs, in nanoseconds from the forest's origin. */
export interface Gap {
  readonly startNs: number;
  readonly endNs: number;
}

/**
 * The gaps of one row in order of time. They are disjoint, none is empty, and together they are the row's self time: a
 * row without children that takes time is one gap. Children may overlap or outlive their parent; what lies outside the
 * row counts for nothing.
 */
export function gaps(forest: TraceForest, row: number): readonly Gap[] {
  const found: Gap[] = [];
  const { startNs, endNs, subtreeEnd } = forest;
  const end = endNs[row] ?? 0;
  const lastRow = subtreeEnd[row] ?? 0;
  let covered = startNs[row] ?? 0;
  // Children come in order of start, so what lies between the end of the earlier ones and this start is the span's own.
  for (let child = row + 1; child < lastRow && covered < end; child = subtreeEnd[child] ?? lastRow) {
    const start = Math.min(startNs[child] ?? 0, end);
    if (start > covered) found.push({ startNs: covered, endNs: start });
    covered = Math.max(covered, endNs[child] ?? 0);
  }
  if (covered < end) found.push({ startNs: covered, endNs: end });
  return found;
}
