/** What a search found, by row: `matches[row]` is 1 for a row that matches. */
export interface Lens {
  readonly matches: Uint8Array;
  /** The rows that match, ascending. */
  readonly rows: Int32Array;
}

/** How a row looks through a lens: a match, in the dark but holding matches out of sight, or in the dark. */
export type Sight = 'match' | 'inside' | 'dim' | undefined;

/**
 * @param end one past the last row that is folded away beneath this one; the row's own successor when none is
 */
export function sightOf(lens: Lens | undefined, row: number, end: number): Sight {
  if (lens === undefined) return undefined;
  if (lens.matches[row] === 1) return 'match';
  return matchesWithin(lens, row, end) > 0 ? 'inside' : 'dim';
}

/** How many matches lie in the rows `[from, end)`. */
export function matchesWithin({ rows }: Pick<Lens, 'rows'>, from: number, end: number): number {
  return placeOf(rows, end) - placeOf(rows, from);
}

/** How many of some ascending rows lie before a row. */
export function placeOf(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
