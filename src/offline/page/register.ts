import { Workbox } from 'workbox-window';
import type { Request } from '../manifest.ts';
import { forgetOpened, opened } from './opened.ts';

/** Whether the reader's browser asks sites to fetch no more than they must. */
function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, 'connection');
  return typeof connection === 'object' && connection !== null && Reflect.get(connection, 'saveData') === true;
}

/**
 * Registers the service worker, has it keep the pages that were opened, and tells the reader of a new version. Silent
 * where service workers are not to be had: the page works without.
 */
export async function register(): Promise<void> {
  const workbox = new Workbox(`${import.meta.env.BASE_URL.replace(/\/+$/, '')}/sw.js`);
  workbox.addEventListener('waiting', () => {
    void import('./notice.ts').then(({ offerVersion }) => offerVersion(workbox));
  });
  try {
    await workbox.register();
    const { active } = await navigator.serviceWorker.ready;
    if (savesData()) return;
    const urls = opened().map((path) => new URL(path, location.href).href);
    active?.postMessage({ type: 'visited', urls } satisfies Request);
    forgetOpened();
  } catch {
    // Denied, or not served over a secure connection.
  }
}
