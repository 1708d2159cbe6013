import { describe, expect, test, vi } from 'vitest';
import {
  after,
  background,
  canceled,
  chan,
  deadlineExceeded,
  otherwise,
  recv,
  select,
  sleep,
  Ticker,
  Timer,
  withCancel,
  withTimeout,
  type ReceiveChannel,
} from '../../../src/csp/index.ts';
import { snapshot } from '../../../src/csp/tasks.ts';
import { isolate, pass, quiet, START, watch } from './turns.ts';

isolate();

/** What is there to receive without waiting, in milliseconds since the start of the clock. */
async function poll(c: ReceiveChannel<Date>): Promise<number | undefined> {
  const r = await select({ tick: recv(c), default: otherwise });
  return r.case === 'tick' && r.ok ? r.value.getTime() - START : undefined;
}

describe('sleep', () => {
  test('takes as long as it says', async () => {
    const slept = watch(sleep(10));
    await pass(9);
    expect(slept.state).toBe('pending');
    await pass(1);
    expect(slept.state).toBe('resolved');
    expect(snapshot().blocked).toEqual([]);
  });

  test.each([0, -1])('%s ms is no time', async (ms) => {
    await sleep(ms);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends early with its context, and leaves no timer', async () => {
    const [ctx, cancel] = withCancel(background());
    const slept = watch(sleep(100, ctx));
    await pass(10);
    cancel();
    await quiet();
    expect(slept.error).toBe(canceled);
    expect(vi.getTimerCount()).toBe(0);
    expect(snapshot().blocked).toEqual([]);
    await expect(sleep(0, ctx)).rejects.toBe(canceled);
  });

  test('misses a deadline', async () => {
    const [ctx] = withTimeout(background(), 10);
    const slept = watch(sleep(100, ctx));
    await pass(10);
    expect(slept.error).toBe(deadlineExceeded);
  });

  test('that is over lets go of its context', async () => {
    const [ctx, cancel] = withCancel(background());
    const slept = watch(sleep(10, ctx));
    await pass(10);
    cancel();
    await quiet();
    expect(slept.state).toBe('resolved');
  });

  test.each([1.5, Number.NaN, Infinity])('%s ms is refused', (ms) => {
    expect(() => sleep(ms)).toThrow(
      new RangeError(`sleep takes a whole number of milliseconds, not ${ms}; round it, for example with Math.round`),
    );
    expect(() => after(ms)).toThrow(RangeError);
    expect(() => new Timer(ms)).toThrow(RangeError);
    expect(() => new Ticker(ms)).toThrow(RangeError);
  });

  test('uses the timers and the clock that are there when it is called', async () => {
    const set = vi.fn<(ring: () => void, ms: number) => number>((ring) => {
      queueMicrotask(ring);
      return 0;
    });
    vi.stubGlobal('setTimeout', set);
    await sleep(7);
    vi.unstubAllGlobals();
    expect(set).toHaveBeenCalledWith(expect.any(Function), 7);
  });
});

describe('after', () => {
  test('gives the time, once', async () => {
    const late = after(50);
    const received = watch(late.receive());
    await pass(50);
    expect(received.value).toEqual({ value: new Date(START + 50), ok: true });
    const again = watch(late.receive());
    await pass(1000);
    expect(again.state).toBe('pending');
    expect([late.length, late.capacity]).toEqual([0, 0]);
  });

  test('counts from when it was made, also if nobody waits yet', async () => {
    const late = after(50);
    await pass(30);
    const received = watch(late.receive());
    await pass(19);
    expect(received.state).toBe('pending');
    await pass(1);
    expect(received.state).toBe('resolved');
  });

  test('looked at late, it gives the time at which it was due', async () => {
    const late = after(50);
    await pass(80);
    expect(await poll(late)).toBe(50);
    expect(await poll(late)).toBeUndefined();
  });

  test('holds a timer of the realm only while somebody waits', async () => {
    const late = after(50);
    expect(vi.getTimerCount()).toBe(0);
    const jobs = chan<number>();
    const chosen = watch(select({ job: recv(jobs), late: recv(late) }));
    expect(vi.getTimerCount()).toBe(1);
    await jobs.send(1);
    await quiet();
    expect(chosen.value?.case).toBe('job');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of 0 ms is ready at once', async () => {
    expect(await poll(after(0))).toBe(0);
  });
});

describe('Timer', () => {
  test('fires once', async () => {
    const timer = new Timer(20);
    const received = watch(timer.c.receive());
    await pass(20);
    expect(received.value?.value).toEqual(new Date(START + 20));
    expect(timer.stop()).toBe(false);
  });

  test('stop keeps it from firing and says whether it did', async () => {
    const timer = new Timer(20);
    const received = watch(timer.c.receive());
    expect([timer.stop(), timer.stop()]).toEqual([true, false]);
    await pass(100);
    expect(received.state).toBe('pending');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('after stop or reset no stale time is received', async () => {
    const timer = new Timer(20);
    await pass(30);
    expect(timer.stop()).toBe(true);
    expect(await poll(timer.c)).toBeUndefined();
    timer.reset(10);
    await pass(15);
    expect(timer.reset(10)).toBe(true);
    expect(await poll(timer.c)).toBeUndefined();
    await pass(10);
    expect(await poll(timer.c)).toBe(55);
    expect(timer.reset(10)).toBe(false);
  });

  test('reset moves it for those who wait already', async () => {
    const timer = new Timer(20);
    const received = watch(timer.c.receive());
    await pass(10);
    timer.reset(20);
    await pass(19);
    expect(received.state).toBe('pending');
    await pass(1);
    expect(received.value?.value).toEqual(new Date(START + 30));
  });

  test('a stopped one that is waited on says so in a report', () => {
    const timer = new Timer(20);
    timer.stop();
    void timer.c.receive();
    expect(snapshot().blocked[0]?.channel).toBe('the channel of Timer, which is stopped');
  });
});

describe('Ticker', () => {
  test('ticks again and again', async () => {
    const ticker = new Ticker(10);
    const ticks: number[] = [];
    const listening = (async () => {
      for await (const tick of ticker.c) {
        ticks.push(tick.getTime() - START);
        if (ticks.length === 3) break;
      }
    })();
    await pass(35);
    await listening;
    expect(ticks).toEqual([10, 20, 30]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leaves ticks out for a receiver that is too slow', async () => {
    const ticker = new Ticker(10);
    await pass(35);
    expect(await poll(ticker.c)).toBe(10);
    expect(await poll(ticker.c)).toBeUndefined();
    await pass(5);
    expect(await poll(ticker.c)).toBe(40);
  });

  test('wakes one receiver a tick', async () => {
    const ticker = new Ticker(10);
    const [a, b] = [watch(ticker.c.receive()), watch(ticker.c.receive())];
    await pass(10);
    expect([a.state, b.state]).toEqual(['resolved', 'pending']);
    await pass(10);
    expect(b.state).toBe('resolved');
  });

  test('stop stops it, and does not close the channel', async () => {
    const ticker = new Ticker(10);
    const received = watch(ticker.c.receive());
    ticker.stop();
    await pass(100);
    expect(received.state).toBe('pending');
  });

  test('reset changes the interval from now on', async () => {
    const ticker = new Ticker(10);
    await pass(5);
    ticker.reset(20);
    const received = watch(ticker.c.receive());
    await pass(20);
    expect(received.value?.value).toEqual(new Date(START + 25));
  });

  test('an interval that is not positive is refused with the words of Go', () => {
    expect(() => new Ticker(0)).toThrow('non-positive interval for NewTicker');
    expect(() => new Ticker(1).reset(-1)).toThrow('non-positive interval for Ticker.Reset');
  });
});
