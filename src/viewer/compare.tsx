import { useComputed, useSignal } from '@preact/signals';
import { buildForest, formatDuration } from '../trace/index.ts';
import { comparedRows, differs, type ComparedRow } from './compare-rows.ts';
import type { PaneProps } from './panes.ts';
import { ScrollBox } from './scroll-box.tsx';
import { instrumentWords, type InstrumentTranslate } from './strings-instruments.ts';

/** Rows that are listed; the differences come first in number, not in order. */
const MOST_ROWS = 150;

const SIGNS = { added: '+', missing: '−', moved: '↷', slower: '▲', faster: '▼', same: '=' } as const;

/** This run beside the reference, span by span: what came, what went, what took longer and what ended otherwise. */
export function ComparePane({ model, state, t: words, goToSpan }: PaneProps) {
  const t = instrumentWords(words);
  const all = useSignal<boolean | undefined>(undefined);
  const rows = useComputed(() => {
    const reference = model.reference?.value;
    return reference === undefined ? [] : comparedRows(buildForest(reference.spans), state.forest.value);
  });
  const label = model.referenceLabel?.value ?? t('compare.recorded');
  const different = rows.value.filter(differs);
  // Two runs that differ in nothing are shown in full: they are worth reading side by side.
  const everything = all.value ?? different.length === 0;
  const shown = everything ? rows.value : different;
  const count = (kind: ComparedRow['kind']): number => rows.value.filter((row) => row.kind === kind).length;
  return (
    <>
      <p class="tv-difference">
        {rows.value.some(differs)
          ? t('compare.summary', {
              missing: count('missing'),
              added: count('added'),
              moved: count('moved'),
              status: rows.value.filter((row) => row.status !== undefined).length,
              slower: count('slower'),
              faster: count('faster'),
              same: count('same'),
            })
          : t('compare.none', { n: rows.value.length, label })}
      </p>
      <p class="tv-actions">
        <label>
          <input
            type="checkbox"
            checked={everything}
            onChange={(event) => {
              all.value = event.currentTarget.checked;
            }}
          />{' '}
          {t('compare.all')}
        </label>
      </p>
      {shown.length > 0 && (
        <ScrollBox label={t('tab.compare')}>
          <table class="tv-table tv-figures tv-compared" aria-label={t('compare.name', { label })}>
            <thead>
              <tr>
                <th scope="col">{t('compare.change')}</th>
                <th scope="col">{t('trace.span')}</th>
                <th scope="col" class="tv-figure">
                  {label}
                </th>
                <th scope="col" class="tv-figure">
                  {t('compare.this')}
                </th>
                <th scope="col" class="tv-figure">
                  ±
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, MOST_ROWS).map((row) => (
                <tr key={`${row.before} ${row.after}`} class={`tv-change-${row.kind}`}>
                  <td class="tv-change">
                    <span aria-hidden="true">{SIGNS[row.kind]}</span> {t(`compare.${row.kind}`)}
                    {row.status !== undefined && <StatusChange status={row.status} t={t} />}
                  </td>
                  <th scope="row" class="tv-indented" style={{ '--d': Math.min(12, row.depth) }}>
                    {row.after < 0 ? (
                      row.name
                    ) : (
                      <button type="button" class="tv-link" onClick={() => goToSpan(row.after)}>
                        {row.name}
                      </button>
                    )}
                  </th>
                  <td class="tv-figure">{duration(row.beforeNs)}</td>
                  <td class="tv-figure">{duration(row.afterNs)}</td>
                  <td class="tv-figure">{delta(row)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {shown.length > MOST_ROWS && <p class="tv-empty">{t('compare.more', { n: shown.length - MOST_ROWS })}</p>}
        </ScrollBox>
      )}
    </>
  );
}

function StatusChange({
  status,
  t,
}: {
  readonly status: NonNullable<ComparedRow['status']>;
  readonly t: InstrumentTranslate;
}) {
  const bad = status.to === 'error';
  return (
    <div class={bad ? 'tv-bad-text' : undefined}>
      {bad ? '✕ ' : ''}
      {t('compare.status', { from: t(`status.${status.from}`), to: t(`status.${status.to}`) })}
    </div>
  );
}

function duration(ns: number | undefined): string {
  return ns === undefined ? '–' : formatDuration(ns);
}

function delta({ beforeNs, afterNs }: ComparedRow): string {
  if (beforeNs === undefined || afterNs === undefined || beforeNs === afterNs) return '';
  const ns = afterNs - beforeNs;
  return ns < 0 ? `−${formatDuration(-ns)}` : `+${formatDuration(ns)}`;
}
