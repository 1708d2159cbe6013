import type { Signal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { LazyView } from './lazy.tsx';
import type { RunViewOptions } from './model.ts';
import type { Panes } from './panes.ts';
import type { TraceState } from './state.ts';
import { MANY_ROWS } from './range.ts';
import { Waterfall } from './waterfall.tsx';

interface TracePaneProps extends RunViewOptions {
  readonly state: TraceState;
  readonly panes: Panes;
  /** Whether the sheet of keys is open. */
  readonly help: Signal<boolean>;
  /** Shows all log records. */
  readonly showLogs: () => void;
}

/** The waterfall, above it the instruments for a large trace and, once a span is selected, its detail. */
export function TracePane({ state, panes, help, showLogs, ...options }: TracePaneProps) {
  const { t, full = false } = options;
  const root = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLElement>(null);
  const selected = state.selectedRow.value;
  const { detail } = panes;
  // Read here, so that this is drawn again when the detail's code arrives.
  const arrived = typeof detail.state.value === 'object';
  const { length } = state.forest.value.spans;
  const empty = length === 0;
  // The rooms are as high without what stands in them, and the rows need not wait for it.
  const painted = state.painted.value;

  useLayoutEffect(() => {
    // The detail may still have to arrive; its arrival draws this again.
    if (state.nextFocus.current !== 'detail' || pane.current === null) return;
    state.nextFocus.current = undefined;
    pane.current.focus();
  });

  const onOpen = (): void => {
    if (pane.current === null) state.nextFocus.current = 'detail';
    else pane.current.focus();
  };
  const onLeave = (): void => {
    const row = root.current?.querySelector('[role=row][tabindex="0"]');
    if (row instanceof HTMLElement) row.focus();
  };
  return (
    <div class={selected < 0 || !arrived ? 'tv-trace' : 'tv-trace tv-with-detail'} ref={root}>
      {empty ? (
        // A run that has only begun keeps the height of the one before, so that the page stays where it is.
        <p class="tv-empty" style={{ 'min-height': `${state.height.peek() ?? 0}px` }}>
          {t('trace.empty')}
        </p>
      ) : (
        <div class="tv-main">
          {full && (
            <div class="tv-tools-room">
              {painted && <LazyView lazy={panes.tools} props={{ state, root, help, t }} t={t} />}
            </div>
          )}
          {(full || length > MANY_ROWS) && (
            <div class="tv-mini-room">
              {painted && <LazyView lazy={panes.minimap} props={{ state, root, t }} t={t} />}
            </div>
          )}
          <Waterfall state={state} t={t} panes={panes} onOpen={onOpen} lineOf={options.lineOf} />
        </div>
      )}
      {selected >= 0 && <LazyView lazy={detail} props={{ state, pane, onLeave, showLogs, ...options }} t={t} />}
    </div>
  );
}
