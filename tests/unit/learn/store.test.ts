import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createAutosave } from '../../../src/learn/autosave.ts';
import type { TabChannel } from '../../../src/learn/channel.ts';
import type { ConnectionEvents } from '../../../src/learn/database.ts';
import { keyText, type EditKey, type EditRecord, type EditTable } from '../../../src/learn/edits.ts';
import { sha256 } from '../../../src/learn/sha256.ts';
import { openStore, type ReaderStore } from '../../../src/learn/store.ts';
import { learnStrings } from '../../../src/learn/strings.ts';

const key: EditKey = { example: 'traced-channel/basic', file: 'main.ts' };

/** A storage as a browser's, without the browser: it can refuse. */
class FakeStorage implements EditTable {
  readonly records = new Map<string, unknown>();
  refusal: DOMException | undefined;
  closed = false;
  writes = 0;

  #allow(): void {
    if (this.refusal !== undefined) throw this.refusal;
  }

  async get(at: EditKey): Promise<unknown> {
    this.#allow();
    return this.records.get(keyText(at));
  }

  async put(record: EditRecord): Promise<void> {
    this.#allow();
    this.writes += 1;
    this.records.set(keyText(record), record);
  }

  async delete(at: EditKey): Promise<void> {
    this.#allow();
    this.records.delete(keyText(at));
  }

  close(): void {
    this.closed = true;
  }
}

/** Two tabs' ends of one channel. */
function channels(): readonly [TabChannel, TabChannel] {
  const listeners: ((event: { data: unknown }) => void)[][] = [[], []];
  const end = (own: number): TabChannel => ({
    postMessage: (data) => listeners[1 - own]?.forEach((listener) => listener({ data: structuredClone(data) })),
    addEventListener: (_type, listener) => listeners[own]?.push(listener),
    close: () => undefined,
  });
  return [end(0), end(1)];
}

interface Opened {
  readonly store: ReaderStore;
  readonly events: ConnectionEvents;
}

async function open(storage: FakeStorage, channel?: TabChannel): Promise<Opened> {
  const held: { events?: ConnectionEvents } = {};
  const store = await openStore({
    open: async (events) => {
      held.events = events;
      return storage;
    },
    channel,
    now: () => 42,
  });
  if (held.events === undefined) throw new Error('The storage was not opened');
  return { store, events: held.events };
}

describe('edits are kept', () => {
  it('with the hash and the text of their original', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'none' });
    await store.saveEdit(key, 'old', 'mine');
    expect(storage.records.get(keyText(key))).toEqual({
      ...key,
      originalHash: sha256('old'),
      originalText: 'old',
      text: 'mine',
      updatedAt: 42,
    });
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
    expect(await store.loadEdit({ ...key, file: 'other.ts' }, 'old')).toEqual({ kind: 'none' });
  });

  it('and both texts are there when the original has changed', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.saveEdit(key, 'old', 'mine');
    expect(await (await open(storage)).store.loadEdit(key, 'new')).toEqual({
      kind: 'originalChanged',
      text: 'mine',
      oldOriginal: 'old',
      newOriginal: 'new',
    });
    expect(await store.loadEdit(key, 'mine')).toEqual({ kind: 'none' });
  });

  it('until they are removed or equal the original again', async () => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    await store.saveEdit(key, 'old', 'mine');
    await store.saveEdit(key, 'old', 'old');
    expect(storage.records.size).toBe(0);
    await store.saveEdit(key, 'old', 'mine');
    await store.removeEdit(key);
    expect(storage.records.size).toBe(0);
  });

  it('and are not replaced by a blank text', async () => {
    const { store } = await open(new FakeStorage());
    await store.saveEdit(key, 'old', 'mine');
    await store.saveEdit(key, 'old', ' \n');
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
  });
});

describe('storage that fails is said and does no harm', () => {
  it.each([
    ['QuotaExceededError', 'full'],
    ['SecurityError', 'denied'],
    ['InvalidStateError', 'lost'],
  ] as const)('%s while writing: memory takes its place', async (name, problem) => {
    const storage = new FakeStorage();
    const { store } = await open(storage);
    const heard: unknown[] = [];
    store.onProblem((now) => heard.push(now));
    storage.refusal = new DOMException('no', name);
    await store.saveEdit(key, 'old', 'mine');
    expect(store.problem).toBe(problem);
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
    storage.refusal = undefined;
    await store.saveEdit(key, 'old', 'mine too');
    expect(store.problem).toBeUndefined();
    expect(heard).toEqual([problem, undefined]);
    expect(storage.records.size).toBe(1);
  });

  it('cannot be opened at all: memory takes its place', async () => {
    for (const [name, problem] of [
      ['SecurityError', 'denied'],
      ['VersionError', 'newer'],
    ] as const) {
      const refusal = new DOMException('no', name);
      const store = await openStore({ open: () => Promise.reject(refusal), channel: undefined, now: Date.now });
      expect(store.problem).toBe(problem);
      await store.saveEdit(key, 'old', 'mine');
      expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
    }
  });

  it('held by an older version in another tab: used when the tab lets go', async () => {
    const storage = new FakeStorage();
    const held: { letGo?: (storage: FakeStorage) => void } = {};
    const store = await openStore({
      open(events) {
        events.blocked();
        return new Promise<FakeStorage>((resolve) => {
          held.letGo = resolve;
        });
      },
      channel: undefined,
      now: Date.now,
    });
    expect(store.problem).toBe('blocked');
    await store.saveEdit(key, 'old', 'mine');
    held.letGo?.(storage);
    await vi.waitFor(() => expect(storage.records.size).toBe(1));
    expect(store.problem).toBeUndefined();
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
  });

  it('that never answers: not waited for', async () => {
    vi.useFakeTimers();
    const opening = openStore({ open: () => new Promise(() => undefined), channel: undefined, now: Date.now });
    await vi.advanceTimersByTimeAsync(2000);
    expect((await opening).problem).toBe('denied');
    vi.useRealTimers();
  });

  it('wanted by a newer version in another tab: let go of, with memory in its place', async () => {
    const storage = new FakeStorage();
    const { store, events } = await open(storage);
    events.outdated();
    expect(store.problem).toBe('outdated');
    await store.saveEdit(key, 'old', 'mine');
    expect(storage.writes).toBe(0);
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'mine' });
  });

  it.each([
    ['a text that is no text', { ...key, originalHash: 'x', originalText: 'old', text: 1, updatedAt: 1 }],
    [
      'a record of another file',
      { ...key, file: 'b.ts', originalHash: 'x', originalText: 'old', text: 'm', updatedAt: 1 },
    ],
    ['a number', 7],
  ])('damaged (%s): skipped, not deleted', async (_name, record) => {
    const storage = new FakeStorage();
    storage.records.set(keyText(key), record);
    const { store } = await open(storage);
    expect(await store.loadEdit(key, 'old')).toEqual({ kind: 'none' });
    expect(store.problem).toBe('damaged');
    expect(storage.records.get(keyText(key))).toBe(record);
  });
});

describe('two tabs', () => {
  it('tell each other, and the last writer wins per file', async () => {
    const storage = new FakeStorage();
    const [left, right] = channels();
    const first = (await open(storage, left)).store;
    const second = (await open(storage, right)).store;
    const heard: EditKey[] = [];
    const stop = second.onOtherTab((changed) => heard.push(changed));
    await first.saveEdit(key, 'old', 'first');
    await second.saveEdit(key, 'old', 'second');
    expect(heard).toEqual([key]);
    expect(await first.loadEdit(key, 'old')).toEqual({ kind: 'sameOriginal', text: 'second' });
    stop();
    await first.removeEdit(key);
    expect(heard).toHaveLength(1);
  });

  it('ignore what they do not understand', async () => {
    const [left, right] = channels();
    const { store } = await open(new FakeStorage(), left);
    const heard: EditKey[] = [];
    store.onOtherTab((changed) => heard.push(changed));
    for (const message of [null, 1, {}, { example: 1, file: 'a' }]) right.postMessage(message);
    expect(heard).toEqual([]);
  });
});

function saving() {
  const saved: string[] = [];
  const leave: { now?: () => void } = {};
  const autosave = createAutosave(
    { saveEdit: async ({ file }, _original, text) => void saved.push(`${file}=${text}`) },
    {
      onLeave(listener) {
        leave.now = listener;
        return () => delete leave.now;
      },
    },
  );
  return { autosave, saved, leave };
}

describe('saving while the reader types', () => {
  it('waits for a pause of 300 ms, for each file', async () => {
    vi.useFakeTimers();
    const { autosave, saved } = saving();
    autosave.edited(key, 'o', '1');
    await vi.advanceTimersByTimeAsync(200);
    autosave.edited(key, 'o', '2');
    autosave.edited({ ...key, file: 'b.ts' }, 'o', '3');
    await vi.advanceTimersByTimeAsync(299);
    expect(saved).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(saved).toEqual(['main.ts=2', 'b.ts=3']);
    vi.useRealTimers();
  });

  it('does not wait when the page is left, and writes nothing where nothing waits', async () => {
    const { autosave, saved, leave } = saving();
    leave.now?.();
    expect(saved).toEqual([]);
    autosave.edited(key, 'o', '1');
    leave.now?.();
    expect(saved).toEqual(['main.ts=1']);
    leave.now?.();
    expect(saved).toHaveLength(1);
  });

  it('can be called off, and saves when it is disposed of', async () => {
    const { autosave, saved, leave } = saving();
    autosave.edited(key, 'o', '1');
    autosave.cancel(key);
    await autosave.flush();
    expect(saved).toEqual([]);
    autosave.edited(key, 'o', '2');
    await autosave.dispose();
    expect(saved).toEqual(['main.ts=2']);
    expect(leave.now).toBeUndefined();
  });
});

describe('the hash of an original', () => {
  it('is SHA-256 of its UTF-8 bytes', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
      }),
    );
    for (const length of [55, 56, 63, 64, 65, 119, 120, 10_000]) {
      const text = 'x'.repeat(length);
      expect(sha256(text)).toBe(createHash('sha256').update(text).digest('hex'));
    }
  });
});

describe('sentences', () => {
  it('are there in both languages, one each, without a full stop', () => {
    expect(Object.keys(learnStrings['zh-CN'])).toEqual(Object.keys(learnStrings.en));
    for (const texts of Object.values(learnStrings)) {
      for (const text of Object.values(texts)) expect(text).toMatch(/[^.。]$/u);
    }
  });
});
