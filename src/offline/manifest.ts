/**
 * What a build consists of, for the service worker: it is written into the worker's script, so that another build is
 * another script, and the browser sees that there is a new version. Paths begin at the origin and carry the base.
 */
export interface Manifest {
  /** Changes with any file. */
  readonly version: string;
  /** Path under which the site lives, with a slash at its end. */
  readonly base: string;
  /** Pages, and the data of their examples: they keep their address when they change. */
  readonly pages: readonly string[];
  /** Whatever a run needs beside its page; a change changes the address. */
  readonly run: readonly string[];
  /** Monaco and the types that it reads: half of all that there is, and a run does without. */
  readonly editor: readonly string[];
  /** The search and its index. */
  readonly search: readonly string[];
  /** Size of everything as it lies on the disk, in By. */
  readonly bytes: number;
}

/** What a page says to the worker. */
export type Request =
  /** The reader has opened this page, with these files: it is to be kept, and to run without the network. */
  | { readonly type: 'visited'; readonly urls: readonly string[] }
  /** How large is the whole guide? The answer, in By, goes to the port that came along. */
  | { readonly type: 'size' }
  /** The reader wants the whole guide kept. */
  | { readonly type: 'keep-all' }
  /** The new version is to take over now. */
  | { readonly type: 'SKIP_WAITING' };

/** What the worker says to its pages while it keeps the whole guide, and when it has done so. */
export type Progress =
  | { readonly type: 'keeping'; readonly done: number; readonly of: number }
  | { readonly type: 'kept' }
  /** Some files could not be fetched, or there was no room for them. */
  | { readonly type: 'failed'; readonly missing: number; readonly full: boolean };

/** Name of the caches. Another name is another cache: what an older worker kept is not understood otherwise. */
export const CACHES = {
  pages: 'tp-pages-1',
  assets: 'tp-assets-1',
  search: 'tp-search-1',
  state: 'tp-offline-1',
} as const;

/** An entry of the state cache: the manifest of the version that was active before, and whether all is to be kept. */
export const STATE = { manifest: '/manifest', keepAll: '/keep-all' } as const;
