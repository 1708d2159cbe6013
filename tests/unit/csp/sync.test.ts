import { describe, expect, test, vi } from 'vitest';
import {
  background,
  canceled,
  Cond,
  deadlineExceeded,
  go,
  Mutex,
  Once,
  onceFunc,
  onceValue,
  onceValues,
  Pool,
  RWMutex,
  Semaphore,
  sleep,
  SyncError,
  WaitGroup,
  withCancel,
  withTimeout,
} from '../../../src/csp/index.ts';
import { onPanic, snapshot } from '../../../src/csp/tasks.ts';
import { isolate, pass, quiet, watch } from './turns.ts';

isolate();

describe('WaitGroup', () => {
  test('waits for the counter to reach 0', async () => {
    const group = new WaitGroup();
    group.add(2);
    const waits = [watch(group.wait()), watch(group.wait())];
    group.done();
    await quiet();
    expect(waits[0]?.state).toBe('pending');
    group.done();
    await quiet();
    expect(waits.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
  });

  test('without any work it does not wait, and can be used again', async () => {
    const group = new WaitGroup();
    await group.wait();
    group.go(() => sleep(5));
    const waited = watch(group.wait());
    await pass(5);
    expect(waited.state).toBe('resolved');
    await group.wait();
  });

  test('go counts from the call to the end of the task', async () => {
    const group = new WaitGroup();
    const ended: number[] = [];
    for (const ms of [30, 10, 20]) {
      group.go(async () => {
        await sleep(ms);
        ended.push(ms);
      });
    }
    const waited = watch(group.wait());
    await pass(29);
    expect(waited.state).toBe('pending');
    await pass(1);
    expect(waited.state).toBe('resolved');
    expect(ended).toEqual([10, 20, 30]);
  });

  test('a counter below 0 panics with the words of Go', () => {
    const group = new WaitGroup();
    expect(() => group.done()).toThrow(new SyncError('sync: negative WaitGroup counter'));
    group.add(1);
    expect(() => group.add(-2)).toThrow(SyncError);
    expect(() => group.add(0.5)).toThrow(RangeError);
  });

  test('a task that throws panics and leaves the counter', async () => {
    const panics: unknown[] = [];
    onPanic((error) => panics.push(error));
    const group = new WaitGroup();
    group.go(() => {
      throw new Error('boom');
    });
    const waited = watch(group.wait());
    await quiet();
    expect(panics).toEqual([new Error('boom')]);
    expect(waited.state).toBe('pending');
  });
});

describe('Mutex', () => {
  test('lets in one at a time, in order', async () => {
    const mutex = new Mutex();
    const events: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      go(async () => {
        await mutex.lock();
        events.push(`${name} in`);
        await sleep(1);
        events.push(`${name} out`);
        mutex.unlock();
      });
    }
    await pass(3);
    expect(events).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(mutex.tryLock()).toBe(true);
    expect(mutex.tryLock()).toBe(false);
  });

  test('nobody overtakes the one that waits', async () => {
    const mutex = new Mutex();
    await mutex.lock();
    const waiting = watch(mutex.lock());
    mutex.unlock();
    expect(mutex.tryLock()).toBe(false);
    await quiet();
    expect(waiting.state).toBe('resolved');
  });

  test('locking twice waits for ever, unlocking twice panics', async () => {
    const mutex = new Mutex();
    await mutex.lock();
    const again = watch(mutex.lock());
    await quiet();
    expect(again.state).toBe('pending');
    const other = new Mutex();
    expect(() => other.unlock()).toThrow(new SyncError('sync: unlock of unlocked mutex'));
  });
});

describe('RWMutex', () => {
  test('many readers or one writer', async () => {
    const rw = new RWMutex();
    await rw.rLock();
    await rw.rLock();
    expect(rw.tryLock()).toBe(false);
    rw.rUnlock();
    rw.rUnlock();
    expect(rw.tryLock()).toBe(true);
    expect([rw.tryRLock(), rw.tryLock()]).toEqual([false, false]);
    rw.unlock();
    expect(rw.tryRLock()).toBe(true);
  });

  test('a writer that waits keeps new readers out', async () => {
    const rw = new RWMutex();
    await rw.rLock();
    const writer = watch(rw.lock());
    const reader = watch(rw.rLock());
    expect(rw.tryRLock()).toBe(false);
    await quiet();
    expect([writer.state, reader.state]).toEqual(['pending', 'pending']);
    rw.rUnlock();
    await quiet();
    expect([writer.state, reader.state]).toEqual(['resolved', 'pending']);
    rw.unlock();
    await quiet();
    expect(reader.state).toBe('resolved');
  });

  test('when a writer leaves, the readers that waited come before the next writer', async () => {
    const rw = new RWMutex();
    await rw.lock();
    const writer = watch(rw.lock());
    const readers = [watch(rw.rLock()), watch(rw.rLock())];
    rw.unlock();
    await quiet();
    expect([writer.state, ...readers.map(({ state }) => state)]).toEqual(['pending', 'resolved', 'resolved']);
    rw.rUnlock();
    await quiet();
    expect(writer.state).toBe('pending');
    rw.rUnlock();
    await quiet();
    expect(writer.state).toBe('resolved');
  });

  test('writers follow each other in order', async () => {
    const rw = new RWMutex();
    await rw.lock();
    const writers = [watch(rw.lock()), watch(rw.lock())];
    rw.unlock();
    await quiet();
    expect(writers.map(({ state }) => state)).toEqual(['resolved', 'pending']);
  });

  test('panics with the words of Go', () => {
    const rw = new RWMutex();
    expect(() => rw.unlock()).toThrow(new SyncError('sync: Unlock of unlocked RWMutex'));
    expect(() => rw.rUnlock()).toThrow(new SyncError('sync: RUnlock of unlocked RWMutex'));
  });

  test('rLocker locks for reading', async () => {
    const rw = new RWMutex();
    const reading = rw.rLocker();
    await reading.lock();
    expect([rw.tryRLock(), rw.tryLock()]).toEqual([true, false]);
    rw.rUnlock();
    reading.unlock();
    expect(rw.tryLock()).toBe(true);
  });
});

describe('Once', () => {
  test('runs the first function only, and everybody waits for it', async () => {
    const once = new Once();
    const ran: string[] = [];
    const calls = ['a', 'b'].map((name) =>
      watch(
        once.do(async () => {
          await sleep(5);
          ran.push(name);
        }),
      ),
    );
    await quiet();
    expect(calls.map(({ state }) => state)).toEqual(['pending', 'pending']);
    expect(snapshot().blocked.map(({ operation }) => operation)).toEqual(['sleep', 'once']);
    await pass(5);
    expect(calls.map(({ state }) => state)).toEqual(['resolved', 'resolved']);
    await once.do(() => ran.push('c'));
    expect(ran).toEqual(['a']);
  });

  test('a function that throws counts as run', async () => {
    const once = new Once();
    const first = watch(
      once.do(() => {
        throw new Error('boom');
      }),
    );
    const second = watch(once.do(() => {}));
    await quiet();
    expect([first.error, second.state]).toEqual([new Error('boom'), 'resolved']);
  });

  test('called from inside it waits for itself', async () => {
    const once = new Once();
    const call = watch(once.do(() => once.do(() => {})));
    await quiet();
    expect(call.state).toBe('pending');
  });
});

describe('onceFunc, onceValue, onceValues', () => {
  test('run once and give the same to all', async () => {
    const body = vi.fn<() => Promise<{ n: number }>>(async () => {
      await sleep(5);
      return { n: 1 };
    });
    const get = onceValue(body);
    const [a, b] = [watch(get()), watch(get())];
    await pass(5);
    const third = await get();
    expect(a.value).toBe(third);
    expect(b.value).toBe(third);
    expect(body).toHaveBeenCalledOnce();
    expect(await onceValues(() => [1, 'x'])()).toEqual([1, 'x']);
    const run = vi.fn<() => void>();
    const runOnce = onceFunc(run);
    await Promise.all([runOnce(), runOnce()]);
    expect(run).toHaveBeenCalledOnce();
  });

  test('throw the same error every time', async () => {
    const error = new Error('boom');
    const body = vi.fn<() => number>(() => {
      throw error;
    });
    const get = onceValue(body);
    await expect(get()).rejects.toBe(error);
    await expect(get()).rejects.toBe(error);
    expect(body).toHaveBeenCalledOnce();
    const run = onceFunc(body);
    await expect(run()).rejects.toBe(error);
    await expect(run()).rejects.toBe(error);
  });
});

describe('Cond', () => {
  test('signal wakes one, broadcast all, each with the lock held', async () => {
    const mutex = new Mutex();
    const cond = new Cond(mutex);
    const woken: string[] = [];
    for (const name of ['a', 'b', 'c']) {
      go(async () => {
        await mutex.lock();
        await cond.wait();
        woken.push(name);
        expect(mutex.tryLock()).toBe(false);
        await sleep(1);
        mutex.unlock();
      });
    }
    await quiet();
    expect(mutex.tryLock()).toBe(true);
    mutex.unlock();
    cond.signal();
    await pass(1);
    expect(woken).toEqual(['a']);
    cond.broadcast();
    await pass(1);
    expect(woken).toEqual(['a', 'b', 'c']);
    await pass(1);
    expect(mutex.tryLock()).toBe(true);
  });

  test('a signal that nobody waits for is lost, and wait needs the lock', async () => {
    const cond = new Cond(new Mutex());
    cond.signal();
    cond.broadcast();
    await expect(cond.wait()).rejects.toThrow('sync: unlock of unlocked mutex');
    await cond.l.lock();
    const waiting = watch(cond.wait());
    await quiet();
    expect(waiting.state).toBe('pending');
  });
});

test('Pool gives back what was put in, else makes one', () => {
  const create = vi.fn<() => number[]>(() => []);
  const pool = new Pool(create);
  const first = pool.get();
  pool.put(first);
  expect(pool.get()).toBe(first);
  expect(pool.get()).not.toBe(first);
  expect(create).toHaveBeenCalledTimes(2);
});

describe('Semaphore', () => {
  test('first come, first served: a heavy request is not overtaken', async () => {
    const semaphore = new Semaphore(3);
    await semaphore.acquire(background(), 2);
    const heavy = watch(semaphore.acquire(background(), 3));
    const light = watch(semaphore.acquire(background(), 1));
    expect(semaphore.tryAcquire(1)).toBe(false);
    await quiet();
    expect([heavy.state, light.state]).toEqual(['pending', 'pending']);
    semaphore.release(2);
    await quiet();
    expect([heavy.state, light.state]).toEqual(['resolved', 'pending']);
    semaphore.release(3);
    await quiet();
    expect(light.state).toBe('resolved');
  });

  test('a request whose context ends takes nothing and lets those behind it in', async () => {
    const semaphore = new Semaphore(3);
    await semaphore.acquire(background(), 2);
    const [ctx, cancel] = withCancel(background());
    const heavy = watch(semaphore.acquire(ctx, 3));
    const light = watch(semaphore.acquire(background()));
    await quiet();
    cancel();
    await quiet();
    expect([heavy.error, light.state]).toEqual([canceled, 'resolved']);
    semaphore.release(3);
    expect(semaphore.tryAcquire(3)).toBe(true);
    expect(snapshot().blocked).toEqual([]);
  });

  test('more than there is waits for its context, out of the way of others', async () => {
    const semaphore = new Semaphore(2);
    const [ctx] = withTimeout(background(), 10);
    const doomed = watch(semaphore.acquire(ctx, 3));
    await semaphore.acquire(background(), 2);
    await pass(9);
    expect(doomed.state).toBe('pending');
    await pass(1);
    expect(doomed.error).toBe(deadlineExceeded);
  });

  test('an ended context gets nothing, even if it is free', async () => {
    const [ctx, cancel] = withCancel(background());
    cancel();
    const semaphore = new Semaphore(1);
    await expect(semaphore.acquire(ctx)).rejects.toBe(canceled);
    expect(semaphore.tryAcquire()).toBe(true);
  });

  test('once admitted, the end of the context changes nothing', async () => {
    const semaphore = new Semaphore(1);
    await semaphore.acquire(background());
    const [ctx, cancel] = withCancel(background());
    const next = watch(semaphore.acquire(ctx));
    semaphore.release();
    cancel();
    await quiet();
    expect(next.state).toBe('resolved');
    expect(semaphore.tryAcquire()).toBe(false);
  });

  test('misuse is refused', () => {
    const semaphore = new Semaphore(1);
    expect(() => semaphore.release()).toThrow(new SyncError('semaphore: released more than held'));
    expect(() => semaphore.tryAcquire(-1)).toThrow(RangeError);
    expect(() => new Semaphore(0.5)).toThrow(RangeError);
  });
});
