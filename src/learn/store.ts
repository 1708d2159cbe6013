import { openChannel, type TabChannel } from './channel.ts';
import { openDatabase, type ConnectionEvents } from './database.ts';
import { keyText, readEdit, type EditKey, type EditTable } from './edits.ts';
import { ResilientTable, problemOf, type StorageProblem } from './resilient.ts';
import { sha256 } from './sha256.ts';

/** What is kept of a file. `originalChanged`: the example has changed since, and the reader chooses. */
export type LoadedEdit =
  | { readonly kind: 'none' }
  | { readonly kind: 'sameOriginal'; readonly text: string }
  | {
      readonly kind: 'originalChanged';
      readonly text: string;
      readonly oldOriginal: string;
      readonly newOriginal: string;
    };

/** The reader's own things, kept in this browser. Nothing here rejects: where storage fails, memory takes its place. */
export interface ReaderStore {
  /** Why edits are not being kept beyond this tab, or that one could not be read; a key of `learnSentence`. */
  readonly problem: ReaderProblem | undefined;
  /** Calls `listener` whenever `problem` changes; returns what ends that. */
  onProblem(listener: (problem: ReaderProblem | undefined) => void): () => void;
  /**
   * What is kept of a file.
   *
   * @param currentOriginal what the example says now
   */
  loadEdit(key: EditKey, currentOriginal: string): Promise<LoadedEdit>;
  /**
   * Keeps a text, starting before it returns. A text equal to the original forgets the edit; a blank text is not kept,
   * so that an emptied editor never takes the place of work.
   */
  saveEdit(key: EditKey, original: string, text: string): Promise<void>;
  /** Forgets the edit of a file. */
  removeEdit(key: EditKey): Promise<void>;
  /** Calls `listener` when another tab has written or removed an edit; returns what ends that. */
  onOtherTab(listener: (key: EditKey) => void): () => void;
  /** Lets go of the storage and the other tabs. */
  close(): void;
}

export type ReaderProblem = StorageProblem | 'damaged';

/** What the store stands on. */
export interface StoreParts {
  open(events: ConnectionEvents): Promise<EditTable & { close(): void }>;
  readonly channel: TabChannel | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/** How long to wait for the storage before going on without it, in milliseconds; it is used once it answers. */
const patience = 1500;

/** Opens the reader's store on IndexedDB. Never rejects; see `problem`. */
export async function openReaderStore(): Promise<ReaderStore> {
  return openStore({
    async open(events) {
      const { edits, close } = await openDatabase(events);
      return { ...edits, close };
    },
    channel: openChannel('traced-patterns-edits'),
    now: Date.now,
  });
}

/** Opens a store on the given parts. Never rejects and never waits longer than about a second. */
export async function openStore(parts: StoreParts): Promise<ReaderStore> {
  const store = new Store(parts);
  await store.start();
  return store;
}

class Store implements ReaderStore {
  readonly #parts: StoreParts;
  readonly #table: ResilientTable;
  readonly #problemListeners = new Set<(problem: ReaderProblem | undefined) => void>();
  readonly #tabListeners = new Set<(key: EditKey) => void>();
  #problem: ReaderProblem | undefined;
  #close: (() => void) | undefined;
  #closed = false;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#table = new ResilientTable((problem) => this.#setProblem(problem));
    parts.channel?.addEventListener('message', ({ data }) => this.#hear(data));
  }

  get problem(): ReaderProblem | undefined {
    return this.#problem;
  }

  async start(): Promise<void> {
    let timeout: ReturnType<typeof setTimeout> | undefined;
    // Not opened yet: go on with what memory holds. The storage is used as soon as it answers.
    const without = new Promise<void>((resolve) => {
      const goOn = (problem: ReaderProblem): void => {
        this.#setProblem(problem);
        resolve();
      };
      timeout = setTimeout(() => goOn('denied'), patience);
      void this.#open(() => goOn('blocked')).then(resolve);
    });
    await without;
    clearTimeout(timeout);
  }

  onProblem(listener: (problem: ReaderProblem | undefined) => void): () => void {
    this.#problemListeners.add(listener);
    return () => this.#problemListeners.delete(listener);
  }

  onOtherTab(listener: (key: EditKey) => void): () => void {
    this.#tabListeners.add(listener);
    return () => this.#tabListeners.delete(listener);
  }

  async loadEdit(key: EditKey, currentOriginal: string): Promise<LoadedEdit> {
    const stored = await this.#table.get(key);
    if (stored === undefined) return { kind: 'none' };
    const record = readEdit(stored);
    if (record === undefined || keyText(record) !== keyText(key)) {
      this.#setProblem('damaged');
      return { kind: 'none' };
    }
    const { text, originalText } = record;
    if (text === currentOriginal) return { kind: 'none' };
    if (record.originalHash === sha256(currentOriginal)) return { kind: 'sameOriginal', text };
    return { kind: 'originalChanged', text, oldOriginal: originalText, newOriginal: currentOriginal };
  }

  async saveEdit(key: EditKey, original: string, text: string): Promise<void> {
    if (text === original) {
      await this.removeEdit(key);
      return;
    }
    if (text.trim() === '') return;
    const { example, file } = key;
    const updatedAt = this.#parts.now();
    const record = { example, file, originalHash: sha256(original), originalText: original, text, updatedAt };
    await this.#table.put(record);
    this.#tell(key);
  }

  async removeEdit(key: EditKey): Promise<void> {
    await this.#table.delete(key);
    this.#tell(key);
  }

  close(): void {
    this.#closed = true;
    this.#close?.();
    this.#parts.channel?.close();
    this.#problemListeners.clear();
    this.#tabListeners.clear();
  }

  async #open(blocked: () => void): Promise<void> {
    try {
      const table = await this.#parts.open({
        blocked,
        outdated: () => this.#table.detach('outdated'),
        lost: () => this.#table.detach('lost'),
      });
      if (this.#closed) {
        table.close();
        return;
      }
      this.#close = () => table.close();
      await this.#table.attach(table);
    } catch (error) {
      this.#setProblem(problemOf(error));
    }
  }

  #setProblem(problem: ReaderProblem | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    for (const listener of this.#problemListeners) listener(problem);
  }

  #tell({ example, file }: EditKey): void {
    if (!this.#closed) this.#parts.channel?.postMessage({ example, file });
  }

  #hear(data: unknown): void {
    if (typeof data !== 'object' || data === null) return;
    const { example, file }: Partial<Record<keyof EditKey, unknown>> = data;
    if (typeof example !== 'string' || typeof file !== 'string') return;
    for (const listener of this.#tabListeners) listener({ example, file });
  }
}
