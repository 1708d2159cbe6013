import { describe, expect, test } from 'vitest';
import { background, canceled, cause, errGroup, recv, select, sleep, withCancel } from '../../../src/csp/index.ts';
import { isolate, pass, quiet, watch } from './turns.ts';

isolate();

describe('errGroup', () => {
  test('waits for all, then cancels its context', async () => {
    const [group, ctx] = errGroup(background());
    const ended: number[] = [];
    for (const ms of [20, 10]) {
      void group.go(async () => {
        await sleep(ms);
        ended.push(ms);
      });
    }
    const waited = watch(group.wait());
    await pass(10);
    expect([waited.state, ctx.err()]).toEqual(['pending', undefined]);
    await pass(10);
    expect([waited.state, ctx.err(), cause(ctx), ended]).toEqual(['resolved', canceled, canceled, [10, 20]]);
  });

  test('the first error cancels the others and is what wait throws, after all have ended', async () => {
    const [group, ctx] = errGroup(background());
    const first = new Error('first');
    const outcomes: string[] = [];
    void group.go(async () => {
      await sleep(5);
      throw first;
    });
    void group.go(async () => {
      const r = await select({ quit: recv(ctx.done) });
      outcomes.push(r.case);
      await sleep(5);
      throw new Error('second');
    });
    const waited = watch(group.wait());
    await pass(5);
    expect([ctx.err(), cause(ctx), waited.state]).toEqual([canceled, first, 'pending']);
    await pass(5);
    expect(waited.error).toBe(first);
    expect(outcomes).toEqual(['quit']);
    await expect(group.wait()).rejects.toBe(first);
  });

  test('what is thrown may be anything', async () => {
    const [group, ctx] = errGroup(background());
    void group.go(() => {
      // oxlint-disable-next-line typescript/only-throw-error
      throw 'text';
    });
    await expect(group.wait()).rejects.toBe('text');
    expect(cause(ctx)).toMatchObject({ message: 'text', cause: 'text' });
  });

  test('without tasks wait does not wait', async () => {
    const [group, ctx] = errGroup(background());
    await group.wait();
    expect(ctx.err()).toBe(canceled);
  });

  test('its context ends with the parent', () => {
    const [parent, cancel] = withCancel(background());
    const [, ctx] = errGroup(parent);
    cancel();
    expect(ctx.err()).toBe(canceled);
  });
});

describe('a limit', () => {
  test('go waits for a place, tryGo does not', async () => {
    const [group] = errGroup(background());
    group.setLimit(2);
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await sleep(10);
      running -= 1;
    };
    await group.go(work);
    expect(group.tryGo(work)).toBe(true);
    expect(group.tryGo(work)).toBe(false);
    const third = watch(group.go(work));
    const fourth = watch(group.go(work));
    await pass(9);
    expect([third.state, fourth.state]).toEqual(['pending', 'pending']);
    const waited = watch(group.wait());
    await pass(1);
    expect([third.state, fourth.state, waited.state]).toEqual(['resolved', 'resolved', 'pending']);
    await pass(10);
    expect([waited.state, most]).toEqual(['resolved', 2]);
  });

  test('of 0 lets nothing start, a negative one everything', async () => {
    const [group] = errGroup(background());
    group.setLimit(0);
    expect(group.tryGo(() => {})).toBe(false);
    group.setLimit(-1);
    expect(group.tryGo(() => {})).toBe(true);
  });

  test('cannot change while tasks run', async () => {
    const [group] = errGroup(background());
    group.setLimit(5);
    await group.go(() => sleep(1));
    await group.go(() => sleep(1));
    expect(() => group.setLimit(3)).toThrow('errgroup: modify limit while 2 goroutines in the group are still active');
    await pass(1);
    group.setLimit(3);
    expect(() => group.setLimit(0.5)).toThrow(RangeError);
    await quiet();
  });
});
