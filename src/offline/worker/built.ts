import { CACHES } from '../manifest.ts';

/** What this build consists of. The build writes it in where the name stands, so it stands once. */
export const built = BUILT_MANIFEST;

export const PAGES: ReadonlySet<string> = new Set(built.pages);
export const ASSETS: ReadonlySet<string> = new Set([...built.run, ...built.editor]);
export const SEARCH: ReadonlySet<string> = new Set(built.search);

/** The cache that a file of this build belongs to; nothing for other files. */
export function cacheOf(path: string): string | undefined {
  if (PAGES.has(path)) return CACHES.pages;
  if (ASSETS.has(path)) return CACHES.assets;
  return SEARCH.has(path) ? CACHES.search : undefined;
}
