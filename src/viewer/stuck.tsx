import { useComputed } from '@preact/signals';
import type { TraceState } from './state.ts';

/** Ancestors named at most; those between the root and the nearest are left out first. */
const MOST_NAMED = 4;

interface StuckProps {
  readonly state: TraceState;
  /** Pixels. */
  readonly rowHeight: number;
}

/**
 * Where the reader is while the rows above are scrolled out of sight: the ancestors of the first row, each a way back.
 * The keyboard has the arrow keys for that.
 */
export function Stuck({ state, rowHeight }: StuckProps) {
  const first = useComputed(() => Math.ceil(state.scrollTop.value / rowHeight));
  const { visible, forest } = state;
  const names: number[] = [];
  const firstRow = visible.value.at(first.value);
  for (let row = forest.value.parent[firstRow] ?? -1; row >= 0; row = forest.value.parent[row] ?? -1) {
    if (names.length < MOST_NAMED - 1) names.unshift(row);
    else if ((forest.value.parent[row] ?? -1) < 0) names.unshift(row, -1);
  }
  if (first.value <= 0 || names.length === 0) return null;
  return (
    <div class="tv-stuck">
      <div class="tv-trail">
        {names.map((row) => {
          const name = forest.value.spans[row]?.name;
          return name === undefined ? (
            <span key={row}>…</span>
          ) : (
            <button key={row} type="button" class="tv-up" tabIndex={-1} onClick={() => state.show(row)}>
              {name}
            </button>
          );
        })}
      </div>
    </div>
  );
}
