/**
 * Whether keys without Ctrl do something on this site. A reader can turn them off (WCAG 2.2, 2.1.4): speech input and some
 * screen readers press letters that nobody meant.
 */
const KEY = 'traced-patterns-single-keys';
/** Stands on the root element where the browser keeps nothing. */
const HERE = 'data-no-single-keys';

/** Whether single keys work. They do until they are turned off. */
export function singleKeysWork(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return !document.documentElement.hasAttribute(HERE);
  }
}

/** Turns single keys on or off. Where the browser keeps nothing, that holds for this page. */
export function letSingleKeysWork(work: boolean): void {
  try {
    if (work) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    document.documentElement.toggleAttribute(HERE, !work);
  }
}
