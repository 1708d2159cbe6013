import type { EditKey } from './edits.ts';

/** A text that was typed and is not known to be stored. */
export interface Unsaved {
  readonly key: EditKey;
  readonly original: string;
  readonly text: string;
}

/**
 * What was typed and is not known to be stored. A page that is reloaded may be gone before a database has taken its last
 * text; this is written before the next line of code runs.
 */
export interface Journal {
  /** @param id tells files apart; a later text takes the place of an earlier one */
  note(id: string, unsaved: Unsaved): void;
  forget(id: string): void;
  all(): readonly (readonly [id: string, unsaved: Unsaved])[];
}

const PREFIX = 'traced-patterns:unsaved:';

/** A journal in the tab's own storage: no other tab's text is ever taken for this one's. Where it is denied, none. */
export const tabJournal: Journal = {
  note(id, unsaved) {
    attempt(() => sessionStorage.setItem(PREFIX + id, JSON.stringify(unsaved)));
  },
  forget(id) {
    attempt(() => sessionStorage.removeItem(PREFIX + id));
  },
  all() {
    const found: (readonly [string, Unsaved])[] = [];
    attempt(() => {
      for (const name of Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX))) {
        const unsaved = readUnsaved(sessionStorage.getItem(name) ?? '');
        if (unsaved) found.push([name.slice(PREFIX.length), unsaved]);
      }
    });
    return found;
  },
};

/** Storage may be full or denied; the database is still there. */
function attempt(write: () => void): void {
  try {
    write();
  } catch {
    // The text is in the editor, and saved after the next pause.
  }
}

function readUnsaved(json: string): Unsaved | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { key, original, text }: Partial<Record<keyof Unsaved, unknown>> = value;
  if (typeof key !== 'object' || key === null || typeof original !== 'string' || typeof text !== 'string')
    return undefined;
  const { example, file }: Partial<Record<keyof EditKey, unknown>> = key;
  return typeof example === 'string' && typeof file === 'string'
    ? { key: { example, file }, original, text }
    : undefined;
}
