import { ExactSum } from './exact-sum.ts';
import type { TraceForest } from './forest.ts';
import { serviceColumn } from './services.ts';

/**
 * What the spans of one operation have in common. An operation is a name within a service, whatever the kind: the client's
 * and the server's half of a call belong to two services and are two operations.
 *
 * Percentiles are durations that occurred (nearest rank), so each can be pointed at.
 */
export interface OperationStatistics {
  /** `''` where the spans name no service. */
  readonly service: string;
  readonly name: string;
  readonly count: number;
  /** Spans with the status error. */
  readonly errorCount: number;
  /** Durations added up, in nanoseconds; nested and parallel spans count each for itself. */
  readonly totalNs: bigint;
  /** Self times added up, in nanoseconds: the operation's own share of the work. */
  readonly selfNs: bigint;
  readonly minNs: number;
  readonly p50Ns: number;
  readonly p95Ns: number;
  readonly p99Ns: number;
  readonly maxNs: number;
  /** The rows of the operation, in row order. */
  readonly rows: Int32Array;
  /** The row that took longest; of several, the first. */
  readonly slowestRow: number;
}

/** Statistics of every operation, by total self time, largest first; ties stand in order of first appearance. */
export function operationStatistics(forest: TraceForest): readonly OperationStatistics[] {
  const { spans, startNs, endNs, selfNs } = forest;
  const services = serviceColumn(forest);
  const byService: Map<string, number>[] = services.names.map(() => new Map());
  const operationOf = new Int32Array(spans.length);
  const sizes: number[] = [];
  for (const [row, span] of spans.entries()) {
    const names = byService[services.of[row] ?? 0];
    let operation = names?.get(span.name);
    if (operation === undefined) {
      operation = sizes.length;
      sizes.push(0);
      names?.set(span.name, operation);
    }
    operationOf[row] = operation;
    sizes[operation] = (sizes[operation] ?? 0) + 1;
  }
  return rowsByOperation(operationOf, sizes)
    .map((rows) => {
      const first = rows[0] ?? 0;
      const durations = new Float64Array(rows.length);
      const total = new ExactSum();
      const self = new ExactSum();
      let errorCount = 0;
      let slowestRow = first;
      for (const [index, row] of rows.entries()) {
        const duration = (endNs[row] ?? 0) - (startNs[row] ?? 0);
        durations[index] = duration;
        total.add(duration);
        self.add(selfNs[row] ?? 0);
        if (spans[row]?.status.code === 'error') errorCount += 1;
        if (duration > (endNs[slowestRow] ?? 0) - (startNs[slowestRow] ?? 0)) slowestRow = row;
      }
      durations.sort();
      return {
        service: services.names[services.of[first] ?? 0] ?? '',
        name: spans[first]?.name ?? '',
        count: rows.length,
        errorCount,
        totalNs: total.ns,
        selfNs: self.ns,
        minNs: nearestRank(durations, 0),
        p50Ns: nearestRank(durations, 50),
        p95Ns: nearestRank(durations, 95),
        p99Ns: nearestRank(durations, 99),
        maxNs: nearestRank(durations, 100),
        rows,
        slowestRow,
      };
    })
    .toSorted((a, b) => Number(b.selfNs > a.selfNs) - Number(b.selfNs < a.selfNs));
}

/**
 * The smallest of the sorted values that at least `percent` of all do not exceed; 0 of no values. Whole numbers are
 * compared, so that 95 % of 20 is 19 and not, by a rounding error, 20.
 */
export function nearestRank(sorted: Float64Array, percent: number): number {
  const rank = Math.max(1, Math.ceil((percent * sorted.length) / 100));
  return sorted[rank - 1] ?? 0;
}

/** The rows of each operation, cut from one array (a counting sort, which keeps row order). */
function rowsByOperation(operationOf: Int32Array, sizes: readonly number[]): readonly Int32Array[] {
  const all = new Int32Array(operationOf.length);
  let start = 0;
  const cut = sizes.map((size) => all.subarray(start, (start += size)));
  const filled = new Int32Array(sizes.length);
  for (let row = 0; row < operationOf.length; row += 1) {
    const operation = operationOf[row] ?? 0;
    const rows = cut[operation];
    const at = filled[operation] ?? 0;
    if (rows !== undefined) rows[at] = row;
    filled[operation] = at + 1;
  }
  return cut;
}
