import { formatDuration, gaps, type TraceForest } from '../trace/index.ts';
import { placeBar } from './row.ts';
import type { TimeRange } from './range.ts';
import type { Translate } from './strings.ts';
import type { Insight } from './trace-row.tsx';

/** Where a row worked itself, and how long in all; undefined for one with nothing beneath it, which worked throughout. */
export function insightOf(forest: TraceForest, row: number, range: TimeRange, t: Translate): Insight | undefined {
  if ((forest.subtreeEnd[row] ?? 0) <= row + 1) return undefined;
  return {
    text: t('trace.self', { self: formatDuration(forest.selfNs[row] ?? 0) }),
    stretches: placeBar(forest.startNs[row] ?? 0, forest.endNs[row] ?? 0, range).stretches(gaps(forest, row)),
  };
}
