/**
 * On every page, once it has loaded and the browser has nothing else to do: nothing of it competes with what the reader
 * came for. A reader who saves data is asked for nothing.
 */
import { noteOpened } from './opened.ts';

const idle: (run: () => void) => void =
  'requestIdleCallback' in window
    ? (run) => requestIdleCallback(run, { timeout: 5_000 })
    : (run) => setTimeout(run, 2_000);

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  const begin = (): void => idle(() => void import('./register.ts').then(({ register }) => register()));
  noteOpened();
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
