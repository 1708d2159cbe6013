import { useComputed, useSignal } from '@preact/signals';
import { formatDuration, operationStatistics, type OperationStatistics } from '../trace/index.ts';
import { operationQuery } from './find.ts';
import type { PaneProps } from './panes.ts';
import { ScrollBox } from './scroll-box.tsx';
import { instrumentWords } from './strings-instruments.ts';

/** Operations that are listed; those with the largest figures in the column that is sorted by. */
const MOST_OPERATIONS = 100;

const COLUMNS = ['count', 'errors', 'total', 'self', 'p50', 'p95', 'p99', 'max'] as const;
type Column = (typeof COLUMNS)[number];

/** What each column sorts by. */
const FIGURE: Readonly<Record<Column, (one: OperationStatistics) => number>> = {
  count: (one) => one.count,
  errors: (one) => one.errorCount,
  total: (one) => Number(one.totalNs),
  self: (one) => Number(one.selfNs),
  p50: (one) => one.p50Ns,
  p95: (one) => one.p95Ns,
  p99: (one) => one.p99Ns,
  max: (one) => one.maxNs,
};

/** The operations by a column, largest first or smallest first; ties keep their order. */
export function sortOperations(
  operations: readonly OperationStatistics[],
  column: Column | 'name',
  descending: boolean,
): readonly OperationStatistics[] {
  const turn = descending ? -1 : 1;
  if (column === 'name') {
    return operations.toSorted((a, b) => turn * (a.name.localeCompare(b.name) || a.service.localeCompare(b.service)));
  }
  const figure = FIGURE[column];
  return operations.toSorted((a, b) => turn * (figure(a) - figure(b)));
}

/** Figures of every operation. A name finds its spans in the rows, its errors those that failed, its largest figure the slowest. */
export function StatisticsPane({ state, t: words, goToSpan, showTrace }: PaneProps) {
  const t = instrumentWords(words);
  const order = useSignal<{ readonly column: Column | 'name'; readonly descending: boolean }>({
    column: 'self',
    descending: true,
  });
  const operations = useComputed(() => operationStatistics(state.forest.value));
  const find = (query: string): void => {
    state.query.value = query;
    showTrace();
  };
  const { column, descending } = order.value;
  const sorted = sortOperations(operations.value, column, descending);
  const header = (name: Column | 'name') => (
    <th
      scope="col"
      key={name}
      class={name === 'name' ? undefined : 'tv-figure'}
      aria-sort={column === name ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <button
        type="button"
        class="tv-sort"
        onClick={() => {
          order.value = { column: name, descending: column === name ? !descending : name !== 'name' };
        }}
      >
        {t(name === 'name' ? 'stats.operation' : `stats.${name}`)}
        {column === name && <span aria-hidden="true">{descending ? ' ▾' : ' ▴'}</span>}
      </button>
    </th>
  );
  return (
    <ScrollBox label={t('tab.statistics')}>
      <table class="tv-table tv-figures" aria-label={t('stats.name')}>
        <thead>
          <tr>
            {header('name')}
            {COLUMNS.map((name) => header(name))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, MOST_OPERATIONS).map((one) => (
            <tr key={`${one.service} ${one.name}`}>
              <th scope="row">
                <button
                  type="button"
                  class="tv-link"
                  title={t('stats.find', { name: one.name })}
                  onClick={() => find(operationQuery(one.service, one.name))}
                >
                  {one.name}
                </button>
                {one.service !== '' && <span class="tv-faint"> {one.service}</span>}
              </th>
              <td class="tv-figure">{one.count}</td>
              <td class={one.errorCount > 0 ? 'tv-figure tv-bad-text' : 'tv-figure'}>
                {one.errorCount > 0 ? (
                  <button
                    type="button"
                    class="tv-link"
                    title={t('stats.failed', { name: one.name })}
                    aria-label={`✕ ${one.errorCount}, ${t('stats.failed', { name: one.name })}`}
                    onClick={() => find(`${operationQuery(one.service, one.name)} status:error`)}
                  >
                    ✕ {one.errorCount}
                  </button>
                ) : (
                  '0'
                )}
              </td>
              {[one.totalNs, one.selfNs, one.p50Ns, one.p95Ns, one.p99Ns].map((ns, at) => (
                <td key={at} class="tv-figure">
                  {formatDuration(ns)}
                </td>
              ))}
              <td class="tv-figure">
                <button
                  type="button"
                  class="tv-link"
                  aria-label={`${formatDuration(one.maxNs)}, ${t('stats.slowest', { name: one.name })}`}
                  title={t('stats.slowest', { name: one.name })}
                  onClick={() => goToSpan(one.slowestRow)}
                >
                  {formatDuration(one.maxNs)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sorted.length > MOST_OPERATIONS && (
        <p class="tv-empty">{t('stats.more', { n: sorted.length - MOST_OPERATIONS })}</p>
      )}
    </ScrollBox>
  );
}
