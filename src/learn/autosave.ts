import { keyText, type EditKey } from './edits.ts';
import { tabJournal, type Journal } from './journal.ts';
import type { ReaderStore } from './store.ts';

/** Saves while the reader types. */
export interface Autosave {
  /** Takes the text that a file has now; it is saved when the reader pauses. */
  edited(key: EditKey, original: string, text: string): void;
  /** Saves what is waiting, at once. */
  flush(): Promise<void>;
  /** Forgets what is waiting for a file, before it is reset, say. */
  cancel(key: EditKey): void;
  /** Saves what is waiting and stops listening to the page. */
  dispose(): Promise<void>;
}

/** When a page may go away: `document` and `window`, or what stands for them in a test. */
export interface PageEvents {
  onLeave(listener: () => void): () => void;
}

interface Waiting {
  readonly key: EditKey;
  readonly original: string;
  readonly text: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** A pause in typing after which a text is saved, in milliseconds. */
const pause = 300;

/**
 * Saves each file once the reader has paused for 300 ms, and at once when the page is hidden or left. Where nothing
 * waits, nothing is written.
 */
export function createAutosave(
  store: Pick<ReaderStore, 'saveEdit'>,
  page: PageEvents = browserPage,
  delay = pause,
  journal: Journal = tabJournal,
): Autosave {
  const waiting = new Map<string, Waiting>();

  const save = async (id: string): Promise<void> => {
    const entry = waiting.get(id);
    if (entry === undefined) return;
    waiting.delete(id);
    clearTimeout(entry.timer);
    await store.saveEdit(entry.key, entry.original, entry.text);
    if (!waiting.has(id)) journal.forget(id);
  };
  const flush = async (): Promise<void> => {
    await Promise.all([...waiting.keys()].map((id) => save(id)));
  };
  const unlisten = page.onLeave(() => void flush());

  return {
    edited(key, original, text) {
      const id = keyText(key);
      clearTimeout(waiting.get(id)?.timer);
      journal.note(id, { key, original, text });
      waiting.set(id, { key, original, text, timer: setTimeout(() => void save(id), delay) });
    },
    flush,
    cancel(key) {
      const id = keyText(key);
      clearTimeout(waiting.get(id)?.timer);
      waiting.delete(id);
      journal.forget(id);
    },
    async dispose() {
      unlisten();
      await flush();
    },
  };
}

/** Stores what this tab had typed and could not store before it was reloaded. */
export async function recoverEdits(store: Pick<ReaderStore, 'saveEdit'>, journal: Journal = tabJournal): Promise<void> {
  for (const [id, { key, original, text }] of journal.all()) {
    await store.saveEdit(key, original, text);
    journal.forget(id);
  }
}

/** `visibilitychange` is the last event that mobile browsers are sure to send; `pagehide` covers the rest. */
const browserPage: PageEvents = {
  onLeave(listener) {
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') listener();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('pagehide', listener);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('pagehide', listener);
    };
  },
};
