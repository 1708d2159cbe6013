/* oxlint-disable jsx-a11y/no-static-element-interactions -- one key for all that is in the view; nothing here is a control */
import { useComputed, useSignal, type Signal } from '@preact/signals';
import { LazyView } from './lazy.tsx';
import type { RunViewModel, RunViewOptions } from './model.ts';
import { loadAll, type Panes } from './panes.ts';
import { Printed } from './printed.tsx';
import type { TraceState } from './state.ts';
import { Tabs, type TabName } from './tabs.tsx';
import { TracePane } from './trace-pane.tsx';

interface RunViewProps extends RunViewOptions {
  readonly model: RunViewModel;
  readonly state: TraceState;
  readonly panes: Panes;
  /** The tab that was chosen last; where the run has none such, the trace is shown. */
  readonly chosen: Signal<TabName>;
  /** Tells the ids of several views on one page apart. */
  readonly id: string;
}

/** One run: its trace, behind tabs what it sent, measured and logged, and below what it printed. */
export function RunView({ model, state, panes, chosen, id, ...options }: RunViewProps) {
  const { t, full = false } = options;
  const help = useSignal(false);
  const tabs = useComputed((): readonly TabName[] => {
    const { spans, metrics, logs } = model.telemetry.value;
    const names: TabName[] = ['trace'];
    if (full && spans.length > 0) names.push('table', 'statistics');
    if (model.reference?.value !== undefined && spans.length > 0) names.push('compare');
    // After a run the tab stays, also when nothing was sent: that is worth seeing too.
    if (model.label.value === 'yours' || model.exchanges.value.length > 0) names.push('requests');
    if (metrics.length > 0) names.push('metrics');
    if (logs.length > 0) names.push('logs');
    return names;
  });
  const counts = { requests: model.exchanges.value.length };
  // A run without metrics takes the tab away.
  const open = tabs.value.includes(chosen.value) ? chosen.value : 'trace';
  const goToSpan = (row: number): void => {
    state.nextFocus.current = 'row';
    state.select(row);
    chosen.value = 'trace';
  };
  const showTrace = (): void => {
    chosen.value = 'trace';
  };
  const showLogs = (): void => {
    chosen.value = 'logs';
  };
  const onNear = (): void => loadAll(panes, full);
  const onKeyDown = (event: KeyboardEvent): void => {
    const typing = event.target instanceof HTMLInputElement;
    if (event.key !== '?' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    help.value = true;
  };
  const { label } = model;
  return (
    <div
      class={model.stale.value ? 'tv not-content tv-stale' : 'tv not-content'}
      onPointerEnter={onNear}
      onFocusIn={onNear}
      onKeyDown={onKeyDown}
    >
      <div class="tv-head">
        <Tabs
          tabs={tabs.value}
          open={open}
          counts={counts}
          id={id}
          t={t}
          onChoose={(name) => {
            chosen.value = name;
          }}
        />
        {label.value !== 'opened' && (
          <p class="tv-run">
            {t(`run.${label.value}`)}
            {model.stale.value && <span> · {t('run.stale')}</span>}
          </p>
        )}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${open}`} class="tv-panel">
        {open === 'trace' ? (
          <TracePane state={state} panes={panes} help={help} showLogs={showLogs} {...options} />
        ) : (
          <LazyView key={open} lazy={panes[open]} props={{ model, state, goToSpan, showTrace, ...options }} t={t} />
        )}
      </div>
      {/* Below the trace, so that no row moves when it comes. */}
      {model.difference?.value !== undefined && <p class="tv-difference">{model.difference.value}</p>}
      <Printed entries={model.console.value} t={t} onLocation={options.onLocation} code={panes.lines} />
      {help.value && <LazyView lazy={panes.help} props={{ t, open: help }} t={t} />}
    </div>
  );
}
