import type { Span, StatusCode } from '../otlp/telemetry.ts';
import { criticalPath, formatDuration, type CriticalSegment, type TraceForest } from '../trace/index.ts';
import { wholeRange, type TimeRange } from './range.ts';
import type { Services } from './services.ts';
import { hasChildren, spanKey, type ShownGroup } from './visible.ts';

/** One row of the waterfall in numbers and words: what both the live view and the printed table draw. */
export interface RowView {
  readonly row: number;
  readonly span: Span;
  readonly key: string;
  /** Levels of indentation, never more than {@link DEEPEST_INDENT}. */
  readonly indent: number;
  /** The true depth, 0 for a root. */
  readonly depth: number;
  /** Empty when the trace has one service only. */
  readonly service: string;
  /** 1 to 10. */
  readonly colour: number;
  /** Percent of the range that is shown, two decimals, and no more of the bar than lies in it. */
  readonly start: number;
  readonly width: number;
  /** Set where the whole span lies outside the range that is shown. */
  readonly outside: 'before' | 'after' | undefined;
  /** Starts and ends at the same nanosecond: drawn as a tick. */
  readonly instant: boolean;
  readonly code: StatusCode;
  readonly cancelled: boolean;
  /** The span names a parent that is not here. */
  readonly pending: boolean;
  readonly parentRow: boolean;
  /** Rows beneath. */
  readonly descendants: number;
  readonly duration: string;
  readonly links: number;
  /** Percent of the bar. */
  readonly events: readonly number[];
  /** All events in sight, where there are more than ticks; else 0. */
  readonly crowd: number;
  /** Stretches of the bar on the critical path, percent of the bar: start and width. */
  readonly critical: readonly (readonly [number, number])[];
}

/** Deeper rows keep this indentation and say their depth as a number. */
export const DEEPEST_INDENT = 12;

/** Ticks, marks and stretches drawn on one bar at most. */
const MOST_MARKS = 24;

/** Percent of the bar that ticks lie apart at least: what is nearer would be one blot. */
const APART = 0.5;

/** Where each row lies on the critical path. */
export type CriticalByRow = ReadonlyMap<number, readonly CriticalSegment[]>;

/**
 * The critical path of each tree, by row. Rows whose parent has not arrived have none of their own: what they kept from
 * ending is not known yet.
 */
export function criticalByRow(forest: TraceForest): CriticalByRow {
  const rows = new Map<number, CriticalSegment[]>();
  for (let root = 0; root < forest.spans.length; root = forest.subtreeEnd[root] ?? Infinity) {
    if (forest.pending[root] === 1) continue;
    for (const segment of criticalPath(forest, root)) {
      const known = rows.get(segment.row);
      if (known === undefined) rows.set(segment.row, [segment]);
      else known.push(segment);
    }
  }
  return rows;
}

/** Everything that the drawing of a row needs; undefined beyond the last row. */
export function describeRow(
  forest: TraceForest,
  row: number,
  services: Services,
  critical: CriticalByRow,
  range: TimeRange = wholeRange(forest),
): RowView | undefined {
  const span = forest.spans[row];
  if (span === undefined) return undefined;
  const startNs = forest.startNs[row] ?? 0;
  const endNs = forest.endNs[row] ?? 0;
  const lengthNs = endNs - startNs;
  const depth = forest.depth[row] ?? 0;
  const bar = placeBar(startNs, endNs, range);
  const events = span.events
    // What is said to have happened before or after the span stands at its end.
    .map((event) => Math.max(startNs, Math.min(endNs, Number(event.timeUnixNano - forest.originNs))))
    .filter((at) => at >= range.fromNs && at <= range.toNs)
    .map((at) => bar.place(at))
    .toSorted((a, b) => a - b);
  const ticks = spread(events, (place) => place, APART);
  return {
    row,
    span,
    key: spanKey(span),
    indent: Math.min(depth, DEEPEST_INDENT),
    depth,
    service: services.names.length > 1 ? services.nameOf(span) : '',
    colour: services.colourOf(span),
    start: bar.start,
    width: bar.width,
    outside: bar.outside,
    instant: lengthNs <= 0,
    code: span.status.code,
    cancelled: isCancelled(span),
    pending: forest.pending[row] === 1,
    parentRow: hasChildren(forest, row),
    descendants: (forest.subtreeEnd[row] ?? row + 1) - row - 1,
    duration: formatDuration(lengthNs),
    links: span.links.length,
    events: ticks.shown,
    crowd: ticks.all ? 0 : events.length,
    critical: bar.stretches(critical.get(row) ?? []),
  };
}

interface Bar {
  readonly start: number;
  readonly width: number;
  readonly outside: 'before' | 'after' | undefined;
  /** A time as percent of the bar. */
  readonly place: (ns: number) => number;
  /** The longest of some stretches as percent of the bar: start and width. */
  readonly stretches: (all: readonly Stretch[]) => readonly (readonly [number, number])[];
}

interface Stretch {
  readonly startNs: number;
  readonly endNs: number;
}

/** Where a bar lies in the range that is shown, cut at both ends of it. */
export function placeBar(startNs: number, endNs: number, range: TimeRange): Bar {
  const rangeNs = range.toNs - range.fromNs || 1;
  const from = Math.max(startNs, range.fromNs);
  const to = Math.min(endNs, range.toNs);
  const cut = (ns: number): number => Math.max(from, Math.min(to, ns));
  return {
    start: percent((from - range.fromNs) / rangeNs),
    width: percent((to - from) / rangeNs),
    outside: to < range.fromNs ? 'before' : from > range.toNs ? 'after' : undefined,
    place: (ns) => (to > from ? percent((ns - from) / (to - from)) : 0),
    stretches: (all) =>
      all
        .filter((one) => one.endNs >= from && one.startNs <= to)
        .toSorted((a, b) => b.endNs - b.startNs - (a.endNs - a.startNs))
        .slice(0, MOST_MARKS)
        .map(({ startNs: first, endNs: last }) => {
          const length = to - from || 1;
          return [percent((cut(first) - from) / length), percent((cut(last) - cut(first)) / length)] as const;
        }),
  };
}

/** The line that stands for a group of alike siblings, in numbers and words. */
export interface GroupView {
  readonly key: string;
  readonly group: ShownGroup;
  readonly name: string;
  readonly service: string;
  readonly colour: number;
  readonly depth: number;
  readonly start: number;
  readonly width: number;
  readonly outside: 'before' | 'after' | undefined;
  /** Durations of the members added up. */
  readonly total: string;
}

/** Everything that the drawing of a group's line needs. */
export function describeGroup(
  forest: TraceForest,
  group: ShownGroup,
  services: Services,
  range: TimeRange,
): GroupView | undefined {
  const span = forest.spans[group.firstRow];
  if (span === undefined) return undefined;
  const { start, width, outside } = placeBar(group.startNs, group.endNs, range);
  return {
    key: `group ${spanKey(span)}`,
    group,
    name: span.name,
    service: services.names.length > 1 ? services.nameOf(span) : '',
    colour: services.colourOf(span),
    depth: forest.depth[group.firstRow] ?? 0,
    start,
    width,
    outside,
    total: formatDuration(group.totalNs),
  };
}

/** A share as a percentage with two decimals, held between 0 and 100. */
export function percent(share: number): number {
  return Math.max(0, Math.min(100, Math.round(share * 10_000) / 100));
}

/** The guide's own mark for work that was called off: `lab.outcome` = `cancelled`. */
export function isCancelled(span: Span): boolean {
  return span.attributes.some(
    ({ key, value }) => key === 'lab.outcome' && value.kind === 'string' && value.value === 'cancelled',
  );
}

/**
 * Leaves out marks that would fall on those before them. Where more than a bar can hold are left, they thin out over its
 * whole length, so that it never looks as if nothing had happened from some point on.
 *
 * @param placeOf percent of the bar
 * @param apart percent of the bar that marks lie apart at least
 * @returns `all` is false where marks were left out that had room
 */
export function spread<Mark>(
  marks: readonly Mark[],
  placeOf: (mark: Mark) => number,
  apart: number,
): { readonly shown: readonly Mark[]; readonly all: boolean } {
  const kept: Mark[] = [];
  for (const mark of marks) {
    const place = placeOf(mark);
    if (kept.some((other) => Math.abs(placeOf(other) - place) < apart)) continue;
    kept.push(mark);
    if (kept.length > MOST_MARKS) return { ...spread(marks, placeOf, 100 / (MOST_MARKS - 1)), all: false };
  }
  return { shown: kept, all: true };
}
