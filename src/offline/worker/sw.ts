/**
 * The service worker: what was visited can be read and run without the network, and on request the whole guide. The
 * network comes first for pages, so that a reader who has it always reads the newest; files whose address says their
 * content come from what is kept.
 */
import { registerRoute, setCatchHandler } from 'workbox-routing';
import { CacheFirst, NetworkFirst, type Strategy } from 'workbox-strategies';
import { CACHES, type Progress, type Request as Message } from '../manifest.ts';
import { built, cacheOf } from './built.ts';
import { keepAll, keepVisited, refresh } from './keep.ts';

declare const self: ServiceWorkerGlobalScope;

/** A network that does not answer is none. */
const PATIENCE_S = 4;

/** One entry for a page, whatever the query; answers that are errors, or lead elsewhere, are not kept. */
const plain = {
  cacheKeyWillBeUsed: ({ request }: { request: Request }): Promise<string> =>
    Promise.resolve(new URL(request.url).pathname),
  cacheWillUpdate: ({ response }: { response: Response }): Promise<Response | undefined> =>
    Promise.resolve(response.status === 200 ? response : undefined),
};

function strategy(name: string): Strategy {
  return name === CACHES.assets
    ? new CacheFirst({ cacheName: name, plugins: [plain] })
    : new NetworkFirst({ cacheName: name, plugins: [plain], networkTimeoutSeconds: PATIENCE_S });
}

for (const name of [CACHES.pages, CACHES.assets, CACHES.search]) {
  registerRoute(({ url, sameOrigin }) => sameOrigin && cacheOf(url.pathname) === name, strategy(name));
}

/** `page/` and `page/index.html` are one page, and `page` leads to it, as on every static host. */
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === 'navigate',
  async ({ request, url }) => {
    try {
      return await fetch(request);
    } catch (error) {
      const page = url.pathname.replace(/(index\.html|\/)?$/, '/');
      if (cacheOf(page) === CACHES.pages && (await caches.match(page))) return Response.redirect(page);
      throw error;
    }
  },
);

setCatchHandler(async ({ request }) => {
  if (request.mode !== 'navigate') return Response.error();
  const { base } = built;
  const chinese = new URL(request.url).pathname.startsWith(`${base}zh-cn/`);
  return (await caches.match(`${base}${chinese ? 'zh-cn/' : ''}offline/`)) ?? Response.error();
});

self.addEventListener('install', (event) => {
  const { base } = built;
  // What every run needs, and the page that says "this one was not kept".
  event.waitUntil(keepVisited([`${base}offline/`, `${base}zh-cn/offline/`]));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(refresh().then(() => self.clients.claim()));
});

self.addEventListener('message', (event) => {
  const message: Partial<Message> = event.data;
  if (message.type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting());
  if (message.type === 'visited' && Array.isArray(message.urls)) event.waitUntil(keepVisited(message.urls));
  if (message.type === 'size') event.ports[0]?.postMessage(built.bytes);
  if (message.type === 'keep-all') event.waitUntil(keepAll(tellAll));
});

async function tellAll(progress: Progress): Promise<void> {
  for (const client of await self.clients.matchAll()) client.postMessage(progress);
}
