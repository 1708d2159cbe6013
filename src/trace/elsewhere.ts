import type { TraceForest } from './forest.ts';
import { serviceName } from './summary.ts';

/** One of two runs, and which row of the other one each of its rows is; -1 where that is not known (yet). */
export interface Side {
  readonly forest: TraceForest;
  readonly other: Int32Array;
}

/**
 * Pairs the rows that have no pair with rows of the other run that are alike in name, kind and service, wherever they
 * stand, and writes them into `other` of both sides.
 *
 * From the top: first the rows whose parents have found their pairs, and with each pair what hangs below both of them, so
 * that a subtree comes along as a whole. What then is left is paired in row order. Of several alike, the first goes with
 * the first, so both directions give the same pairs. O(n) for each level of what has moved within what has moved.
 */
export function pairElsewhere(a: Side, b: Side): void {
  const found: (readonly [rowOfA: number, rowOfB: number])[] = [];
  const pair = (rowsOfA: readonly number[], rowsOfB: readonly number[]): void => {
    const waiting = new Map<string, number[]>();
    // The last first, so that the first is taken from the end.
    for (const row of rowsOfA.toReversed()) {
      const kin = kinOf(a.forest, row);
      const alike = waiting.get(kin);
      if (alike === undefined) waiting.set(kin, [row]);
      else alike.push(row);
    }
    for (const row of rowsOfB) {
      const mate = waiting.get(kinOf(b.forest, row))?.pop();
      if (mate === undefined) continue;
      a.other[mate] = row;
      b.other[row] = mate;
      found.push([mate, row]);
    }
  };
  do {
    for (let rows = found.pop(); rows !== undefined; rows = found.pop()) pair(below(a, rows[0]), below(b, rows[1]));
    pair(heads(a), heads(b));
  } while (found.length > 0);
  pair(unpaired(a), unpaired(b));
}

/** What makes two spans the same one, wherever they stand; `place` where that counts, too. */
export function kinOf({ spans }: TraceForest, row: number, place?: number): string {
  const span = spans[row];
  return span === undefined ? '' : JSON.stringify([place, span.name, span.kind, serviceName(span)]);
}

function unpaired({ other }: Side): readonly number[] {
  return Array.from(other.keys()).filter((row) => (other[row] ?? 0) < 0);
}

/** The rows without a pair whose parent has one, or that are roots. */
function heads(side: Side): readonly number[] {
  const { forest, other } = side;
  return unpaired(side).filter((row) => (other[forest.parent[row] ?? -1] ?? 0) >= 0);
}

/** The rows without a pair right below a row. */
function below({ forest: { subtreeEnd }, other }: Side, row: number): readonly number[] {
  const rows: number[] = [];
  const end = subtreeEnd[row] ?? 0;
  for (let child = row + 1; child < end; child = subtreeEnd[child] ?? end) {
    if ((other[child] ?? 0) < 0) rows.push(child);
  }
  return rows;
}
