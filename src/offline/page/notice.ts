import type { Workbox } from 'workbox-window';
import { OFFLINE_WORDS } from './words.ts';
import './notice.css';

/** Says once, in a corner, that there is a new version, and loads it when the reader wants it. */
export function offerVersion(workbox: Workbox): void {
  const words = OFFLINE_WORDS[document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en'];
  const notice = document.createElement('div');
  notice.className = 'tp-notice print:hidden';
  notice.role = 'status';
  const text = document.createElement('p');
  const load = button(words.load, () => {
    // Other tabs go on with what they have: the worker keeps the files of the version before.
    workbox.addEventListener('controlling', () => location.reload());
    workbox.messageSkipWaiting();
  });
  const later = button(words.later, () => notice.remove());
  document.body.append(notice);
  notice.append(text, load, later);
  // A live region has to be there before its words are.
  requestAnimationFrame(() => {
    text.textContent = words.newVersion;
  });
}

function button(label: string, press: () => void): HTMLButtonElement {
  return Object.assign(document.createElement('button'), { type: 'button', textContent: label, onclick: press });
}
