/**
 * How one run differs from another: spans are matched by where they stand (names, kinds and services from the root down,
 * and which of several alike it is), and those that stand elsewhere by what they are; never by id or time.
 */
import type { StatusCode } from '../otlp/telemetry.ts';
import type { TraceForest } from './forest.ts';
import { kinOf, pairElsewhere } from './elsewhere.ts';

/** A span that is in both runs, by its row in each. */
export interface MatchedRows {
  readonly a: number;
  readonly b: number;
}

export interface StatusChange extends MatchedRows {
  readonly from: StatusCode;
  readonly to: StatusCode;
}

export interface DurationChange extends MatchedRows {
  /** Duration in b less duration in a, in nanoseconds; exact, as the virtual clock is. */
  readonly deltaNs: number;
  /** The same of the self time: where the change comes from. */
  readonly selfDeltaNs: number;
}

export interface ShapeComparison {
  /** In the order of b, also those that have moved or come along with one that has. */
  readonly matched: readonly MatchedRows[];
  /** Those of them that stand below another span than in a; what stands below these has come along. */
  readonly moved: readonly MatchedRows[];
  /** Rows of b that a has not. */
  readonly added: readonly number[];
  /** Rows of a that b has not. */
  readonly missing: readonly number[];
  readonly statusChanged: readonly StatusChange[];
  readonly slower: readonly DurationChange[];
  readonly faster: readonly DurationChange[];
}

/**
 * Compares a run `b` (mine) with a run `a` (the recorded one). Of siblings that are alike in name, kind and service, the
 * first in a is the first in b, and so on, in order of start. What one run has in a place and the other has not may stand
 * elsewhere in it: a span of the same name, kind and service counts as the same one. Compared the other way round, two
 * runs are matched in the same way.
 */
export function compareShape(a: TraceForest, b: TraceForest): ShapeComparison {
  const places = new Map<string, number>();
  const placesOfA = placeRows(a, places);
  const rowInA = new Map(placesOfA.map((place, row) => [place, row]));
  const inA = Int32Array.from(placeRows(b, places), (place) => rowInA.get(place) ?? -1);
  const inB = new Int32Array(placesOfA.length).fill(-1);
  for (const [row, other] of inA.entries()) if (other >= 0) inB[other] = row;
  pairElsewhere({ forest: a, other: inB }, { forest: b, other: inA });

  const matched: MatchedRows[] = [];
  const added: number[] = [];
  for (const [row, other] of inA.entries()) {
    if (other < 0) added.push(row);
    else matched.push({ a: other, b: row });
  }
  const missing = placesOfA.flatMap((_, row) => ((inB[row] ?? -1) < 0 ? [row] : []));
  const changes = matched.map((rows) => durationChange(a, b, rows));
  return {
    matched,
    moved: matched.filter((rows) => {
      const above = b.parent[rows.b] ?? -1;
      const aboveInA = a.parent[rows.a] ?? -1;
      // Below a span that the other run has not, or a root in one run only, is another place, too.
      return above < 0 || aboveInA < 0 ? above !== aboveInA : inA[above] !== aboveInA;
    }),
    added,
    missing,
    statusChanged: matched.flatMap((rows) => {
      const from = a.spans[rows.a]?.status.code ?? 'unset';
      const to = b.spans[rows.b]?.status.code ?? 'unset';
      return from === to ? [] : [{ ...rows, from, to }];
    }),
    slower: changes.filter(({ deltaNs }) => deltaNs > 0),
    faster: changes.filter(({ deltaNs }) => deltaNs < 0),
  };
}

/**
 * The number of each row's place. A place is the parent's place, the span's name, kind and service, and how many alike
 * siblings came before; equal places have equal numbers in all forests that share `places`.
 */
function placeRows(forest: TraceForest, places: Map<string, number>): readonly number[] {
  const occurrences = new Map<string, number>();
  const result: number[] = [];
  for (const row of forest.spans.keys()) {
    const parent = forest.parent[row] ?? -1;
    const above = parent < 0 ? -1 : (result[parent] ?? -1);
    const kin = kinOf(forest, row, above);
    const occurrence = occurrences.get(kin) ?? 0;
    occurrences.set(kin, occurrence + 1);
    const key = `${kin}${occurrence}`;
    const place = places.get(key) ?? places.size;
    places.set(key, place);
    result.push(place);
  }
  return result;
}

function durationChange(a: TraceForest, b: TraceForest, rows: MatchedRows): DurationChange {
  return {
    ...rows,
    deltaNs: durationOf(b, rows.b) - durationOf(a, rows.a),
    selfDeltaNs: (b.selfNs[rows.b] ?? 0) - (a.selfNs[rows.a] ?? 0),
  };
}

function durationOf(forest: TraceForest, row: number): number {
  return (forest.endNs[row] ?? 0) - (forest.startNs[row] ?? 0);
}

/**
 * One thing to say about a comparison, for the caller to put in words. `count` spans are concerned; `name` is one of them:
 * the first that was added, is missing, has moved or changed its status, or the one whose own time changed most.
 */
export type ComparisonFact =
  | { readonly kind: 'same'; readonly count: number }
  | {
      readonly kind: 'added' | 'missing' | 'moved';
      readonly count: number;
      readonly name: string;
      readonly row: number;
    }
  | {
      readonly kind: 'status';
      readonly count: number;
      readonly name: string;
      readonly row: number;
      readonly from: StatusCode;
      readonly to: StatusCode;
    }
  | {
      readonly kind: 'slower' | 'faster';
      readonly count: number;
      readonly name: string;
      readonly row: number;
      readonly deltaNs: number;
    }
  | {
      /** The whole run: latest end less earliest start. */
      readonly kind: 'total';
      readonly fromNs: number;
      readonly toNs: number;
    };

/**
 * What there is to say, most important first; `same` alone when nothing differs. Rows are rows of b, except for
 * `missing`, where they are rows of a.
 */
export function comparisonFacts(
  a: TraceForest,
  b: TraceForest,
  comparison: ShapeComparison,
): readonly ComparisonFact[] {
  const facts: ComparisonFact[] = [];
  const rowsFact = (kind: 'added' | 'missing' | 'moved', forest: TraceForest, rows: readonly number[]): void => {
    const [row] = rows;
    if (row !== undefined) facts.push({ kind, count: rows.length, name: forest.spans[row]?.name ?? '', row });
  };
  rowsFact('missing', a, comparison.missing);
  rowsFact('added', b, comparison.added);
  rowsFact(
    'moved',
    b,
    comparison.moved.map((rows) => rows.b),
  );
  const [status] = comparison.statusChanged;
  if (status !== undefined) {
    const name = b.spans[status.b]?.name ?? '';
    const count = comparison.statusChanged.length;
    facts.push({ kind: 'status', count, name, row: status.b, from: status.from, to: status.to });
  }
  for (const kind of ['slower', 'faster'] as const) {
    const changes = comparison[kind];
    const [most] = changes.toSorted((one, other) => Math.abs(other.selfDeltaNs) - Math.abs(one.selfDeltaNs));
    if (most === undefined) continue;
    facts.push({ kind, count: changes.length, name: b.spans[most.b]?.name ?? '', row: most.b, deltaNs: most.deltaNs });
  }
  if (a.durationNs !== b.durationNs) facts.push({ kind: 'total', fromNs: a.durationNs, toNs: b.durationNs });
  return facts.length === 0 ? [{ kind: 'same', count: b.spans.length }] : facts;
}
