import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { buildForest } from '../trace/index.ts';
import { followByFrame, followUnrest } from './frames.ts';
import type { RunViewHandle, RunViewModel, RunViewOptions } from './model.ts';
import { RunView } from './run-view.tsx';
import { createPanes } from './panes.ts';
import { spanLink } from './span-link.ts';
import { createTraceState } from './state.ts';
import type { TabName } from './tabs.tsx';

/**
 * Draws a run into an element, in place of what the element holds (the recorded table, say), and keeps it up to date
 * with the model.
 */
export function mountRunView(host: HTMLElement, model: RunViewModel, options: RunViewOptions): RunViewHandle {
  const telemetry = followByFrame(model.telemetry, ({ spans }) => void buildForest(spans));
  const console = followByFrame(model.console);
  const exchanges = followByFrame(model.exchanges);
  const unrest = followUnrest(model.telemetry);
  const state = createTraceState(telemetry.value, unrest.value);
  const shown: RunViewModel = {
    ...model,
    telemetry: telemetry.value,
    console: console.value,
    exchanges: exchanges.value,
  };
  const chosen = signal<TabName>('trace');
  const id = `tv-${crypto.randomUUID().slice(0, 8)}`;
  const stops = [telemetry.stop, console.stop, exchanges.stop, unrest.stop];

  const select = (fragment: string): void => {
    const link = spanLink(fragment);
    if (link === undefined) return;
    state.selectKey(link.key);
    if (state.selectedRow.peek() >= 0) return;
    // The span may still be on its way: then the view goes to it when it comes, unless the reader has gone elsewhere.
    const stop = effect(() => {
      const row = state.selectedRow.value;
      if (row < 0) return;
      queueMicrotask(() => {
        stop();
        state.select(row);
      });
    });
    stops.push(stop);
  };

  let stopFocus = (): void => undefined;
  stops.push(() => stopFocus());
  const focus: RunViewHandle['focus'] = (part, block = 'nearest') => {
    // What was asked for last is what the reader wants.
    stopFocus();
    stopFocus = effect(() => {
      if (telemetry.value.value !== model.telemetry.value) return undefined;
      // With the frame that draws it.
      const frame = requestAnimationFrame(() => {
        stopFocus();
        const found = host.querySelector(
          part === 'tab' ? '[role=tab][aria-selected=true]' : '[role=row][tabindex="0"]',
        );
        if (!(found instanceof HTMLElement)) return;
        found.focus({ preventScroll: true });
        found.scrollIntoView({ block });
      });
      return () => cancelAnimationFrame(frame);
    });
  };

  const { onSpanHover } = options;
  if (onSpanHover !== undefined) {
    stops.push(
      effect(() => {
        const row = state.hovered.value < 0 ? state.selectedRow.value : state.hovered.value;
        onSpanHover(state.forest.value.spans[row]);
      }),
    );
  }
  if (options.initial !== undefined) select(options.initial);
  host.replaceChildren();
  render(<RunView model={shown} state={state} panes={createPanes()} chosen={chosen} id={id} {...options} />, host);
  const unmount = (): void => {
    for (const stop of stops) stop();
    render(null, host);
  };
  return Object.assign(unmount, {
    highlight: (location: Parameters<RunViewHandle['highlight']>[0]) => {
      state.lit.value = location;
    },
    select,
    open: (tab: TabName) => {
      chosen.value = tab;
    },
    focus,
  });
}
