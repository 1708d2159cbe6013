import { describe, expect, test, vi } from 'vitest';
import {
  after,
  afterFunc,
  background,
  canceled,
  chan,
  Cond,
  errGroup,
  go,
  Mutex,
  Once,
  recv,
  RWMutex,
  select,
  Semaphore,
  sleep,
  WaitGroup,
  withCancel,
  withTimeout,
} from '../../../src/csp/index.ts';
import { capture, mainEnded, onPanic, reset, snapshot, type TaskInfo } from '../../../src/csp/tasks.ts';
import { isolate, pass, quiet, watch } from './turns.ts';

isolate();

/** The sandbox's rule, at a moment when nothing can run any more and no timer is set. */
function isDeadlock(): boolean {
  const { live, blocked } = snapshot();
  return blocked.filter(({ timed }) => !timed).length >= live;
}

describe('go', () => {
  test('runs beside the caller, never inside the call', async () => {
    const order: string[] = [];
    go(async () => {
      order.push('task');
    });
    order.push('caller');
    await quiet();
    expect(order).toEqual(['caller', 'task']);
  });

  test('tasks start in the order of their go', async () => {
    const order: number[] = [];
    for (const n of [1, 2, 3]) go(() => order.push(n));
    await quiet();
    expect(order).toEqual([1, 2, 3]);
  });

  test('what a task throws goes to the panic handler, with the name of the task', async () => {
    const panics: unknown[] = [];
    onPanic((error, { name }) => panics.push([error, name]));
    go(() => {});
    go(async () => {
      await undefined;
      throw new Error('boom');
    });
    go(() => {
      throw new Error('at once');
    });
    await quiet();
    expect(panics).toEqual([
      [new Error('at once'), 'go #3'],
      [new Error('boom'), 'go #2'],
    ]);
    expect(snapshot().live).toBe(1);
  });
});

describe('a panic without a handler', () => {
  test('becomes an uncaught error, in a microtask of its own', async () => {
    const microtasks: (() => void)[] = [];
    vi.stubGlobal('queueMicrotask', (callback: () => void) => microtasks.push(callback));
    go(() => {
      throw new Error('boom');
    });
    await quiet();
    vi.unstubAllGlobals();
    expect(microtasks).toHaveLength(1);
    expect(microtasks[0]).toThrow('boom');
  });
});

describe('the live tasks', () => {
  test('are main, until it has ended, and every task that has not', async () => {
    const [stop, done] = [chan<void>(), chan<void>()];
    expect(snapshot().tasks).toEqual([{ name: 'main', stack: undefined }]);
    go(async () => {
      await stop.receive();
      await done.send();
    });
    const group = new WaitGroup();
    group.go(() => sleep(10));
    expect(snapshot().tasks.map(({ name }) => name)).toEqual(['main', 'go #1', 'go #2']);
    stop.close();
    await done.receive();
    await pass(10);
    expect(snapshot().live).toBe(1);
    mainEnded();
    expect(snapshot().live).toBe(0);
  });

  test('include those of errGroup and afterFunc', async () => {
    const [ctx, cancel] = withCancel(background());
    const [group] = errGroup(ctx);
    void group.go(() => sleep(10));
    afterFunc(ctx, () => sleep(10));
    expect(snapshot().live).toBe(2);
    cancel();
    expect(snapshot().live).toBe(3);
    await pass(10);
    expect(snapshot().live).toBe(1);
  });
});

describe('the blocked operations', () => {
  test('are listed while their promise is pending, oldest first, each with what it waits on', async () => {
    const [ch, full] = [chan<number>(), chan<number>(1)];
    await full.send(1);
    const [mutex, rw, group, once, cond] = [
      new Mutex(),
      new RWMutex(),
      new WaitGroup(),
      new Once(),
      new Cond(new Mutex()),
    ];
    await mutex.lock();
    await rw.rLock();
    group.add(2);
    await cond.l.lock();
    const semaphore = new Semaphore(3);
    await semaphore.acquire(background(), 2);
    const [eg] = errGroup(background());
    eg.setLimit(1);
    await eg.go(() => ch.receive());
    void once.do(() => ch.receive());
    void once.do(() => {});
    await quiet();
    void full.send(2);
    void mutex.lock();
    void rw.lock();
    void rw.rLock();
    void group.wait();
    void cond.wait();
    void semaphore.acquire(background(), 2);
    void eg.go(() => {});
    void eg.wait();
    void sleep(5);
    void select({ a: recv(ch), late: recv(after(5)) });
    expect(
      snapshot().blocked.map(({ operation, channel, timed }) => `${operation}: ${channel}${timed ? ', timed' : ''}`),
    ).toEqual([
      'receive: channel #1 (unbuffered)',
      'receive: channel #1 (unbuffered)',
      'once: a Once whose function is running',
      'send: channel #2 (1 of 1 in its buffer)',
      'lock: a locked Mutex',
      'lock: a RWMutex held by 1 reader',
      'rlock: a RWMutex held by 1 reader',
      'wait: a WaitGroup whose counter is 2',
      'wait: a Cond',
      'acquire: a Semaphore with 1 of 3 free',
      'go: an errGroup with 1 task',
      'wait: an errGroup with 1 task',
      'sleep: 5 ms, timed',
      'select: receive from channel #1 (unbuffered), receive from the channel of after',
    ]);
  });

  test('leave the list before their promise resolves', async () => {
    const ch = chan<number>();
    go(() => ch.receive());
    await quiet();
    expect(snapshot().blocked).toHaveLength(1);
    void ch.send(1);
    expect(snapshot().blocked).toEqual([]);
  });
});

describe('at quiescence', () => {
  test('a main that waits for what nobody sends is a deadlock', async () => {
    void chan<number>().receive();
    await quiet();
    expect(isDeadlock()).toBe(true);
  });

  test('two tasks that wait for each other, and main for them, are a deadlock', async () => {
    const [a, b] = [new Mutex(), new Mutex()];
    const group = new WaitGroup();
    for (const [first, second] of [
      [a, b],
      [b, a],
    ] as const) {
      group.go(async () => {
        await first.lock();
        await sleep(1);
        await second.lock();
      });
    }
    void group.wait();
    await quiet();
    expect(isDeadlock()).toBe(false);
    await pass(1);
    expect(isDeadlock()).toBe(true);
    expect(snapshot().blocked.map(({ operation }) => operation)).toEqual(['wait', 'lock', 'lock']);
  });

  test('a main that waits for something else than csp is none', async () => {
    void new Promise(() => {});
    await quiet();
    expect(isDeadlock()).toBe(false);
  });

  test('a task blocked after main ended is a leak', async () => {
    const ch = chan<number>();
    go(() => ch.send(1));
    mainEnded();
    await quiet();
    expect(snapshot()).toMatchObject({ live: 1, tasks: [{ name: 'go #1' }], blocked: [{ operation: 'send' }] });
  });

  test('a task asleep after main ended is a leak too', async () => {
    go(() => sleep(1000));
    mainEnded();
    await quiet();
    expect(snapshot()).toMatchObject({ live: 1, blocked: [{ operation: 'sleep', timed: true }] });
  });

  test('a deadline fires before a deadlock is called', async () => {
    const [ctx, cancel] = withTimeout(background(), 100);
    const main = watch(select({ never: recv(chan<number>()), quit: recv(ctx.done) }));
    await pass(100);
    expect(main.value?.case).toBe('quit');
    cancel();
  });
});

describe('capture', () => {
  test('is off at first: no stacks', async () => {
    go(() => chan<number>().receive());
    await quiet();
    expect(snapshot().blocked[0]).toMatchObject({ task: undefined, stack: undefined });
    expect(snapshot().tasks[1]?.stack).toBeUndefined();
  });

  test('names the task of every operation, across awaits, and the place', async () => {
    capture(true);
    const ch = chan<number>();
    const deeper = async (): Promise<void> => {
      await sleep(1);
      await ch.receive();
    };
    async function worker(): Promise<void> {
      await undefined;
      await deeper();
    }
    go(() => ch.receive());
    go(worker);
    const group = new WaitGroup();
    group.go(async () => {
      await Promise.all([ch.receive(), sleep(1)]);
    });
    const [eg] = errGroup(background());
    void eg.go(worker);
    void ch.receive();
    await pass(1);
    const { blocked, tasks } = snapshot();
    expect(blocked.map(({ task }) => task)).toEqual(['main', 'go #1', 'go #3', 'go #2', 'go #4']);
    for (const { stack } of blocked) expect(stack).toContain('tasks.test.ts');
    expect(blocked[3]?.stack).toContain('worker');
    expect(tasks[2]?.stack).toContain('tasks.test.ts');
  });

  test('tells where a task was started that throws an error without a line', async () => {
    const panics: TaskInfo[] = [];
    onPanic((_, task) => panics.push(task));
    const fail = (): Promise<never> => Promise.reject(canceled);
    go(fail);
    await quiet();
    capture(true);
    go(fail);
    await quiet();
    expect(panics).toMatchObject([{ name: 'go #1', stack: undefined }, { name: 'go #2' }]);
    expect(panics[1]?.stack).toContain('tasks.test.ts');
  });

  test('makes a send that waited fail where it was called', async () => {
    capture(true);
    const ch = chan<number>();
    async function sender(): Promise<void> {
      await ch.send(1);
    }
    const failed = watch(sender());
    ch.close();
    await quiet();
    const stack = failed.error instanceof Error ? failed.error.stack : undefined;
    expect(stack).toMatch(/^ChannelError: send on closed channel\n/);
    expect(stack).toContain('at sender');
  });

  test('gives the engine its own depth of stacks back', () => {
    const before = Error.stackTraceLimit;
    capture(true);
    capture(true);
    expect(Error.stackTraceLimit).toBeGreaterThan(before);
    capture(false);
    expect(Error.stackTraceLimit).toBe(before);
  });
});

test('reset forgets everything, and what was left over does no harm', async () => {
  const ch = chan<number>();
  go(() => ch.receive());
  await quiet();
  reset();
  expect(snapshot()).toEqual({ live: 1, tasks: [{ name: 'main', stack: undefined }], blocked: [] });
  const fresh = watch(chan<number>().receive());
  expect(snapshot().blocked[0]?.channel).toBe('channel #1 (unbuffered)');
  await ch.send(1);
  await quiet();
  expect(fresh.state).toBe('pending');
  expect(snapshot()).toMatchObject({ live: 1, blocked: [{ operation: 'receive' }] });
});
