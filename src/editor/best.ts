import type { EditorHandle, EditorOptions } from './contract.ts';
import { createTextArea } from './text-area.ts';

/** How long the full editor may take to load before the plain one takes its place, in milliseconds. */
const patience = 20_000;

/**
 * Makes Monaco where the reader has a fine pointer and it can be loaded, and a plain text area elsewhere. Nothing of
 * Monaco is requested before this is called, nor where the pointer is coarse. Never rejects; `onNotice` says when the
 * plain one had to take the place of the full one.
 *
 * @param load loads Monaco; another one is for tests
 */
export async function createBestEditor(
  host: HTMLElement,
  options: EditorOptions,
  load: () => Promise<typeof import('./monaco.ts')> = loadMonaco,
): Promise<EditorHandle> {
  if (matchMedia('(pointer: coarse)').matches) return createTextArea(host, options);
  try {
    const { createMonaco } = await within(patience, load());
    return createMonaco(host, options);
  } catch (error) {
    console.warn('The full editor could not be loaded.', error);
    options.onNotice?.(options.t('fallback.failed'));
    return createTextArea(host, options);
  }
}

/**
 * Makes the full editor.
 *
 * @throws when its scripts cannot be fetched
 */
export async function createEditor(host: HTMLElement, options: EditorOptions): Promise<EditorHandle> {
  const { createMonaco } = await loadMonaco();
  return createMonaco(host, options);
}

/** Starts to fetch the full editor, when the reader is about to ask for it. Never rejects. */
export async function preloadEditor(): Promise<void> {
  if (matchMedia('(pointer: coarse)').matches) return;
  await loadMonaco().catch(() => undefined);
}

/** The branch for the server is dropped from the page, and Monaco from what is built for the server. */
async function loadMonaco(): Promise<typeof import('./monaco.ts')> {
  if (import.meta.env.SSR) throw new Error('The editor exists in a page only');
  return import('./monaco.ts');
}

async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Nothing came within ${milliseconds} ms`)), milliseconds);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
