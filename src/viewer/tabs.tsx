/* oxlint-disable jsx-a11y/interactive-supports-focus -- the tabs take the focus, one at a time */
import type { Translate } from './strings.ts';

export type TabName = 'trace' | 'table' | 'statistics' | 'compare' | 'requests' | 'metrics' | 'logs';

interface TabsProps {
  readonly tabs: readonly TabName[];
  readonly open: TabName;
  /** Shown beside a tab's name when above 0. */
  readonly counts: Readonly<Partial<Record<TabName, number>>>;
  /** The tabs' ids are `<id>-<name>`, the panel's is `<id>-panel`. */
  readonly id: string;
  readonly t: Translate;
  readonly onChoose: (name: TabName) => void;
}

/** A list of tabs: Tab reaches the open one, the arrow keys, Home and End open the others. */
export function Tabs({ tabs, open, counts, id, t, onChoose }: TabsProps) {
  const onKeyDown = (event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void => {
    const index = nextTab(event.key, tabs.indexOf(open), tabs.length);
    const name = index === undefined ? undefined : tabs[index];
    if (name === undefined) return;
    event.preventDefault();
    onChoose(name);
    const button = event.currentTarget.children[index ?? 0];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <div role="tablist" class="tv-tabs" aria-label={t('tabs.name')} onKeyDown={onKeyDown}>
      {tabs.map((name) => {
        const count = counts[name] ?? 0;
        return (
          <button
            key={name}
            type="button"
            role="tab"
            class="tv-tab"
            id={`${id}-${name}`}
            aria-selected={name === open}
            aria-controls={`${id}-panel`}
            tabIndex={name === open ? 0 : -1}
            onClick={() => onChoose(name)}
          >
            {t(`tab.${name}`)}
            {count > 0 && <span class="tv-tab-count"> {count}</span>}
          </button>
        );
      })}
    </div>
  );
}

/** The index that a key leads to in a row of tabs, round at both ends; undefined for other keys. */
export function nextTab(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
