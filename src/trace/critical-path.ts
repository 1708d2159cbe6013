import type { TraceForest } from './forest.ts';

/** A stretch of time in which nothing but this row kept the trace from ending. */
export interface CriticalSegment {
  readonly row: number;
  /** Nanoseconds from the forest's origin. */
  readonly startNs: number;
  readonly endNs: number;
}

/**
 * The critical path of the tree below `root`, in order of time: walking back from the end, the child that ended last
 * before the present moment is what was waited for, and in it the same question is asked again. Time that no child
 * accounts for is the span's own. Children that outlive their parent count up to its end.
 *
 * The segments are disjoint and cover the root's duration exactly. O(n log n), no recursion.
 */
export function criticalPath(forest: TraceForest, root = 0): readonly CriticalSegment[] {
  const { startNs, endNs, parent, subtreeEnd } = forest;
  if (root < 0 || root >= forest.spans.length) return [];
  const segments: CriticalSegment[] = [];
  const stack: Frame[] = [];
  const enter = (row: number, from: number, to: number): void => {
    stack.push({ row, from, cursor: to, children: childrenByEnd(row), next: 0 });
  };

  function childrenByEnd(row: number): readonly number[] {
    const children: number[] = [];
    for (let child = row + 1; child < (subtreeEnd[row] ?? 0); child = subtreeEnd[child] ?? Infinity) {
      children.push(child);
    }
    return children.toSorted((a, b) => clippedEnd(b) - clippedEnd(a) || a - b);
  }

  function clippedEnd(child: number): number {
    return Math.min(endNs[child] ?? 0, endNs[parent[child] ?? child] ?? 0);
  }

  function own(row: number, from: number, to: number): void {
    if (to > from) segments.push({ row, startNs: from, endNs: to });
  }

  enter(root, startNs[root] ?? 0, endNs[root] ?? 0);
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const child = frame.children[frame.next];
    if (child === undefined || frame.cursor <= frame.from) {
      own(frame.row, frame.from, frame.cursor);
      stack.pop();
      continue;
    }
    frame.next += 1;
    const end = clippedEnd(child);
    const start = Math.max(startNs[child] ?? 0, frame.from);
    // A child that was still running then ran beside the one that was waited for; one without length waits for nothing.
    if (end > frame.cursor || start >= end) continue;
    own(frame.row, end, frame.cursor);
    frame.cursor = start;
    enter(child, start, end);
  }
  return segments.toReversed();
}

interface Frame {
  readonly row: number;
  /** Where the row begins, clipped to the rows around it. */
  readonly from: number;
  readonly children: readonly number[];
  next: number;
  /** The present moment of the walk back. */
  cursor: number;
}
