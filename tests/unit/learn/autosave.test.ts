import { describe, expect, it } from 'vitest';
import { createAutosave, recoverEdits } from '../../../src/learn/autosave.ts';
import type { EditKey } from '../../../src/learn/edits.ts';
import type { Journal, Unsaved } from '../../../src/learn/journal.ts';

const KEY = { example: 'playground', file: 'main.ts' };
const NEVER_LEFT = { onLeave: () => () => undefined };

function memoryJournal(): Journal & { readonly texts: () => readonly string[] } {
  const entries = new Map<string, Unsaved>();
  return {
    note: (id, unsaved) => void entries.set(id, unsaved),
    forget: (id) => void entries.delete(id),
    all: () => [...entries],
    texts: () => [...entries.values()].map(({ text }) => text),
  };
}

/** A store whose writes end when the test says so. */
function slowStore() {
  const saved: string[] = [];
  const waiting: (() => void)[] = [];
  return {
    saved,
    saveEdit: (_key: EditKey, _original: string, text: string) =>
      new Promise<void>((resolve) => {
        waiting.push(() => {
          saved.push(text);
          resolve();
        });
      }),
    finish: async () => {
      for (const end of waiting.splice(0)) end();
      await Promise.resolve();
      await Promise.resolve();
    },
  };
}

describe('what was typed and is not yet stored', () => {
  it('is noted at once, and forgotten only when the store has it', async () => {
    const store = slowStore();
    const journal = memoryJournal();
    const autosave = createAutosave(store, NEVER_LEFT, 60_000, journal);
    autosave.edited(KEY, 'original', 'mine');
    expect(journal.texts()).toEqual(['mine']);
    const flushed = autosave.flush();
    expect(journal.texts()).toEqual(['mine']);
    await store.finish();
    await flushed;
    expect(journal.texts()).toEqual([]);
  });

  it('is not forgotten for an earlier text that has been stored', async () => {
    const store = slowStore();
    const journal = memoryJournal();
    const autosave = createAutosave(store, NEVER_LEFT, 60_000, journal);
    autosave.edited(KEY, 'original', 'first');
    const flushed = autosave.flush();
    autosave.edited(KEY, 'original', 'second');
    await store.finish();
    await flushed;
    expect(journal.texts()).toEqual(['second']);
    autosave.cancel(KEY);
    expect(journal.texts()).toEqual([]);
  });

  it('is stored by the page that comes after', async () => {
    const journal = memoryJournal();
    journal.note('a', { key: KEY, original: 'original', text: 'mine' });
    const stored: unknown[] = [];
    await recoverEdits({ saveEdit: async (...edit) => void stored.push(edit) }, journal);
    expect(stored).toEqual([[KEY, 'original', 'mine']]);
    expect(journal.all()).toEqual([]);
  });
});
