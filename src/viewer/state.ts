import { batch, computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { LogRecord, Telemetry } from '../otlp/telemetry.ts';
import type { Location } from '../sandbox/contract.ts';
import { buildForest, type TraceForest } from '../trace/index.ts';
import { createGrouping, groupKey, type GroupShape } from './groups.ts';
import type { Lens } from './lens.ts';
import { shownRange, type ClockRange, type TimeRange } from './range.ts';
import { criticalByRow, DEEPEST_INDENT, describeRow, type CriticalByRow, type RowView } from './row.ts';
import { listServices, type Services } from './services.ts';
import { rowOfKey, spanKey, visibleRows, type ShownGroup, type VisibleRows } from './visible.ts';

/**
 * What one trace view knows: the forest, and what the reader did to it. Remembered by span, never by row, so that
 * collapse, focus and selection hold when spans arrive while the reader looks.
 */
export interface TraceState {
  readonly forest: ReadonlySignal<TraceForest>;
  readonly services: ReadonlySignal<Services>;
  /** Every log record, in order of arrival. */
  readonly logs: ReadonlySignal<readonly LogRecord[]>;
  /** The record that the reader asked to see in the list of them all. */
  readonly shownLog: Signal<LogRecord | undefined>;
  readonly critical: ReadonlySignal<CriticalByRow>;
  readonly visible: ReadonlySignal<VisibleRows>;
  /** Describes a forest row; described rows are kept for as long as forest and range are the same. */
  readonly describe: ReadonlySignal<(row: number) => RowView | undefined>;
  readonly collapsed: Signal<ReadonlySet<string>>;
  /** The groups that have a line, by first row. */
  readonly groups: ReadonlySignal<readonly ShownGroup[]>;
  /** What the reader made of groups of alike siblings, by `groupKey`. */
  readonly grouped: Signal<ReadonlyMap<string, GroupShape>>;
  /** The stretch of time that the reader looks at; undefined is the whole trace. */
  readonly zoomed: Signal<ClockRange | undefined>;
  /** The same in nanoseconds from the origin, within the trace. */
  readonly range: ReadonlySignal<TimeRange>;
  /** What the reader searches for, as typed. */
  readonly query: Signal<string>;
  /** What was found. It marks rows, and neither hides nor opens any. */
  readonly lens: Signal<Lens | undefined>;
  /** The rows whose status is error. */
  readonly errors: ReadonlySignal<Pick<Lens, 'rows'>>;
  /** The line of the code whose spans are lit. */
  readonly lit: Signal<Location | undefined>;
  /** The row under the pointer; -1 when there is none. */
  readonly hovered: Signal<number>;
  /** The row that the reader went to last, though it may be hidden; -1 when there is none. */
  readonly activeRow: ReadonlySignal<number>;
  /** Visible index of the one row that Tab reaches. */
  readonly activeIndex: ReadonlySignal<number>;
  /** The row whose detail is open; -1 when none is. */
  readonly selectedRow: ReadonlySignal<number>;
  /** Pixels that the rows are scrolled by. */
  readonly scrollTop: Signal<number>;
  /** Pixels of the box that the rows are scrolled in, as it was drawn last; undefined before the first time. */
  readonly height: Signal<number | undefined>;
  /** Whether rows have been on the screen: what is not needed to read them waits until then. */
  readonly painted: Signal<boolean>;
  /** Whether spans have just arrived, and more may: what is not needed to read the rows waits until they have. */
  readonly unrest: ReadonlySignal<boolean>;
  /** Counts the times that the active row was asked to be brought into sight. */
  readonly shows: ReadonlySignal<number>;
  /** Levels of indentation that the deepest row needs, at least 1. */
  readonly indents: ReadonlySignal<number>;
  /** What takes the focus once it is drawn. */
  readonly nextFocus: { current: 'row' | 'detail' | undefined };
  /** What was typed to find a row by name, and when (milliseconds). */
  readonly typed: { text: string; at: number };
  /** Width of the name column, percent of the whole; undefined until the reader sets it. */
  readonly nameWidth: Signal<number | undefined>;
  readonly isCollapsed: (row: number) => boolean;
  readonly toggle: (row: number) => void;
  /** Opens or folds the group whose line is at a visible index. */
  readonly toggleGroup: (index: number) => void;
  /** Makes the row or line at a visible index the one that Tab reaches. */
  readonly activate: (index: number) => void;
  readonly select: (row: number) => void;
  /** Selects a span that is here or will be, by its `spanKey`, and brings it into sight. */
  readonly selectKey: (key: string) => void;
  readonly deselect: () => void;
  /** Makes a row, or what it is hidden in, the active one and brings it into sight. Opens nothing. */
  readonly show: (row: number) => void;
}

/** Rows are described again beyond this many: a limit on memory, not on what can be drawn at once. */
const MOST_DESCRIBED = 1024;

/** Spans up to which the critical path is worth computing anew with every arrival. */
const FEW_SPANS = 2000;

const NOWHERE: CriticalByRow = new Map();

const NEVER = signal(false);

/** @param unrest whether spans have just arrived, and more may */
export function createTraceState(
  telemetry: ReadonlySignal<Telemetry>,
  unrest: ReadonlySignal<boolean> = NEVER,
): TraceState {
  const spans = computed(() => telemetry.value.spans);
  const forest = computed(() => buildForest(spans.value));
  const services = computed(() => listServices(spans.value));
  const critical = computed(() => {
    const shown = forest.value;
    // That of a large trace waits until more spans are unlikely to come.
    return shown.spans.length > FEW_SPANS && unrest.value ? NOWHERE : criticalByRow(shown);
  });
  const zoomed = signal<ClockRange | undefined>(undefined);
  const range = computed(() => shownRange(forest.value, zoomed.value));
  const describe = computed(() => {
    const shown = forest.value;
    const known = services.value;
    const path = critical.value;
    const within = range.value;
    const kept = new Map<number, RowView>();
    return (row: number): RowView | undefined => {
      const found = kept.get(row);
      if (found !== undefined) return found;
      const made = describeRow(shown, row, known, path, within);
      if (kept.size >= MOST_DESCRIBED) kept.clear();
      if (made !== undefined) kept.set(row, made);
      return made;
    };
  });

  const collapsed = signal<ReadonlySet<string>>(new Set());
  const grouped = signal<ReadonlyMap<string, GroupShape>>(new Map());
  const shape = createGrouping();
  const groups = computed(() => shape(forest.value, grouped.value));
  const visible = computed(() => visibleRows(forest.value, collapsed.value, groups.value));
  const active = signal<{ readonly key: string; readonly line: boolean } | undefined>(undefined);
  const selected = signal<string | undefined>(undefined);
  const activeRow = computed(() => rowOfKey(forest.value, active.value?.key));
  const activeIndex = computed(() => {
    const { lineOf, nearest } = visible.value;
    return Math.max(0, active.value?.line === true ? lineOf(activeRow.value) : nearest(activeRow.value));
  });
  const selectedRow = computed(() => rowOfKey(forest.value, selected.value));
  const shows = signal(0);

  const keyOf = (row: number): string | undefined => {
    const span = forest.value.spans[row];
    return span === undefined ? undefined : spanKey(span);
  };

  return {
    forest,
    services,
    logs: computed(() => telemetry.value.logs),
    shownLog: signal(undefined),
    critical,
    visible,
    describe,
    collapsed,
    groups,
    grouped,
    zoomed,
    range,
    query: signal(''),
    lens: signal(undefined),
    errors: computed(() => ({
      rows: Int32Array.from(forest.value.spans.flatMap((span, row) => (span.status.code === 'error' ? [row] : []))),
    })),
    lit: signal(undefined),
    hovered: signal(-1),
    activeRow,
    activeIndex,
    selectedRow,
    scrollTop: signal(0),
    height: signal(undefined),
    painted: signal(false),
    unrest,
    shows,
    indents: computed(() => {
      const { depth } = forest.value;
      const deepest = depth.reduce((most, level) => Math.max(most, level), 1);
      const inGroups = groups.value.some((group) => group.open) ? 1 : 0;
      return Math.min(deepest + inGroups, DEEPEST_INDENT);
    }),
    nextFocus: { current: undefined },
    typed: { text: '', at: 0 },
    nameWidth: signal(undefined),
    isCollapsed: (row) => {
      const key = keyOf(row);
      return key !== undefined && collapsed.value.has(key);
    },
    toggle: (row) => {
      const key = keyOf(row);
      if (key === undefined) return;
      const next = new Set(collapsed.value);
      if (!next.delete(key)) next.add(key);
      collapsed.value = next;
    },
    toggleGroup: (index) => {
      const group = visible.value.groupAt(index);
      if (group === undefined) return;
      grouped.value = new Map(grouped.value).set(groupKey(forest.value, group), group.open ? 'folded' : 'open');
    },
    activate: (index) => {
      const key = keyOf(visible.value.at(index));
      if (key !== undefined) active.value = { key, line: visible.value.groupAt(index) !== undefined };
    },
    select: (row) => {
      const key = keyOf(row);
      if (key !== undefined) selectSpan(key);
    },
    selectKey: selectSpan,
    deselect: () => {
      selected.value = undefined;
    },
    show: (row) => {
      const key = keyOf(row);
      if (key === undefined) return;
      active.value = { key, line: false };
      shows.value += 1;
    },
  };

  function selectSpan(key: string): void {
    batch(() => {
      selected.value = key;
      active.value = { key, line: false };
      reveal(rowOfKey(forest.value, key));
      shows.value += 1;
    });
  }

  /** Following a link into a collapsed subtree opens what it is hidden in: the reader asked to go there. */
  function reveal(row: number): void {
    for (let at = forest.value.parent[row] ?? -1; at >= 0; at = forest.value.parent[at] ?? -1) {
      const key = keyOf(at);
      if (key === undefined || !collapsed.value.has(key)) continue;
      const next = new Set(collapsed.value);
      next.delete(key);
      collapsed.value = next;
    }
    // What is still hidden is in a folded group, perhaps in one within another.
    for (let index = visible.value.nearest(row); index >= 0; index = visible.value.nearest(row)) {
      const group = visible.value.groupAt(index);
      if (group === undefined || group.open) return;
      grouped.value = new Map(grouped.value).set(groupKey(forest.value, group), 'open');
    }
  }
}
