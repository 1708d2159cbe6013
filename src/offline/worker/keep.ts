import { CACHES, STATE, type Manifest, type Progress } from '../manifest.ts';
import { ASSETS, built, cacheOf, PAGES, SEARCH } from './built.ts';

/** Files that are fetched at a time: the reader's own requests come through between them. */
const AT_A_TIME = 4;

/** What was not kept, and whether for lack of room. */
interface Missing {
  readonly missing: number;
  readonly full: boolean;
}

/**
 * Fetches files and keeps them. A file whose address says its content is not fetched twice; a page is, unless it may be
 * `as old` as what is there.
 */
async function keep(
  paths: readonly string[],
  pagesToo: 'fresh' | 'as old',
  on: (done: number) => void,
): Promise<Missing> {
  const wanted = new Set(paths);
  const there = await keptAlready(pagesToo);
  const waiting = [...wanted].filter((path) => !there.has(path));
  let done = wanted.size - waiting.length;
  let missing = 0;
  let full = false;
  const next = async (): Promise<void> => {
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      try {
        await keepOne(path);
      } catch (error) {
        missing++;
        full ||= error instanceof DOMException && error.name === 'QuotaExceededError';
      }
      on(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, next));
  return { missing, full };
}

/** What need not be fetched. The caches are listed, not asked file by file: a page that opens asks for 200. */
async function keptAlready(pagesToo: 'fresh' | 'as old'): Promise<ReadonlySet<string>> {
  const names = pagesToo === 'fresh' ? [CACHES.assets] : [CACHES.assets, CACHES.pages, CACHES.search];
  const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return new Set(lists.flat().map(({ url }) => new URL(url).pathname));
}

async function keepOne(path: string): Promise<void> {
  const name = cacheOf(path);
  if (name === undefined) return;
  const response = await fetch(path, { cache: name === CACHES.assets ? 'default' : 'no-cache' });
  if (response.status !== 200) throw new Error(`${path} was answered ${response.status}`);
  await (await caches.open(name)).put(path, response);
}

/** Keeps a page that the reader has opened, and what it takes to run its examples. */
export async function keepVisited(urls: readonly string[]): Promise<void> {
  const paths = urls.map((url) => new URL(url, location.origin)).filter(({ origin }) => origin === location.origin);
  await keep([...paths.map(({ pathname }) => pathname), ...built.run], 'as old', () => undefined);
}

/** Keeps everything, telling `say` how far it is. */
export async function keepAll(say: (progress: Progress) => void): Promise<void> {
  const paths = [...ASSETS, ...SEARCH, ...PAGES];
  const state = await caches.open(CACHES.state);
  await state.put(STATE.keepAll, new Response(''));
  say({ type: 'keeping', done: 0, of: paths.length });
  let said = 0;
  const { missing, full } = await keep(paths, 'fresh', (done) => {
    // A fiftieth of the way is as fine as a reader can see.
    if (done - said < paths.length / 50) return;
    said = done;
    say({ type: 'keeping', done, of: paths.length });
  });
  say(missing === 0 ? { type: 'kept' } : { type: 'failed', missing, full });
}

/**
 * Brings what is kept to this version: every kept page is fetched again, and only when all are there, files go that
 * neither this version nor the one before it has; a page of the version before may still be open in another tab.
 */
export async function refresh(): Promise<void> {
  const state = await caches.open(CACHES.state);
  const before = await previous(state);
  if (before?.version === built.version) return;
  const everything = (await state.match(STATE.keepAll)) !== undefined;
  const kept = await (await caches.open(CACHES.pages)).keys();
  const paths = everything
    ? [...PAGES, ...ASSETS, ...SEARCH]
    : kept.map(({ url }) => new URL(url).pathname).filter((path) => PAGES.has(path));
  const { missing } = await keep(
    [...paths, ...(kept.length > 0 || everything ? built.run : [])],
    'fresh',
    () => undefined,
  );
  if (missing > 0) return;
  await forget(CACHES.pages, PAGES);
  await forget(CACHES.assets, new Set([...ASSETS, ...(before?.run ?? []), ...(before?.editor ?? [])]));
  await forget(CACHES.search, SEARCH);
  await state.put(STATE.manifest, Response.json(built));
}

async function previous(state: Cache): Promise<Manifest | undefined> {
  const response = await state.match(STATE.manifest);
  if (response === undefined) return undefined;
  const manifest: Partial<Manifest> = await response.json();
  const { version, run: forRuns, editor: forEdits } = manifest;
  // What an older build wrote may look otherwise; then nothing is known of it.
  if (typeof version !== 'string' || !Array.isArray(forRuns) || !Array.isArray(forEdits)) return undefined;
  return { ...built, version, run: forRuns, editor: forEdits };
}

async function forget(name: string, needed: ReadonlySet<string>): Promise<void> {
  const cache = await caches.open(name);
  for (const request of await cache.keys()) {
    if (!needed.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}
