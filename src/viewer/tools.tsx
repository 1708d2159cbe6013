import { useSignalEffect, type Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { parseQuery, searchRows, siblingGroups } from '../trace/index.ts';
import { matchNumber, nextMatch } from './find.ts';
import { groupKey, type GroupShape } from './groups.ts';
import { TYPE_AHEAD_MS } from './keys.ts';
import { saveSvg } from './save-svg.ts';
import type { TraceState } from './state.ts';
import { instrumentWords } from './strings-instruments.ts';
import type { Translate } from './strings.ts';
import { hasChildren, spanKey } from './visible.ts';
import './instruments.css';

interface ToolsProps {
  readonly state: TraceState;
  /** The box around the rows: the keys of the search are listened to there. */
  readonly root: RefObject<HTMLElement>;
  /** Whether the sheet of keys is open. */
  readonly help: Signal<boolean>;
  readonly t: Translate;
}

/** Search, a lens over the rows that neither hides nor opens any, and what is done to all rows at once. */
export function Tools({ state, root, help, t: words }: ToolsProps) {
  const t = instrumentWords(words);
  const input = useRef<HTMLInputElement>(null);
  const text = state.query.value;
  const query = parseQuery(text);

  useSignalEffect(() => {
    const asked = parseQuery(state.query.value);
    if (!asked.ok) return;
    state.lens.value = asked.terms.length === 0 ? undefined : searchRows(state.forest.value, asked.terms);
  });

  const go = (direction: 1 | -1): void => {
    const lens = state.lens.peek();
    if (lens === undefined) return;
    const row = nextMatch(lens, state.activeRow.peek(), direction);
    if (row >= 0) state.show(row);
  };

  useEffect(() => {
    const view = root.current;
    if (view === null) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
      if (event.target.closest('[role=treegrid]') === null) return;
      const { typed } = state;
      if (typed.text !== '' && event.timeStamp - typed.at <= TYPE_AHEAD_MS) return;
      const searching = state.lens.peek() !== undefined;
      if (event.key === '/') input.current?.focus();
      else if (searching && event.key === 'n') {
        state.nextFocus.current = 'row';
        go(1);
      } else if (searching && event.key === 'N') {
        state.nextFocus.current = 'row';
        go(-1);
      } else return;
      event.preventDefault();
      event.stopPropagation();
    };
    view.addEventListener('keydown', onKeyDown, { capture: true });
    return () => view.removeEventListener('keydown', onKeyDown, { capture: true });
  }, []);

  const lens = state.lens.value;
  const at = lens === undefined ? 0 : matchNumber(lens, state.activeRow.value);
  const found = lens?.rows.length ?? 0;
  const said = !query.ok
    ? t(`search.fault.${query.fault}`, { part: text.slice(query.start, query.end) })
    : lens === undefined
      ? t('search.count', { n: state.forest.value.spans.length })
      : found === 0
        ? t('search.none')
        : at > 0
          ? t('search.place', { at, n: found })
          : t('search.count', { n: found });

  const collapseAll = (): void => {
    const forest = state.forest.peek();
    const oneRoot = forest.subtreeEnd[0] === forest.spans.length;
    const rows = forest.spans.flatMap((span, row) =>
      hasChildren(forest, row) && !(oneRoot && row === 0) ? [spanKey(span)] : [],
    );
    state.collapsed.value = new Set(rows);
    shapeAll('open', 'folded');
  };
  const expandAll = (): void => {
    state.collapsed.value = new Set();
    shapeAll('folded', 'open');
  };
  /** Groups that have a line change their shape with the rows. */
  const shapeAll = (from: GroupShape, to: GroupShape): void => {
    const shapes = new Map(state.grouped.peek());
    for (const group of state.groups.peek()) {
      if (group.open === (from === 'open')) shapes.set(groupKey(state.forest.peek(), group), to);
    }
    state.grouped.value = shapes;
  };
  const grouping = state.groups.value.length > 0;
  const groupAll = (): void => {
    const forest = state.forest.peek();
    const shape = grouping ? 'off' : 'folded';
    state.grouped.value = new Map(siblingGroups(forest).map((group) => [groupKey(forest, group), shape]));
  };

  return (
    <div class="tv-tools">
      <search class="tv-search">
        <input
          type="search"
          class="tv-query"
          aria-label={t('search.name')}
          aria-invalid={!query.ok}
          placeholder={t('search.example')}
          spellcheck={false}
          autocomplete="off"
          value={text}
          ref={input}
          onInput={(event) => {
            state.query.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          }}
        />
        <button
          type="button"
          class="tv-button"
          aria-label={t('search.previous')}
          title={t('search.previous')}
          disabled={found === 0}
          onClick={() => go(-1)}
        >
          ↑
        </button>
        <button
          type="button"
          class="tv-button"
          aria-label={t('search.next')}
          title={t('search.next')}
          disabled={found === 0}
          onClick={() => go(1)}
        >
          ↓
        </button>
        <span class={query.ok ? 'tv-found' : 'tv-found tv-tone-warn'} aria-live="polite">
          {!query.ok && '▲ '}
          {said}
        </span>
      </search>
      <div class="tv-buttons">
        <button type="button" class="tv-button" onClick={expandAll}>
          {t('tools.expand')}
        </button>
        <button type="button" class="tv-button" onClick={collapseAll}>
          {t('tools.collapse')}
        </button>
        <button type="button" class="tv-button" aria-pressed={grouping} onClick={groupAll}>
          {t('tools.group')}
        </button>
        <button
          type="button"
          class="tv-button"
          onClick={() => {
            if (root.current !== null) saveSvg(state, root.current, words);
          }}
        >
          {t('tools.svg')}
        </button>
        <button
          type="button"
          class="tv-button"
          onClick={() => {
            help.value = true;
          }}
        >
          {t('tools.keys')} <kbd>?</kbd>
        </button>
      </div>
    </div>
  );
}
