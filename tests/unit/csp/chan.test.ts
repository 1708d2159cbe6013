import { describe, expect, test } from 'vitest';
import { chan, ChannelError, go, nilChan } from '../../../src/csp/index.ts';
import { snapshot } from '../../../src/csp/tasks.ts';
import { isolate, quiet, watch } from './turns.ts';

isolate();

describe('an unbuffered channel', () => {
  test('a send waits for its receiver', async () => {
    const ch = chan<string>();
    const sent = watch(ch.send('a'));
    await quiet();
    expect(sent.state).toBe('pending');
    expect(await ch.receive()).toEqual({ value: 'a', ok: true });
    await quiet();
    expect(sent.state).toBe('resolved');
  });

  test('a receive waits for its sender', async () => {
    const ch = chan<string>();
    const received = watch(ch.receive());
    await quiet();
    expect(received.state).toBe('pending');
    await ch.send('a');
    await quiet();
    expect(received.value).toEqual({ value: 'a', ok: true });
  });

  test('length and capacity are 0, also while a send waits', () => {
    const ch = chan<number>();
    void ch.send(1);
    expect([ch.length, ch.capacity]).toEqual([0, 0]);
  });

  test('waiting receivers are served in the order in which they came', async () => {
    const ch = chan<number>();
    const order: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      go(async () => {
        const { value } = await ch.receive();
        order.push(`${name} ${value}`);
      });
    }
    await quiet();
    for (const value of [1, 2, 3]) await ch.send(value);
    await quiet();
    expect(order).toEqual(['first 1', 'second 2', 'third 3']);
  });

  test('waiting senders are served in the order in which they came', async () => {
    const ch = chan<number>();
    for (const value of [1, 2, 3]) void ch.send(value);
    const got = [await ch.receive(), await ch.receive(), await ch.receive()];
    expect(got.map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});

describe('a buffered channel', () => {
  test('sends do not wait while there is room', async () => {
    const ch = chan<number>(2);
    await ch.send(1);
    await ch.send(2);
    expect([ch.length, ch.capacity]).toEqual([2, 2]);
    const third = watch(ch.send(3));
    await quiet();
    expect(third.state).toBe('pending');
    expect(ch.length).toBe(2);
  });

  test('a receive makes room for the sender that waits, behind what is in the buffer', async () => {
    const ch = chan<number>(1);
    await ch.send(1);
    const second = watch(ch.send(2));
    expect((await ch.receive()).value).toBe(1);
    await quiet();
    expect(second.state).toBe('resolved');
    expect(ch.length).toBe(1);
    expect((await ch.receive()).value).toBe(2);
  });

  test('a large buffer costs nothing until it is used, and wraps around', async () => {
    const ch = chan<number>(2 ** 40);
    let next = 0;
    for (let round = 0; round < 50; round++) {
      for (let i = 0; i < 7; i++) await ch.send(round * 7 + i);
      for (let i = 0; i < 5; i++) expect((await ch.receive()).value).toBe(next++);
    }
    expect(ch.length).toBe(100);
  });

  test.each([-1, 0.5, Number.NaN, Infinity])('a size of %s is refused', (size) => {
    expect(() => chan(size)).toThrow(RangeError);
    expect(() => chan(size)).toThrow(`not ${size}`);
  });
});

describe('values', () => {
  test('undefined and promises are values like any other', async () => {
    const ch = chan<unknown>(2);
    const promise = Promise.resolve(1);
    await ch.send(undefined);
    await ch.send(promise);
    expect(await ch.receive()).toEqual({ value: undefined, ok: true });
    const second = await ch.receive();
    expect(second.value).toBe(promise);
  });
});

describe('close', () => {
  test('what is in the buffer can still be received, then ok is false, again and again', async () => {
    const ch = chan<number>(2);
    await ch.send(1);
    ch.close();
    expect(await ch.receive()).toEqual({ value: 1, ok: true });
    expect(await ch.receive()).toEqual({ value: undefined, ok: false });
    expect(await ch.receive()).toEqual({ value: undefined, ok: false });
  });

  test('waiting receivers get ok: false', async () => {
    const ch = chan<number>();
    const [a, b] = [watch(ch.receive()), watch(ch.receive())];
    ch.close();
    await quiet();
    expect([a.value, b.value]).toEqual([
      { value: undefined, ok: false },
      { value: undefined, ok: false },
    ]);
  });

  test('waiting senders fail, and what was in the buffer stays', async () => {
    const ch = chan<number>(1);
    await ch.send(1);
    const second = watch(ch.send(2));
    ch.close();
    await quiet();
    expect(second.error).toEqual(new ChannelError('send on closed channel'));
    expect((await ch.receive()).value).toBe(1);
    expect((await ch.receive()).ok).toBe(false);
  });

  test('panics with the words of Go', async () => {
    const ch = chan<number>();
    ch.close();
    await expect(ch.send(1)).rejects.toThrow(new ChannelError('send on closed channel'));
    expect(() => ch.close()).toThrow(new ChannelError('close of closed channel'));
    expect(() => nilChan().close()).toThrow(new ChannelError('close of nil channel'));
  });
});

describe('for await', () => {
  test('receives until the channel is closed and drained', async () => {
    const ch = chan<number>(1);
    go(async () => {
      for (let i = 0; i < 5; i++) await ch.send(i);
      ch.close();
    });
    const got: number[] = [];
    for await (const value of ch) got.push(value);
    expect(got).toEqual([0, 1, 2, 3, 4]);
  });

  test('leaving the loop leaves the channel as it is', async () => {
    const ch = chan<number>(3);
    for (const value of [1, 2, 3]) await ch.send(value);
    for await (const value of ch) {
      if (value === 2) break;
    }
    expect((await ch.receive()).value).toBe(3);
    await ch.send(4);
    expect(ch.length).toBe(1);
  });

  test('several loops share the values', async () => {
    const ch = chan<number>();
    const got: number[][] = [[], []];
    for (const mine of got) {
      go(async () => {
        for await (const value of ch) mine.push(value);
      });
    }
    for (let i = 0; i < 6; i++) await ch.send(i);
    ch.close();
    await quiet();
    expect(got.flat().toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(snapshot().live).toBe(1);
  });
});

test('a nil channel blocks senders and receivers for ever', async () => {
  const never = nilChan<number>();
  const sent = watch(never.send(1));
  const received = watch(never.receive());
  await quiet();
  expect([sent.state, received.state]).toEqual(['pending', 'pending']);
  expect(snapshot().blocked.map(({ operation, channel }) => `${operation}: ${channel}`)).toEqual([
    'send: a nil channel',
    'receive: a nil channel',
  ]);
  expect([never.length, never.capacity]).toEqual([0, 0]);
});
