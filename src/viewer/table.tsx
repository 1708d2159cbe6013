import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { formatDuration, formatExact, serviceName } from '../trace/index.ts';
import { Pages } from './pages.tsx';
import type { PaneProps } from './panes.ts';
import { isCancelled } from './row.ts';
import { ScrollBox } from './scroll-box.tsx';
import { instrumentWords } from './strings-instruments.ts';

/** Spans on a page of the table, until the reader asks for more. */
const PAGE = 100;

/** Spans that are listed at once when the reader asks for all, and that are printed: some sixty sheets of paper. */
const MOST = 2000;

/** The trace as a table of all its spans: what a printer and a screen reader take in line by line. */
export function TablePane({ state, t: words, goToSpan }: PaneProps) {
  const t = instrumentWords(words);
  const wanted = useSignal(0);
  const most = useSignal(false);
  const printing = usePrinting();
  const forest = state.forest.value;
  const total = forest.spans.length;
  const size = most.value || printing ? MOST : PAGE;
  const page = printing ? 0 : Math.min(wanted.value, Math.max(0, Math.ceil(total / size) - 1));
  const from = page * size;
  const to = Math.min(total, from + size);
  const turn = (by: 1 | -1): void => {
    wanted.value = page + by;
  };
  return (
    <>
      <ScrollBox label={t('tab.table')}>
        <table class="tv-table tv-figures" aria-label={t('table.name')} aria-rowcount={total + 1}>
          <thead>
            <tr>
              <th scope="col">{t('trace.span')}</th>
              <th scope="col">{t('detail.service')}</th>
              <th scope="col">{t('detail.kind')}</th>
              <th scope="col" class="tv-figure">
                {t('detail.start')}
              </th>
              <th scope="col" class="tv-figure">
                {t('detail.duration')}
              </th>
              <th scope="col" class="tv-figure">
                {t('detail.self')}
              </th>
              <th scope="col">{t('detail.status')}</th>
            </tr>
          </thead>
          <tbody>
            {forest.spans.slice(from, to).map((span, at) => {
              const row = from + at;
              const length = (forest.endNs[row] ?? 0) - (forest.startNs[row] ?? 0);
              const bad = span.status.code === 'error';
              const off = isCancelled(span) ? ` · ${t('status.cancelled')}` : '';
              return (
                <tr key={row} aria-rowindex={row + 2}>
                  <th scope="row" style={{ '--d': Math.min(12, forest.depth[row] ?? 0) }} class="tv-indented">
                    <button type="button" class="tv-link" onClick={() => goToSpan(row)}>
                      {span.name}
                    </button>
                  </th>
                  <td>{serviceName(span)}</td>
                  <td>{span.kind}</td>
                  <td class="tv-figure">+{formatDuration(forest.startNs[row] ?? 0)}</td>
                  <td class="tv-figure" title={formatExact(length)}>
                    {formatDuration(length)}
                  </td>
                  <td class="tv-figure">{formatDuration(forest.selfNs[row] ?? 0)}</td>
                  <td class={bad ? 'tv-bad-text' : undefined}>
                    {bad ? '✕ ' : ''}
                    {t(`status.${span.status.code}`)}
                    {off}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBox>
      {printing && to < total && <p class="tv-empty">{t('table.printed', { to, n: total })}</p>}
      {total > PAGE && !printing && (
        <Pages from={from} to={to} total={total} onTurn={turn} t={t}>
          <label>
            <input
              type="checkbox"
              checked={most.value}
              onChange={(event) => {
                most.value = event.currentTarget.checked;
                wanted.value = 0;
              }}
            />{' '}
            {t('table.most', { n: Math.min(total, MOST) })}
          </label>
        </Pages>
      )}
    </>
  );
}

/** Whether the page is being printed: paper has no pages to turn within a table. */
function usePrinting(): boolean {
  const printing = useSignal(false);
  useEffect(() => {
    const begin = (): void => {
      printing.value = true;
    };
    const end = (): void => {
      printing.value = false;
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, [printing]);
  return printing.value;
}
