import { signal, type ReadonlySignal } from '@preact/signals';
import type { RunViewOptions, RunViewModel } from './model.ts';
import type { TraceState } from './state.ts';

/** What the panes behind the tabs are given. */
export interface PaneProps extends RunViewOptions {
  readonly model: RunViewModel;
  readonly state: TraceState;
  /** Shows a span in the waterfall, by its row. */
  readonly goToSpan: (row: number) => void;
  /** Shows the waterfall. */
  readonly showTrace: () => void;
}

/** Code that arrives later. */
export interface Lazy<Pane> {
  readonly state: ReadonlySignal<{ readonly pane: Pane } | 'absent' | 'failed'>;
  /** Fetches it unless it is here or on its way; after a failure, tries again. */
  readonly load: () => void;
}

/** All that a reader meets only on request: a lesson's first load has none of it. */
export function createPanes() {
  return {
    extras: lazily(async () => import('./extras.ts')),
    lines: lazily(async () => (await import('./console.tsx')).Lines),
    logMarks: lazily(async () => (await import('./log-marks.ts')).rowLogs),
    detail: lazily(async () => (await import('./detail.tsx')).Detail),
    requests: lazily(async () => (await import('./requests.tsx')).RequestsPane),
    metrics: lazily(async () => (await import('./metrics.tsx')).MetricsPane),
    logs: lazily(async () => (await import('./logs.tsx')).LogsPane),
    table: lazily(async () => (await import('./table.tsx')).TablePane),
    statistics: lazily(async () => (await import('./statistics.tsx')).StatisticsPane),
    compare: lazily(async () => (await import('./compare.tsx')).ComparePane),
    minimap: lazily(async () => (await import('./minimap.tsx')).Minimap),
    tools: lazily(async () => (await import('./tools.tsx')).Tools),
    help: lazily(async () => (await import('./help.tsx')).Help),
  } as const;
}

export type Panes = ReturnType<typeof createPanes>;

/** What a large trace asks for; in a lesson it is fetched when there is such a trace. */
const INSTRUMENTS: ReadonlySet<string> = new Set(['table', 'statistics', 'minimap', 'tools', 'help']);

/**
 * Fetches what the reader may open next, so that it opens at once, and also when the network has gone. A reader who only
 * looks at the waterfall needs none of it: this waits for pointer or focus.
 */
export function loadAll(panes: Panes, full: boolean): void {
  for (const [name, { load }] of Object.entries(panes)) if (full || !INSTRUMENTS.has(name)) load();
}

function lazily<Pane>(fetchPane: () => Promise<Pane>): Lazy<Pane> {
  const state = signal<{ readonly pane: Pane } | 'absent' | 'failed'>('absent');
  let underway = false;
  return {
    state,
    load: () => {
      if (underway || typeof state.peek() === 'object') return;
      underway = true;
      fetchPane().then(
        (pane) => {
          state.value = { pane };
        },
        () => {
          underway = false;
          state.value = 'failed';
        },
      );
    },
  };
}
