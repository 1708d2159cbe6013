import type { TraceForest } from '../trace/index.ts';
import type { ClockRange, TimeRange } from './range.ts';

/** No range gets shorter than this, in nanoseconds: the finest axis still has whole nanoseconds to name. */
export const SHORTEST_NS = 20;

/**
 * A range with one point held where it is.
 *
 * @param factor above 1 shows more, below 1 less
 * @param share where the point lies in the range, 0 to 1
 */
export function zoomBy(range: TimeRange, durationNs: number, factor: number, share = 0.5): TimeRange {
  const length = range.toNs - range.fromNs;
  const wanted = Math.max(SHORTEST_NS, Math.min(durationNs, length * factor));
  return within(range.fromNs + (length - wanted) * share, wanted, durationNs);
}

/** A range moved by a share of its length, held within the trace. */
export function panBy(range: TimeRange, durationNs: number, share: number): TimeRange {
  const length = range.toNs - range.fromNs;
  return within(range.fromNs + length * share, length, durationNs);
}

/** The range between two points in any order. */
export function between(aNs: number, bNs: number, durationNs: number): TimeRange {
  const from = Math.min(aNs, bNs);
  return within(from, Math.max(SHORTEST_NS, Math.abs(aNs - bNs)), durationNs);
}

function within(fromNs: number, lengthNs: number, durationNs: number): TimeRange {
  const length = Math.round(Math.min(lengthNs, durationNs));
  const from = Math.round(Math.max(0, Math.min(durationNs - length, fromNs)));
  return { fromNs: from, toNs: from + length };
}

/** A range by the clock; undefined for one that shows (nearly) everything, so that it goes on doing so as spans arrive. */
export function byClock(forest: TraceForest, range: TimeRange): ClockRange | undefined {
  if (range.toNs - range.fromNs >= forest.durationNs * 0.999) return undefined;
  return { from: forest.originNs + BigInt(range.fromNs), to: forest.originNs + BigInt(range.toNs) };
}

/** How much one press of a key, or a usual turn of a wheel, zooms. */
export const STEP = 1.6;

/** What a key does to the range that is shown; undefined for other keys. */
export function zoomKey(key: string, range: TimeRange, durationNs: number): TimeRange | undefined {
  switch (key) {
    case '+':
    case '=':
      return zoomBy(range, durationNs, 1 / STEP);
    case '-':
      return zoomBy(range, durationNs, STEP);
    case '0':
      return { fromNs: 0, toNs: durationNs };
    case '[':
      return panBy(range, durationNs, -0.25);
    case ']':
      return panBy(range, durationNs, 0.25);
    default:
      return undefined;
  }
}
