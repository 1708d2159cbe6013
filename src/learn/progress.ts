import { openChannel, type TabChannel } from './channel.ts';
import { readEdit } from './edits.ts';
import { openDatabase, type ConnectionEvents, type Incoming, type Choice, type ProgressTable } from './database.ts';
import {
  progressKeyText,
  readProgress,
  readTrace,
  TRACE_BOUNDS,
  type ProgressKey,
  type ProgressRecord,
  type TraceRecord,
} from './progress-record.ts';
import { problemOf, type StorageProblem } from './resilient.ts';

/** What the reader has done so far. */
export interface Progress {
  /** Lessons that count as read, by their path. */
  readonly read: ReadonlySet<string>;
  /** Examples that have been run, by id, with the number of runs. */
  readonly runs: ReadonlyMap<string, number>;
  /** Exercises that have been passed, by id, with the time of it in milliseconds since 1970. */
  readonly passed: ReadonlyMap<string, number>;
  /** How many hints have been taken in an exercise, by its id. */
  readonly hints: ReadonlyMap<string, number>;
  /** How many records are there that cannot be read. They are left alone. */
  readonly damaged: number;
}

/**
 * What the reader has done, kept in this browser beside the edits. Nothing here rejects but `take`: where storage fails,
 * memory takes its place until this tab closes, and `problem` says why.
 */
export interface ProgressStore {
  readonly problem: StorageProblem | undefined;
  /** Calls `listener` after a change in this tab or another, and when `problem` changes; returns what ends that. */
  onChange(listener: () => void): () => void;
  load(): Promise<Progress>;
  /** Marks a lesson as read, or takes the mark back. */
  markRead(lesson: string, read: boolean): Promise<void>;
  /** Counts a run of an example. */
  ran(example: string): Promise<void>;
  /**
   * Notes that an exercise was passed.
   *
   * @param packed the telemetry that passed, see `TraceRecord`; larger than `TRACE_BOUNDS` it is not kept
   */
  passed(example: string, packed: Uint8Array<ArrayBuffer> | undefined): Promise<void>;
  /** Notes that this many hints of an exercise have been taken. */
  tookHints(exercise: string, taken: number): Promise<void>;
  /** The telemetry with which an exercise was passed last; undefined where it was not kept or cannot be read. */
  trace(exercise: string): Promise<TraceRecord | undefined>;
  /** Everything that is kept and can be read, for a file. */
  everything(): Promise<Incoming>;
  /**
   * Takes records from a file, all or none.
   *
   * @throws {StorageRefusal} when the storage does not take them
   */
  take(incoming: Incoming, choose: Choice): Promise<void>;
  close(): void;
}

/** The storage did not take an import; nothing has changed. */
export class StorageRefusal extends Error {
  readonly problem: StorageProblem;

  constructor(problem: StorageProblem) {
    super(`The storage refused: ${problem}.`);
    this.problem = problem;
  }
}

/** What the store stands on. */
export interface ProgressParts {
  open(events: ConnectionEvents): Promise<ProgressTable & { close(): void }>;
  readonly channel: TabChannel | undefined;
  /** Milliseconds since 1970. */
  now(): number;
}

/** How long to wait for the storage before going on without it, in milliseconds; it is used once it answers. */
const patience = 1500;

/** Opens the reader's progress on IndexedDB. Never rejects; see `problem`. */
export function openProgress(): Promise<ProgressStore> {
  return openProgressOn({
    async open(events) {
      const { progress, close } = await openDatabase(events);
      return { ...progress, close };
    },
    channel: openChannel('traced-patterns-progress'),
    now: Date.now,
  });
}

/** Opens the progress on the given parts. Never rejects and never waits longer than about a second. */
export async function openProgressOn(parts: ProgressParts): Promise<ProgressStore> {
  const store = new Store(parts);
  await store.start();
  return store;
}

/** One change of one record, made from what is stored when its turn comes. */
interface Change {
  readonly key: ProgressKey;
  make(stored: ProgressRecord | undefined): ProgressRecord;
}

class Store implements ProgressStore {
  readonly #parts: ProgressParts;
  readonly #listeners = new Set<() => void>();
  #table: (ProgressTable & { close(): void }) | undefined;
  /** What the storage has not taken yet, in order. */
  #held: Change[] = [];
  #heldTraces: TraceRecord[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #problem: StorageProblem | undefined;
  #closed = false;

  constructor(parts: ProgressParts) {
    this.#parts = parts;
    parts.channel?.addEventListener('message', () => this.#changed());
  }

  get problem(): StorageProblem | undefined {
    return this.#problem;
  }

  async start(): Promise<void> {
    let timeout: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      const goOn = (problem: StorageProblem): void => {
        this.#setProblem(problem);
        resolve();
      };
      timeout = setTimeout(() => goOn('denied'), patience);
      void this.#open(() => goOn('blocked')).then(resolve);
    });
    clearTimeout(timeout);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async load(): Promise<Progress> {
    const { records, damaged } = await this.#records();
    const read = new Set<string>();
    const runs = new Map<string, number>();
    const passed = new Map<string, number>();
    const hints = new Map<string, number>();
    for (const record of records) {
      if (record.kind === 'example') runs.set(record.id, record.runs);
      else if (record.kind === 'exercise') passed.set(record.id, record.at);
      else if (record.kind === 'hints') hints.set(record.id, record.taken);
      else if (record.read) read.add(record.id);
    }
    return { read, runs, passed, hints, damaged };
  }

  markRead(lesson: string, read: boolean): Promise<void> {
    const at = this.#parts.now();
    return this.#change({ kind: 'lesson', id: lesson }, () => ({ kind: 'lesson', id: lesson, read, at }));
  }

  ran(example: string): Promise<void> {
    const at = this.#parts.now();
    return this.#change({ kind: 'example', id: example }, (stored) => {
      const before = stored?.kind === 'example' ? stored.runs : 0;
      return { kind: 'example', id: example, runs: before + 1, at };
    });
  }

  async passed(example: string, packed: Uint8Array<ArrayBuffer> | undefined): Promise<void> {
    const at = this.#parts.now();
    if (packed !== undefined && packed.length <= TRACE_BOUNDS.bytes) this.#heldTraces.push({ id: example, at, packed });
    // Apart from one another: that it was passed is small, while the trace may be more than there is room for. And at
    // once: the reader may be about to leave.
    await Promise.all([
      this.#flushTraces(),
      this.#change({ kind: 'exercise', id: example }, () => ({ kind: 'exercise', id: example, at })),
    ]);
  }

  tookHints(exercise: string, taken: number): Promise<void> {
    const at = this.#parts.now();
    return this.#change({ kind: 'hints', id: exercise }, (stored) =>
      stored?.kind === 'hints' && stored.taken >= taken ? stored : { kind: 'hints', id: exercise, taken, at },
    );
  }

  async trace(exercise: string): Promise<TraceRecord | undefined> {
    const held = this.#heldTraces.findLast(({ id }) => id === exercise);
    if (held) return held;
    const [stored] = await this.#ask(async (table) => [await table.trace(exercise)]);
    return readTrace(stored);
  }

  async everything(): Promise<Incoming> {
    const { records } = await this.#records();
    const [traces, edits] = await Promise.all([
      this.#ask((table) => table.traces()),
      this.#ask((table) => table.edits()),
    ]);
    return {
      progress: records,
      traces: [...traces.flatMap((value) => readTrace(value) ?? []), ...this.#heldTraces],
      edits: edits.flatMap((value) => readEdit(value) ?? []),
    };
  }

  async take(incoming: Incoming, choose: Choice): Promise<void> {
    if (this.#table === undefined) throw new StorageRefusal(this.#problem ?? 'denied');
    try {
      await this.#table.take(incoming, choose);
    } catch (error) {
      throw new StorageRefusal(problemOf(error));
    }
    this.#tell();
    this.#changed();
  }

  close(): void {
    this.#closed = true;
    this.#table?.close();
    this.#parts.channel?.close();
    this.#listeners.clear();
  }

  /** What is stored with what is held on top of it. */
  async #records(): Promise<{ readonly records: readonly ProgressRecord[]; readonly damaged: number }> {
    const stored = await this.#ask((table) => table.all());
    const records = new Map<string, ProgressRecord>();
    let damaged = 0;
    for (const value of stored) {
      const record = readProgress(value);
      if (record === undefined) damaged++;
      else records.set(progressKeyText(record), record);
    }
    for (const { key, make } of this.#held) {
      records.set(progressKeyText(key), make(records.get(progressKeyText(key))));
    }
    return { records: [...records.values()], damaged };
  }

  async #change(key: ProgressKey, make: Change['make']): Promise<void> {
    const change = { key, make };
    this.#held.push(change);
    await this.#flush();
    this.#changed();
  }

  /** Gives the storage what is held, one change after the other: they may be about the same record. */
  #flush(): Promise<void> {
    this.#flushing = this.#flushing.then(async () => {
      for (let change = this.#held.shift(); change !== undefined; change = this.#held.shift()) {
        const { key, make } = change;
        try {
          if (this.#table === undefined) throw new StorageRefusal(this.#problem ?? 'denied');
          await this.#table.change(key, (stored) => make(readProgress(stored)));
        } catch (error) {
          this.#held.unshift(change);
          this.#setProblem(error instanceof StorageRefusal ? error.problem : problemOf(error));
          return;
        }
        this.#tell();
      }
      this.#recovered();
    });
    return this.#flushing;
  }

  async #flushTraces(): Promise<void> {
    for (const trace of this.#heldTraces) {
      if (this.#table === undefined) return;
      try {
        await this.#table.keepTrace(trace);
      } catch (error) {
        this.#setProblem(problemOf(error));
        return;
      }
      this.#heldTraces = this.#heldTraces.filter((other) => other !== trace);
    }
    this.#recovered();
  }

  /** A storage that has taken everything is no problem any more. */
  #recovered(): void {
    if (this.#table && this.#held.length + this.#heldTraces.length === 0) this.#setProblem(undefined);
  }

  async #ask(question: (table: ProgressTable) => Promise<readonly unknown[]>): Promise<readonly unknown[]> {
    if (this.#table === undefined) return [];
    try {
      return await question(this.#table);
    } catch (error) {
      this.#setProblem(problemOf(error));
      return [];
    }
  }

  async #open(blocked: () => void): Promise<void> {
    const detach = (problem: StorageProblem): void => {
      this.#table = undefined;
      this.#setProblem(problem);
    };
    try {
      const table = await this.#parts.open({
        blocked,
        outdated: () => detach('outdated'),
        lost: () => detach('lost'),
      });
      if (this.#closed) {
        table.close();
        return;
      }
      this.#table = table;
      await this.#flushTraces();
      await this.#flush();
      this.#changed();
    } catch (error) {
      this.#setProblem(problemOf(error));
    }
  }

  #setProblem(problem: StorageProblem | undefined): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#changed();
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Tells the other tabs that something has changed; they read it themselves. */
  #tell(): void {
    if (!this.#closed) this.#parts.channel?.postMessage('changed');
  }
}
