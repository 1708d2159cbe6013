import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { EditKey, EditRecord, EditTable } from './edits.ts';
import { TRACE_BOUNDS, type ProgressKey, type ProgressRecord, type TraceRecord } from './progress-record.ts';

/** The schema of the reader's database. A new store is a new version and one more step in `migrate`. */
interface ReaderSchema extends DBSchema {
  edits: { key: [example: string, file: string]; value: EditRecord };
  progress: { key: [kind: string, id: string]; value: ProgressRecord };
  traces: { key: string; value: TraceRecord; indexes: { at: number } };
}

const databaseName = 'traced-patterns';
const schemaVersion = 2;

/** Each step takes a database from one version to the next and leaves what is in it alone. */
function migrate(database: IDBPDatabase<ReaderSchema>, from: number): void {
  if (from < 1) database.createObjectStore('edits', { keyPath: ['example', 'file'] });
  if (from < 2) {
    database.createObjectStore('progress', { keyPath: ['kind', 'id'] });
    database.createObjectStore('traces', { keyPath: 'id' }).createIndex('at', 'at');
  }
}

/** What happens to a connection from outside. */
export interface ConnectionEvents {
  /** Another tab holds an older version open; opening goes on when it lets go. */
  blocked(): void;
  /** Another tab opens a newer version; this connection has been closed for it. */
  outdated(): void;
  /** The browser closed the connection. */
  lost(): void;
}

/** Where progress is kept. Every method rejects when the storage refuses. Values come back as they are stored: unread. */
export interface ProgressTable {
  /** Every record of progress. */
  all(): Promise<readonly unknown[]>;
  /**
   * Changes one record in one transaction, so that no other tab can write in between.
   *
   * @param make gets what is stored and gives what is to be stored; undefined leaves it as it is
   */
  change(key: ProgressKey, make: (stored: unknown) => ProgressRecord | undefined): Promise<void>;
  /** Every trace that passed. */
  traces(): Promise<readonly unknown[]>;
  /** The trace with which an exercise was passed, or undefined. */
  trace(exercise: string): Promise<unknown>;
  /** Keeps the trace with which an exercise was passed, and lets go of the oldest beyond `TRACE_BOUNDS`. */
  keepTrace(record: TraceRecord): Promise<void>;
  /** Every edit. */
  edits(): Promise<readonly unknown[]>;
  /** Takes what `choose` accepts, all in one transaction: either everything is in, or nothing has changed. */
  take(incoming: Incoming, choose: Choice): Promise<void>;
}

/** Records from elsewhere. */
export interface Incoming {
  readonly edits: readonly EditRecord[];
  readonly progress: readonly ProgressRecord[];
  readonly traces: readonly TraceRecord[];
}

/** Whether a record from elsewhere takes the place of what is stored (undefined: nothing is). */
export interface Choice {
  edit(stored: unknown, incoming: EditRecord): boolean;
  progress(stored: unknown, incoming: ProgressRecord): boolean;
  trace(stored: unknown, incoming: TraceRecord): boolean;
}

/** An open connection to the reader's database. */
export interface ReaderDatabase {
  readonly edits: EditTable;
  readonly progress: ProgressTable;
  close(): void;
}

/** Opens the database. Rejects with a DOMException where the browser refuses; may wait for another tab for ever. */
export async function openDatabase(events: ConnectionEvents): Promise<ReaderDatabase> {
  const database = await openDB<ReaderSchema>(databaseName, schemaVersion, {
    upgrade: (opened, oldVersion) => migrate(opened, oldVersion),
    blocked: () => events.blocked(),
    blocking(_current, _blocked, event) {
      if (event.target instanceof IDBDatabase) event.target.close();
      events.outdated();
    },
    terminated: () => events.lost(),
  });
  return { edits: editTable(database), progress: progressTable(database), close: () => database.close() };
}

function editTable(database: IDBPDatabase<ReaderSchema>): EditTable {
  return {
    get: (key) => database.get('edits', path(key)),
    async put(record) {
      const transaction = database.transaction('edits', 'readwrite');
      const stored = transaction.store.put(record);
      // Without waiting for the answer: a page that is going away hears no answer any more.
      transaction.commit();
      await Promise.all([stored, transaction.done]);
    },
    delete: (key) => database.delete('edits', path(key)),
  };
}

function progressTable(database: IDBPDatabase<ReaderSchema>): ProgressTable {
  return {
    all: () => database.getAll('progress'),
    async change({ kind, id }, make) {
      const transaction = database.transaction('progress', 'readwrite');
      const record = make(await transaction.store.get([kind, id]));
      await Promise.all([record && transaction.store.put(record), transaction.done]);
    },
    traces: () => database.getAll('traces'),
    trace: (exercise) => database.get('traces', exercise),
    async keepTrace(record) {
      const transaction = database.transaction('traces', 'readwrite');
      await transaction.store.put(record);
      let over = (await transaction.store.count()) - TRACE_BOUNDS.count;
      for (let oldest = await transaction.store.index('at').openCursor(); oldest !== null && over > 0; over--) {
        await oldest.delete();
        oldest = await oldest.continue();
      }
      await transaction.done;
    },
    edits: () => database.getAll('edits'),
    async take({ edits, progress, traces }, choose) {
      const transaction = database.transaction(['edits', 'progress', 'traces'], 'readwrite');
      const [editStore, progressStore, traceStore] = [
        transaction.objectStore('edits'),
        transaction.objectStore('progress'),
        transaction.objectStore('traces'),
      ];
      const all = [
        ...edits.map(async (edit) => {
          if (choose.edit(await editStore.get(path(edit)), edit)) await editStore.put(edit);
        }),
        ...progress.map(async (record) => {
          const stored = await progressStore.get([record.kind, record.id]);
          if (choose.progress(stored, record)) await progressStore.put(record);
        }),
        ...traces.map(async (trace) => {
          if (choose.trace(await traceStore.get(trace.id), trace)) await traceStore.put(trace);
        }),
      ];
      await Promise.all([...all, transaction.done]);
    },
  };
}

function path({ example, file }: EditKey): [example: string, file: string] {
  return [example, file];
}
