import { describe, expect, it, vi } from 'vitest';
import { BackupError, differingEdits, mergeBy, readBackup, writeBackup } from '../../../src/learn/backup.ts';
import type { TabChannel } from '../../../src/learn/channel.ts';
import type { Choice, ConnectionEvents, Incoming, ProgressTable } from '../../../src/learn/database.ts';
import type { EditRecord } from '../../../src/learn/edits.ts';
import { lessonState } from '../../../src/learn/lesson-state.ts';
import { readPlace } from '../../../src/learn/place.ts';
import {
  progressKeyText,
  TRACE_BOUNDS,
  type ProgressKey,
  type ProgressRecord,
  type TraceRecord,
} from '../../../src/learn/progress-record.ts';
import { openProgressOn, StorageRefusal, type ProgressStore } from '../../../src/learn/progress.ts';
import { READ_RULE, startReading } from '../../../src/learn/reading.ts';

const LESSON = '31-concurrency/worker-pool';
const EXERCISE = `${LESSON}/ex`;
const packed = Uint8Array.of(1, 2, 3);

/** A storage as a browser's, without the browser: it can refuse. */
class FakeStorage implements ProgressTable {
  readonly records = new Map<string, unknown>();
  readonly kept = new Map<string, unknown>();
  readonly drafts = new Map<string, EditRecord>();
  refusal: DOMException | undefined;
  /** What refuses: everything, or the traces only. */
  refuses: 'all' | 'traces' = 'all';

  #allow(): void {
    if (this.refusal !== undefined && this.refuses === 'all') throw this.refusal;
  }

  async all(): Promise<readonly unknown[]> {
    this.#allow();
    return [...this.records.values()];
  }

  async change(key: ProgressKey, make: (stored: unknown) => ProgressRecord | undefined): Promise<void> {
    this.#allow();
    const record = make(this.records.get(progressKeyText(key)));
    if (record !== undefined) this.records.set(progressKeyText(key), record);
  }

  async traces(): Promise<readonly unknown[]> {
    return [...this.kept.values()];
  }

  async trace(exercise: string): Promise<unknown> {
    return this.kept.get(exercise);
  }

  async keepTrace(record: TraceRecord): Promise<void> {
    if (this.refusal !== undefined) throw this.refusal;
    this.kept.set(record.id, record);
  }

  async edits(): Promise<readonly unknown[]> {
    return [...this.drafts.values()];
  }

  async take({ progress, traces }: Incoming, choose: Choice): Promise<void> {
    this.#allow();
    for (const record of progress) {
      const key = progressKeyText(record);
      if (choose.progress(this.records.get(key), record)) this.records.set(key, record);
    }
    for (const trace of traces) {
      if (choose.trace(this.kept.get(trace.id), trace)) this.kept.set(trace.id, trace);
    }
  }

  close(): void {
    this.records.clear();
  }
}

/** The ends of one channel. */
function channels(): readonly [TabChannel, TabChannel] {
  const listeners: ((event: { data: unknown }) => void)[][] = [[], []];
  const end = (own: number): TabChannel => ({
    postMessage: (data) => listeners[1 - own]?.forEach((listener) => listener({ data })),
    addEventListener: (_type, listener) => listeners[own]?.push(listener),
    close: () => undefined,
  });
  return [end(0), end(1)];
}

async function open(
  storage: FakeStorage,
  channel?: TabChannel,
  now: () => number = () => 42,
): Promise<{ readonly store: ProgressStore; readonly events: ConnectionEvents }> {
  const held: { events?: ConnectionEvents } = {};
  const store = await openProgressOn({
    open: async (events) => {
      held.events = events;
      return {
        all: () => storage.all(),
        change: (...change) => storage.change(...change),
        traces: () => storage.traces(),
        trace: (exercise) => storage.trace(exercise),
        keepTrace: (record) => storage.keepTrace(record),
        edits: () => storage.edits(),
        take: (...all) => storage.take(...all),
        close: () => undefined,
      };
    },
    channel,
    now,
  });
  if (held.events === undefined) throw new Error('The storage was not opened');
  return { store, events: held.events };
}

describe('what the reader has done', () => {
  it('is kept: lessons read, examples run, exercises passed with their trace', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.markRead(LESSON, true);
    await store.ran(`${LESSON}/basic`);
    await store.ran(`${LESSON}/basic`);
    await store.passed(EXERCISE, packed);
    const again = await (await open(storage)).store.load();
    expect([...again.read]).toEqual([LESSON]);
    expect(again.runs.get(`${LESSON}/basic`)).toBe(2);
    expect(again.passed.get(EXERCISE)).toBe(42);
    expect(storage.kept.get(EXERCISE)).toEqual({ id: EXERCISE, at: 42, packed });
  });

  it('and the trace that passed comes back, also while the storage has no room for it', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    expect(await store.trace(EXERCISE)).toBeUndefined();
    await store.passed(EXERCISE, packed);
    expect(await (await open(storage)).store.trace(EXERCISE)).toEqual({ id: EXERCISE, at: 42, packed });
    storage.refuses = 'traces';
    storage.refusal = new DOMException('no', 'QuotaExceededError');
    await store.passed(EXERCISE, Uint8Array.of(9));
    expect(await store.trace(EXERCISE)).toMatchObject({ packed: Uint8Array.of(9) });
    storage.kept.set(EXERCISE, { id: EXERCISE, at: 'yesterday', packed });
    expect(await (await open(storage)).store.trace(EXERCISE)).toBeUndefined();
  });

  it('and of the hints that were taken the most', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.tookHints(EXERCISE, 2);
    await store.tookHints(EXERCISE, 1);
    expect((await (await open(storage)).store.load()).hints).toEqual(new Map([[EXERCISE, 2]]));
  });

  it('and a mark that was taken back stays a record, so that an older file does not bring it back', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.markRead(LESSON, true);
    await store.markRead(LESSON, false);
    expect((await store.load()).read.size).toBe(0);
    const older: ProgressRecord = { kind: 'lesson', id: LESSON, read: true, at: 41 };
    await store.take({ progress: [older], edits: [], traces: [] }, mergeBy('newest'));
    expect((await store.load()).read.size).toBe(0);
  });

  it('a trace that is too large is left out, the exercise is not', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.passed(EXERCISE, new Uint8Array(TRACE_BOUNDS.bytes + 1));
    expect((await store.load()).passed.has(EXERCISE)).toBe(true);
    expect(storage.kept.size).toBe(0);
  });

  it('records that cannot be read are counted, skipped and left alone', async () => {
    const storage = new FakeStorage();
    storage.records.set('a', { kind: 'lesson', id: 7, read: true, at: 1 });
    storage.records.set('b', { kind: 'exam', id: 'x', at: 1 });
    storage.records.set('c', { kind: 'example', id: 'x', runs: -1, at: 1 });
    const { store } = await open(storage);
    await store.markRead(LESSON, true);
    expect(await store.load()).toMatchObject({ read: new Set([LESSON]), damaged: 3 });
    expect(storage.records.size).toBe(4);
  });
});

describe('two tabs', () => {
  it('count the runs of both and hear of each other', async () => {
    const storage = new FakeStorage();
    const [left, right] = channels();
    const first = (await open(storage, left)).store;
    const second = (await open(storage, right)).store;
    const heard = vi.fn<() => void>();
    second.onChange(heard);
    await Promise.all([first.ran('a/b/c'), second.ran('a/b/c'), first.ran('a/b/c')]);
    expect((await second.load()).runs.get('a/b/c')).toBe(3);
    heard.mockClear();
    await first.markRead(LESSON, true);
    expect(heard).toHaveBeenCalled();
    expect((await second.load()).read.has(LESSON)).toBe(true);
  });
});

describe('storage that fails', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'lost'],
  ] as const)('%s while writing: memory holds it, in order, until it is taken', async (name, problem) => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.ran('a/b/c');
    storage.refusal = new DOMException('no', name);
    await store.ran('a/b/c');
    await store.markRead(LESSON, true);
    await store.markRead(LESSON, false);
    expect(store.problem).toBe(problem);
    storage.refusal = undefined;
    expect(await store.load()).toMatchObject({ runs: new Map([['a/b/c', 2]]), read: new Set() });
    await store.ran('a/b/c');
    expect(store.problem).toBeUndefined();
    const { records } = storage;
    expect(records.get('example a/b/c')).toMatchObject({ runs: 3 });
    expect(records.get(`lesson ${LESSON}`)).toMatchObject({ read: false });
  });

  it('no room for the trace: the exercise is passed all the same', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    storage.refuses = 'traces';
    storage.refusal = new DOMException('no', 'QuotaExceededError');
    await store.passed(EXERCISE, packed);
    expect(store.problem).toBe('full');
    expect(storage.records.has(`exercise ${EXERCISE}`)).toBe(true);
    expect((await store.everything()).traces).toEqual([{ id: EXERCISE, at: 42, packed }]);
  });

  it('that cannot be opened: memory takes its place, and an import is refused', async () => {
    for (const [name, problem] of [
      ['SecurityError', 'denied'],
      ['VersionError', 'newer'],
    ] as const) {
      const refusal = new DOMException('no', name);
      const store = await openProgressOn({ open: () => Promise.reject(refusal), channel: undefined, now: () => 1 });
      expect(store.problem).toBe(problem);
      await store.markRead(LESSON, true);
      expect((await store.load()).read.has(LESSON)).toBe(true);
      const nothing = { edits: [], progress: [], traces: [] };
      await expect(store.take(nothing, mergeBy('newest'))).rejects.toThrow(StorageRefusal);
    }
  });

  it('wanted by a newer version in another tab: let go of', async () => {
    const storage = new FakeStorage();
    const { store, events } = await open(storage);
    events.outdated();
    await store.markRead(LESSON, true);
    expect(store.problem).toBe('outdated');
    expect(storage.records.size).toBe(0);
    expect((await store.load()).read.has(LESSON)).toBe(true);
  });
});

const edit: EditRecord = {
  example: EXERCISE,
  file: 'main.ts',
  originalHash: 'x',
  originalText: 'old',
  text: 'mine',
  updatedAt: 10,
};
const lesson: ProgressRecord = { kind: 'lesson', id: LESSON, read: true, at: 5 };
const trace: TraceRecord = { id: EXERCISE, at: 6, packed };
const place = { lesson: LESSON, heading: 'envelope', at: 7 };

describe('the file', () => {
  const write = (): string => writeBackup({ edits: [edit], progress: [lesson], traces: [trace] }, place, new Date(0));

  it('gives back what went into it', () => {
    expect(readBackup(write())).toEqual({
      edits: [edit],
      progress: [lesson],
      traces: [trace],
      place,
      unreadable: 0,
    });
  });

  it.each([
    ['no JSON', 'backup.format', 'hello'],
    ['a list', 'backup.format', '[]'],
    ['a trace file', 'backup.format', '{"resourceSpans":[]}'],
    [
      'a newer version',
      'backup.version',
      JSON.stringify({ format: 'traced-patterns', version: 2, progress: [lesson] }),
    ],
  ] as const)('is refused when it is %s', (_name, reason, text) => {
    expect(() => readBackup(text)).toThrow(new BackupError(reason));
  });

  it('loses only the entries that cannot be read, and says how many', () => {
    const file: Record<string, unknown> = JSON.parse(write());
    const broken = {
      ...file,
      progress: [lesson, { ...lesson, read: 'yes' }, null],
      traces: [
        { id: 'x', at: 1, packed: '?' },
        { id: 'y', at: 1, packed: 'A'.repeat(200_000) },
      ],
      edits: 'none',
      place: { lesson: 'https://elsewhere.example', at: 1 },
    };
    const read = readBackup(JSON.stringify(broken));
    expect(read).toMatchObject({ edits: [], progress: [lesson], traces: [], place: undefined, unreadable: 5 });
  });

  it('does not take a place that is no lesson of the guide', () => {
    for (const address of ['//x', '../x/y', 'a', 'javascript:x/y', 'a/b/c']) {
      expect(readPlace({ lesson: address, at: 1 })).toBeUndefined();
    }
  });
});

describe('merging', () => {
  it('lets the newest win, record by record', () => {
    const { progress, trace: takes } = mergeBy('newest');
    expect(progress(undefined, lesson)).toBe(true);
    expect(progress({ ...lesson, at: 4 }, lesson)).toBe(true);
    expect(progress({ ...lesson, at: 6 }, lesson)).toBe(false);
    expect(takes({ ...trace, at: 9 }, trace)).toBe(false);
  });

  it('asks about edits only where both sides have one and they differ', () => {
    expect(differingEdits([{ ...edit, text: 'other' }], [edit])).toEqual([edit]);
    expect(differingEdits([edit], [edit])).toEqual([]);
    expect(differingEdits([], [edit])).toEqual([]);
  });

  it('does with edits what the reader chose, and never replaces one that it cannot read', () => {
    const newerHere = { ...edit, text: 'newer', updatedAt: 11 };
    for (const [choice, taken] of [
      ['newest', false],
      ['mine', false],
      ['file', true],
    ] as const) {
      expect(mergeBy(choice).edit(newerHere, edit)).toBe(taken);
      expect(mergeBy(choice).edit(undefined, edit)).toBe(true);
      expect(mergeBy(choice).edit({ text: 7 }, edit)).toBe(false);
    }
    expect(mergeBy('newest').edit({ ...edit, updatedAt: 9 }, edit)).toBe(true);
  });
});

describe('a lesson', () => {
  it('counts as read after a minute on the page and five seconds at its end', () => {
    const reading = startReading();
    let seconds = 0;
    do seconds++;
    while (!reading.second(true, true));
    expect(seconds).toBe(READ_RULE.pageSeconds);
  });

  it('does not count as read for who scrolls past, leaves it in the background, or never reaches the end', () => {
    const [past, hidden, never] = [startReading(), startReading(), startReading()];
    for (let second = 0; second < 3600; second++) {
      expect(past.second(true, second < READ_RULE.endSeconds - 1)).toBe(false);
      expect(hidden.second(false, true)).toBe(false);
      expect(never.second(true, false)).toBe(false);
    }
  });

  it('is passed when all its exercises are', () => {
    const progress = { read: new Set<string>(), passed: new Map([[EXERCISE, 1]]) };
    expect(lessonState(progress, { slug: LESSON, exercises: [EXERCISE] })).toBe('passed');
    expect(lessonState(progress, { slug: LESSON, exercises: [EXERCISE, 'b'] })).toBe('unread');
    expect(lessonState({ ...progress, read: new Set([LESSON]) }, { slug: LESSON, exercises: [] })).toBe('read');
    expect(lessonState(progress, { slug: LESSON, exercises: [] })).toBe('unread');
  });
});
