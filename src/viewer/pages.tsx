import type { ComponentChildren } from 'preact';
import type { PaneTranslate } from './strings-panes.ts';

interface PagesProps {
  /** The first line of the page, from 0, and one past its last. */
  readonly from: number;
  readonly to: number;
  readonly total: number;
  /** Turns one page on (1) or back (-1). */
  readonly onTurn: (by: 1 | -1) => void;
  readonly t: PaneTranslate;
  /** What else there is to choose. */
  readonly children?: ComponentChildren;
}

/** Below a long list of which a part is shown: which part, and the way to the others. */
export function Pages({ from, to, total, onTurn, t, children }: PagesProps) {
  return (
    <p class="tv-actions tv-pages">
      <button type="button" class="tv-button" disabled={from === 0} onClick={() => onTurn(-1)}>
        {t('pages.previous')}
      </button>
      <span aria-live="polite">{t('pages.place', { from: from + 1, to, n: total })}</span>
      <button type="button" class="tv-button" disabled={to >= total} onClick={() => onTurn(1)}>
        {t('pages.next')}
      </button>
      {children}
    </p>
  );
}
