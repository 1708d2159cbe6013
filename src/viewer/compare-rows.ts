import { compareShape, type TraceForest } from '../trace/index.ts';
import type { StatusCode } from '../otlp/telemetry.ts';

/** One span of either run, or the same span in both. */
export interface ComparedRow {
  /** `moved`: it stands below another span than in the reference. What stands below it has come along and is not moved. */
  readonly kind: 'added' | 'missing' | 'moved' | 'slower' | 'faster' | 'same';
  readonly name: string;
  readonly depth: number;
  readonly error: boolean;
  /** Row in the reference; -1 for one that was added. */
  readonly before: number;
  /** Row in this run; -1 for one that is missing. */
  readonly after: number;
  /** Durations in nanoseconds. */
  readonly beforeNs: number | undefined;
  readonly afterNs: number | undefined;
  readonly status: { readonly from: StatusCode; readonly to: StatusCode } | undefined;
}

/** Both runs as one list: the order of this run, and what it lacks where the reference had it. */
export function comparedRows(reference: TraceForest, run: TraceForest): readonly ComparedRow[] {
  const comparison = compareShape(reference, run);
  const { missing } = comparison;
  const before = new Map(comparison.matched.map(({ a, b }) => [b, a]));
  const moved = new Set(comparison.moved.map(({ b }) => b));
  /** What has moved, and what has come along. */
  const elsewhere = new Set<number>();
  const rows: ComparedRow[] = [];
  let nextMissing = 0;
  const missingUpTo = (end: number): void => {
    for (let row = missing[nextMissing]; row !== undefined && row < end; row = missing[nextMissing]) {
      nextMissing += 1;
      rows.push({
        kind: 'missing',
        name: reference.spans[row]?.name ?? '',
        depth: reference.depth[row] ?? 0,
        error: reference.spans[row]?.status.code === 'error',
        before: row,
        after: -1,
        beforeNs: lengthOf(reference, row),
        afterNs: undefined,
        status: undefined,
      });
    }
  };
  for (const [row, span] of run.spans.entries()) {
    const other = before.get(row) ?? -1;
    if (moved.has(row) || elsewhere.has(run.parent[row] ?? -1)) elsewhere.add(row);
    // What stands elsewhere says nothing of where the rows around it were.
    if (other >= 0 && !elsewhere.has(row)) missingUpTo(other);
    const beforeNs = other < 0 ? undefined : lengthOf(reference, other);
    const afterNs = lengthOf(run, row);
    const from = reference.spans[other]?.status.code;
    const to = span.status.code;
    rows.push({
      kind: beforeNs === undefined ? 'added' : moved.has(row) ? 'moved' : timeKind(beforeNs, afterNs),
      name: span.name,
      depth: run.depth[row] ?? 0,
      error: span.status.code === 'error',
      before: other,
      after: row,
      beforeNs,
      afterNs,
      status: from === undefined || from === to ? undefined : { from, to },
    });
  }
  missingUpTo(Infinity);
  return rows;
}

/** Whether a row says that the runs differ. */
export function differs(row: ComparedRow): boolean {
  return row.kind !== 'same' || row.status !== undefined;
}

function lengthOf(forest: TraceForest, row: number): number {
  return (forest.endNs[row] ?? 0) - (forest.startNs[row] ?? 0);
}

function timeKind(beforeNs: number, afterNs: number): 'slower' | 'faster' | 'same' {
  return afterNs > beforeNs ? 'slower' : afterNs < beforeNs ? 'faster' : 'same';
}
