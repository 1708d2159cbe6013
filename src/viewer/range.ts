import type { TraceForest } from '../trace/forest.ts';

/** A stretch of a trace's time, in nanoseconds from the forest's origin. */
export interface TimeRange {
  readonly fromNs: number;
  readonly toNs: number;
}

/** The same by the clock, so that it stays where it is when an earlier span arrives: nanoseconds since the Unix epoch. */
export interface ClockRange {
  readonly from: bigint;
  readonly to: bigint;
}

/** From the origin to the latest end. */
export function wholeRange({ durationNs }: Pick<TraceForest, 'durationNs'>): TimeRange {
  return { fromNs: 0, toNs: durationNs };
}

/** What is shown of a forest: the zoomed stretch as far as it lies in the trace, the whole where none of it does. */
export function shownRange(forest: TraceForest, zoomed: ClockRange | undefined): TimeRange {
  if (zoomed === undefined) return wholeRange(forest);
  const fromNs = Math.max(0, Number(zoomed.from - forest.originNs));
  const toNs = Math.min(forest.durationNs, Number(zoomed.to - forest.originNs));
  return toNs > fromNs ? { fromNs, toNs } : wholeRange(forest);
}

/** Rows beyond which a minimap says more than the room it takes. */
export const MANY_ROWS = 30;
