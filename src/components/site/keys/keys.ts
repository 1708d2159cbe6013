/**
 * The keys of the site, on every page. What they do is listed by the sheet, which is fetched when it is asked for. They rest
 * while the reader types, in a trace (which has keys of its own), while a dialog is open, and with Ctrl, Alt or ⌘.
 */
import { singleKeysWork } from '../../../learn/single-keys.ts';

/** Where a key means something else: what takes text, and the viewer. */
const OTHERS = 'input, textarea, select, [contenteditable], [role=textbox], .tv';

const KEYS: Readonly<Record<string, () => void>> = {
  '?': openSheet,
  '/': () => press(document.querySelector('site-search button[data-open-modal]')),
  n: () => press(document.querySelector('[data-ways]:not([hidden]) a[rel="next"]')),
  p: () => press(document.querySelector('[data-ways]:not([hidden]) a[rel="prev"]')),
  r: () => press(exampleInView()?.querySelector('[data-do="run"]')),
  e: () => press(exampleInView()?.querySelector('[data-do="edit"]')),
};

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  if (event.target instanceof Element && event.target.closest(OTHERS)) return;
  if (document.querySelector('dialog[open]') || !singleKeysWork()) return;
  event.preventDefault();
  KEYS[event.key]?.();
});

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-keys]')) {
  button.hidden = false;
  button.addEventListener('click', openSheet);
}

function openSheet(): void {
  void import('./sheet.ts').then((sheet) => sheet.openSheet());
}

/** As if the reader had pressed it: the focus is there afterwards, unless what was pressed moves it on. */
function press(control: Element | null | undefined): void {
  if (!(control instanceof HTMLElement)) return;
  control.focus({ preventScroll: true });
  control.click();
}

/** The example that has the focus, or else the one that takes most of the screen. */
function exampleInView(): Element | undefined {
  const focused = document.activeElement?.closest('tp-example');
  if (focused) return focused;
  let most = 0;
  let found: Element | undefined;
  for (const example of document.querySelectorAll('tp-example')) {
    const { top, bottom } = example.getBoundingClientRect();
    const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
    if (height <= most) continue;
    most = height;
    found = example;
  }
  return found;
}
