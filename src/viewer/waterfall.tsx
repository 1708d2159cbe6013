/* oxlint-disable jsx-a11y/interactive-supports-focus -- the rows take the focus, one at a time */
import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Span } from '../otlp/telemetry.ts';
import type { Location } from '../sandbox/contract.ts';
import { timeAxis } from './axis.ts';
import { afterFrame } from './frames.ts';
import { treeKey, TYPE_AHEAD_MS } from './keys.ts';
import { matchesWithin, sightOf } from './lens.ts';
import type { Panes } from './panes.ts';
import { describeGroup } from './row.ts';
import { GroupRow, TraceRow } from './trace-row.tsx';
import type { TraceState } from './state.ts';
import type { Translate } from './strings.ts';
import { rowOfKey, rowsInSight, rowWindow, spanKey, type RowWindow } from './visible.ts';

/** Pixels that the style sheet gives the box of rows at most: so much is drawn until it is known how high it is. */
const USUAL_HEIGHT = (1 + 16.5) * 26;

/** Rows that paper gets; a virtual list has no others to give. */
const PRINTED_ROWS = 200;

interface WaterfallProps {
  readonly state: TraceState;
  readonly panes: Pick<Panes, 'extras' | 'logMarks'>;
  readonly t: Translate;
  /** Moves the focus into the detail of the selected row. */
  readonly onOpen: () => void;
  /** The line of the code that started a span. */
  readonly lineOf?: ((span: Span) => Location | undefined) | undefined;
}

/**
 * The tree of spans over time. Only the rows in sight (and the one that has the focus) are in the document; where they
 * lie is arithmetic on one row height, which the style sheet decides and this reads back.
 */
export function Waterfall({ state, panes: { extras, logMarks }, t, onOpen, lineOf }: WaterfallProps) {
  // Absent until a reader comes near; rows can be read without it.
  const loaded = extras.state.value;
  const more = typeof loaded === 'object' ? loaded.pane : undefined;
  const box = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const rowHeight = useSignal(26);
  const usualName = useSignal(38);
  const printing = useSignal(false);
  /** The first row in sight and how far it is scrolled out, in pixels. */
  const anchor = useRef({ key: '', offset: 0 });

  const inSight = (): RowWindow => {
    const { count } = state.visible.value;
    if (printing.value) return { start: 0, end: Math.min(count, PRINTED_ROWS) };
    const place = [state.scrollTop.value, state.height.value ?? USUAL_HEIGHT, rowHeight.value, count] as const;
    // Rows beyond the edges wait until those in sight are on the screen, and stay there.
    return state.painted.value && !state.unrest.value ? rowWindow(...place) : rowsInSight(...place);
  };
  // Two numbers rather than one object: most scroll events then change nothing, and nothing is drawn.
  const first = useComputed(() => inSight().start);
  const last = useComputed(() => inSight().end);

  useLayoutEffect(() => {
    const view = box.current;
    if (view === null) return undefined;
    const measure = (): void => {
      const style = getComputedStyle(view);
      rowHeight.value = Number.parseFloat(style.getPropertyValue('--tv-row')) || 26;
      if (state.nameWidth.peek() === undefined) {
        usualName.value = Number.parseFloat(style.getPropertyValue('--tv-name')) || 38;
      }
      state.height.value = view.clientHeight;
    };
    // Where the view was scrolled to before; from the top, to set it would only cost a layout.
    if (state.scrollTop.peek() > 0) view.scrollTop = state.scrollTop.peek();
    // It also tells of the first layout, before that is painted: to measure at once would force one more.
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    const before = (): void => {
      printing.value = true;
    };
    const after = (): void => {
      printing.value = false;
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      observer.disconnect();
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);

  const active = state.activeIndex.value;
  useLayoutEffect(() => {
    if (state.nextFocus.current !== 'row') return;
    state.nextFocus.current = undefined;
    focusRow(grid.current, active);
  }, [active]);

  const shows = state.shows.value;
  useLayoutEffect(() => {
    const view = box.current;
    if (view === null || shows === 0) return;
    const top = active * rowHeight.peek();
    // The head of the table and the trail of ancestors stand over the rows.
    const sight = view.clientHeight - 3 * rowHeight.peek();
    if (top < view.scrollTop + rowHeight.peek() || top > view.scrollTop + sight) view.scrollTop = top - sight / 2;
  }, [shows]);

  const forest = state.forest.value;
  useLayoutEffect(() => {
    const view = box.current;
    const { key, offset } = anchor.current;
    // As it was last told: to ask the view itself would lay out the rows before their time.
    const top = state.scrollTop.peek();
    if (view === null || top === 0 || key === '') return;
    // Spans that arrive above what the reader looks at do not push it away.
    const index = state.visible.value.nearest(rowOfKey(forest, key));
    const wanted = index * rowHeight.peek() + offset;
    if (index >= 0 && Math.abs(wanted - top) >= 1) view.scrollTop += wanted - top;
  }, [forest]);

  const logged = state.logs.value.length > 0;
  useEffect(() => {
    if (logged) logMarks.load();
  }, [logged]);
  const logsOf = useComputed(() => {
    const marks = logMarks.state.value;
    if (typeof marks !== 'object' || state.logs.value.length === 0) return undefined;
    return marks.pane(state.forest.value, state.logs.value, state.range.value, t);
  }).value;

  useLayoutEffect(
    () =>
      afterFrame(() => {
        performance.mark('trace-rows');
        state.painted.value = true;
      }),
    [forest],
  );

  const moveTo = (index: number): void => {
    const row = state.visible.value.at(index);
    if (row < 0) return;
    if (index === state.activeIndex.value) {
      focusRow(grid.current, index);
      return;
    }
    state.nextFocus.current = 'row';
    if (state.selectedRow.value >= 0 && state.visible.value.groupAt(index) === undefined) state.select(row);
    else state.activate(index);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = state.activeIndex.value;
    const row = state.visible.value.at(index);
    const { typed } = state;
    const now = event.timeStamp;
    const fresh = typed.text === '' || now - typed.at > TYPE_AHEAD_MS;
    // The view around this has the sheet of keys.
    if (fresh && event.key === '?') return;
    if ([...event.key].length === 1 && (event.key !== ' ' || !fresh)) {
      Object.assign(typed, { text: (fresh ? '' : typed.text) + event.key, at: now });
      const nameAt = (at: number): string => forest.spans[state.visible.value.at(at)]?.name ?? '';
      const found = more?.typeAhead(typed.text, index, state.visible.value.count, nameAt) ?? -1;
      if (found >= 0) moveTo(found);
      event.preventDefault();
      return;
    }
    const page = Math.floor((state.height.value ?? USUAL_HEIGHT) / rowHeight.value);
    const collapsed = state.isCollapsed;
    const action = treeKey(event.key, { forest, visible: state.visible.value, index, collapsed, page });
    if (action === undefined) return;
    if (action.kind === 'close' && state.selectedRow.value < 0) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'move') moveTo(action.index);
    else if (action.kind === 'toggle') state.toggle(action.row);
    else if (action.kind === 'group') state.toggleGroup(index);
    else if (action.kind === 'close') state.deselect();
    else {
      state.select(row);
      if (action.kind === 'open') onOpen();
    }
  };

  const indexAt = (target: EventTarget | null): number =>
    target instanceof Element ? Number(target.closest('[role=row]')?.getAttribute('aria-rowindex') ?? 0) - 1 : -1;

  const onClick = (event: MouseEvent): void => {
    const index = indexAt(event.target);
    const row = state.visible.value.at(index);
    if (row < 0) return;
    state.activate(index);
    if (state.visible.value.groupAt(index) !== undefined) state.toggleGroup(index);
    else if (event.target instanceof Element && event.target.closest('.tv-fold') !== null) state.toggle(row);
    else state.select(row);
    // A click on a row's text leaves the focus elsewhere unless the row takes it.
    focusRow(grid.current, index);
  };

  const onFocusIn = (event: FocusEvent): void => {
    const index = indexAt(event.target);
    if (index >= 0) state.activate(index);
  };

  const onPointerOver = (event: PointerEvent): void => {
    const index = indexAt(event.target);
    state.hovered.value = state.visible.value.groupAt(index) === undefined ? state.visible.value.at(index) : -1;
  };

  const width = state.nameWidth.value;
  const { visible, describe } = state;
  const { fromNs, toNs } = state.range.value;
  const start = first.value;
  const end = last.value;
  const lens = state.lens.value;
  const lit = state.lit.value;
  const hovered = state.hovered.value;
  const selected = state.selectedRow.value;
  const indices = Array.from({ length: end - start }, (_, at) => start + at);
  if (active < start) indices.unshift(active);
  else if (active >= end && active < visible.value.count) indices.push(active);

  const seen = new Set<string>();
  const rows = indices.map((index) => {
    const row = visible.value.at(index);
    const extra = visible.value.extraAt(index);
    const line = { index, active: index === active, extra, t };
    const group = visible.value.groupAt(index);
    if (group !== undefined) {
      const view = describeGroup(forest, group, state.services.value, { fromNs, toNs });
      if (view === undefined) return undefined;
      const { open, endRow } = group;
      const sight = lens === undefined ? undefined : !open && matchesWithin(lens, row, endRow) > 0 ? 'inside' : 'dim';
      const logs = open ? undefined : logsOf?.group(group);
      return <GroupRow key={view.key} view={view} expanded={open} sight={sight} logs={logs} {...line} />;
    }
    const view = describe.value(row);
    if (view === undefined) return undefined;
    // Senders repeat ids by mistake; rows must still be told apart.
    const key = seen.has(view.key) ? `${view.key}#${row}` : view.key;
    seen.add(key);
    const expanded = view.parentRow ? !state.isCollapsed(row) : undefined;
    const hiddenEnd = expanded === false ? (forest.subtreeEnd[row] ?? 0) : row + 1;
    const place = lit === undefined ? undefined : lineOf?.(view.span);
    return (
      <TraceRow
        key={key}
        view={view}
        selected={row === selected}
        expanded={expanded}
        sight={sightOf(lens, row, hiddenEnd)}
        lit={place !== undefined && place.line === lit?.line && place.file === lit.file}
        errors={expanded === false ? matchesWithin(state.errors.value, row + 1, hiddenEnd) : 0}
        logs={logsOf?.row(row)}
        insight={row === hovered || row === selected ? more?.insightOf(forest, row, { fromNs, toNs }, t) : undefined}
        {...line}
      />
    );
  });
  const { ticks, step } = timeAxis(toNs - fromNs, fromNs);
  const firstTick = ticks[0]?.percent ?? 0;

  return (
    <div
      class="tv-wf"
      style={{ '--tv-name': width === undefined ? undefined : `${width}%`, '--deep': state.indents.value }}
    >
      <div
        class="tv-box"
        ref={box}
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget;
          state.scrollTop.value = scrollTop;
          const index = Math.floor(scrollTop / rowHeight.value);
          const span = forest.spans[visible.value.at(index)];
          anchor.current = { key: span ? spanKey(span) : '', offset: scrollTop - index * rowHeight.value };
        }}
      >
        <div class="tv-axis">
          <div class="tv-axis-name">
            <span aria-hidden="true">{t('trace.span')}</span>
            {more && (
              <more.Resizer
                percent={width ?? usualName.value}
                label={t('trace.resize')}
                onResize={(percent) => {
                  state.nameWidth.value = percent;
                }}
              />
            )}
          </div>
          <div class="tv-axis-lane" aria-hidden="true">
            {ticks.map((tick) => (
              <span key={tick.ns} class="tv-tick" style={{ '--s': tick.percent.toFixed(2) }}>
                {tick.label}
              </span>
            ))}
          </div>
          <div class="tv-axis-dur" aria-hidden="true">
            {t('trace.duration')}
          </div>
        </div>
        {more && <more.Stuck state={state} rowHeight={rowHeight.value} />}
        <div
          role="treegrid"
          class={printing.value ? 'tv-grid tv-flow' : 'tv-grid'}
          aria-label={t('tab.trace')}
          aria-rowcount={visible.value.count}
          ref={grid}
          style={{ '--n': visible.value.count, '--first': firstTick, '--step': step }}
          onKeyDown={onKeyDown}
          onClick={onClick}
          onFocusIn={onFocusIn}
          onPointerOver={onPointerOver}
          onPointerLeave={() => {
            state.hovered.value = -1;
          }}
        >
          {rows}
        </div>
      </div>
    </div>
  );
}

function focusRow(grid: HTMLElement | null, index: number): void {
  const row = grid?.querySelector(`[aria-rowindex="${index + 1}"]`);
  if (row instanceof HTMLElement) row.focus();
}
