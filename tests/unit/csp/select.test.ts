import { describe, expect, test } from 'vitest';
import {
  after,
  background,
  chan,
  ChannelError,
  go,
  nilChan,
  otherwise,
  recv,
  select,
  selectFrom,
  send,
  withCancel,
} from '../../../src/csp/index.ts';
import { seed, snapshot } from '../../../src/csp/tasks.ts';
import { isolate, pass, quiet, watch } from './turns.ts';

isolate();

/** Whether somebody waits to receive from `ch`: only then is a send ready on an unbuffered channel. */
async function hasReceiver(ch: ReturnType<typeof chan<number>>): Promise<boolean> {
  return (await select({ probe: send(ch, -1), default: otherwise })).case === 'probe';
}

describe('a select with something ready', () => {
  test('receives, and says which case', async () => {
    const jobs = chan<number>(1);
    await jobs.send(7);
    expect(await select({ job: recv(jobs), other: recv(nilChan<string>()) })).toEqual({
      case: 'job',
      value: 7,
      ok: true,
    });
  });

  test('sends, and says which case', async () => {
    const out = chan<number>(1);
    expect(await select({ out: send(out, 7) })).toEqual({ case: 'out' });
    expect((await out.receive()).value).toBe(7);
  });

  test('a closed channel is always ready', async () => {
    const jobs = chan<number>();
    jobs.close();
    expect(await select({ job: recv(jobs) })).toEqual({ case: 'job', value: undefined, ok: false });
  });

  test('leaves the other cases untouched', async () => {
    const [a, b, out] = [chan<number>(1), chan<number>(1), chan<number>(1)];
    await a.send(1);
    await b.send(2);
    await select({ a: recv(a), b: recv(b), out: send(out, 3) });
    expect(a.length + b.length + (1 - out.length)).toBe(2);
  });

  test('the same seed chooses the same cases', async () => {
    const [a, b, c] = [chan<number>(), chan<number>(), chan<number>()];
    for (const ch of [a, b, c]) ch.close();
    const choices = async (): Promise<string[]> => {
      const made: string[] = [];
      for (let i = 0; i < 50; i++) made.push((await select({ a: recv(a), b: recv(b), c: recv(c) })).case);
      return made;
    };
    seed(42);
    const first = await choices();
    seed(42);
    expect(await choices()).toEqual(first);
    seed(43);
    expect(await choices()).not.toEqual(first);
  });
});

describe('a select with nothing ready', () => {
  test('takes the default, if there is one', async () => {
    expect(await select({ job: recv(chan()), default: otherwise })).toEqual({ case: 'default' });
    expect(snapshot().blocked).toEqual([]);
  });

  test('does not take the default when something is ready', async () => {
    const jobs = chan<number>(1);
    await jobs.send(1);
    expect((await select({ job: recv(jobs), default: otherwise })).case).toBe('job');
  });

  test('waits for the first case that becomes ready, and leaves all other queues', async () => {
    const [a, b, c] = [chan<number>(), chan<number>(), chan<number>()];
    const chosen = watch(select({ a: recv(a), b: recv(b), c: send(c, 9) }));
    await quiet();
    expect(chosen.state).toBe('pending');
    await b.send(5);
    expect(await hasReceiver(a)).toBe(false);
    expect(await hasReceiver(b)).toBe(false);
    expect((await select({ c: recv(c), default: otherwise })).case).toBe('default');
    await quiet();
    expect(chosen.value).toEqual({ case: 'b', value: 5, ok: true });
    expect(snapshot().blocked).toEqual([]);
  });

  test('two sends in the same moment reach it once', async () => {
    const [a, b] = [chan<number>(), chan<number>()];
    const chosen = watch(select({ a: recv(a), b: recv(b) }));
    const sends = [watch(a.send(1)), watch(b.send(2))];
    await quiet();
    expect(chosen.value).toEqual({ case: 'a', value: 1, ok: true });
    expect(sends.map(({ state }) => state)).toEqual(['resolved', 'pending']);
  });

  test('a case may wait to send', async () => {
    const out = chan<number>();
    const chosen = watch(select({ out: send(out, 7) }));
    expect(await out.receive()).toEqual({ value: 7, ok: true });
    await quiet();
    expect(chosen.value).toEqual({ case: 'out' });
  });

  test('two selects can meet', async () => {
    const [ab, ba] = [chan<number>(), chan<number>()];
    const first = watch(select({ out: send(ab, 1), in: recv(ba) }));
    const second = watch(select({ out: send(ba, 2), in: recv(ab) }));
    await quiet();
    const met = [first.value?.case, second.value?.case].toSorted();
    expect(met).toEqual(['in', 'out']);
    expect(snapshot().blocked).toEqual([]);
  });

  test('sending and receiving on one channel, it does not meet itself', async () => {
    const ch = chan<number>();
    const alone = watch(select({ out: send(ch, 1), in: recv(ch) }));
    await quiet();
    expect(alone.state).toBe('pending');
    expect((await ch.receive()).value).toBe(1);
    await quiet();
    expect(alone.value).toEqual({ case: 'out' });
    expect(await hasReceiver(ch)).toBe(false);
  });

  test('one channel may stand in several cases', async () => {
    const ch = chan<number>();
    const chosen = watch(select({ one: recv(ch), two: recv(ch) }));
    await ch.send(1);
    await quiet();
    expect(chosen.state).toBe('resolved');
    expect(await hasReceiver(ch)).toBe(false);
  });

  test('a close wakes it', async () => {
    const jobs = chan<number>();
    const chosen = watch(select({ job: recv(jobs) }));
    jobs.close();
    await quiet();
    expect(chosen.value).toEqual({ case: 'job', value: undefined, ok: false });
  });

  test('without any case it waits for ever', async () => {
    const never = watch(select({}));
    await quiet();
    expect(never.state).toBe('pending');
    expect(snapshot().blocked).toMatchObject([{ operation: 'select', channel: 'no case' }]);
  });

  test('a nil channel takes a case out', async () => {
    const jobs = chan<number>();
    const chosen = watch(select({ job: recv(jobs), never: recv(nilChan()), nor: send(nilChan<number>(), 1) }));
    await quiet();
    await jobs.send(1);
    await quiet();
    expect(chosen.value?.case).toBe('job');
  });

  test('a timer or the end of a context wakes it', async () => {
    const [ctx, cancel] = withCancel(background());
    const late = watch(select({ late: recv(after(50)), quit: recv(ctx.done) }));
    await pass(49);
    expect(late.state).toBe('pending');
    await pass(1);
    expect(late.value?.case).toBe('late');
    const quit = watch(select({ late: recv(after(50)), quit: recv(ctx.done) }));
    await quiet();
    cancel();
    await quiet();
    expect(quit.value).toEqual({ case: 'quit', value: undefined, ok: false });
  });
});

describe('sending on a closed channel', () => {
  test('fails if that case is chosen', async () => {
    const out = chan<number>();
    out.close();
    await expect(select({ out: send(out, 1) })).rejects.toThrow(new ChannelError('send on closed channel'));
  });

  test('fails a select that waits when the channel is closed', async () => {
    const [out, jobs] = [chan<number>(), chan<number>()];
    const failed = watch(select({ out: send(out, 1), job: recv(jobs) }));
    out.close();
    await quiet();
    expect(failed.error).toEqual(new ChannelError('send on closed channel'));
    expect(await hasReceiver(jobs)).toBe(false);
  });
});

describe('selectFrom', () => {
  test('says the index', async () => {
    const mirrors = [chan<string>(), chan<string>(1), chan<string>()];
    await mirrors[1]?.send('hello');
    expect(await selectFrom(mirrors.map((mirror) => recv(mirror)))).toEqual({ index: 1, value: 'hello', ok: true });
  });

  test('keeps the index when otherwise stands before', async () => {
    const [a, b] = [chan<number>(), chan<number>(1)];
    expect(await selectFrom([otherwise, recv(a), recv(b)])).toEqual({ index: 0 });
    await b.send(3);
    expect(await selectFrom([otherwise, recv(a), recv(b)])).toEqual({ index: 2, value: 3, ok: true });
  });

  test('waits with the right index', async () => {
    const channels = [chan<number>(), chan<number>(), chan<number>()];
    const chosen = watch(selectFrom(channels.map((ch) => recv(ch))));
    await channels[2]?.send(3);
    await quiet();
    expect(chosen.value).toEqual({ index: 2, value: 3, ok: true });
  });

  test('refuses two defaults', () => {
    expect(() => selectFrom([otherwise, otherwise])).toThrow('only once');
  });
});

test('what is no case is refused with a sentence', () => {
  const jobs: unknown = chan<number>();
  // @ts-expect-error a channel is not a case
  expect(() => select({ job: jobs })).toThrow('the case "job" is not a case; write recv(channel)');
  // @ts-expect-error nor can recv take just anything
  expect(() => recv({})).toThrow('recv takes a channel made by csp');
});

test('a waiting select names all its cases for a report', async () => {
  const [a, b] = [chan<number>(), chan<number>(2)];
  await b.send(1);
  await b.send(2);
  go(() => select({ a: recv(a), b: send(b, 3), quit: recv(background().done) }));
  await quiet();
  expect(snapshot().blocked[0]?.channel).toBe(
    'receive from channel #1 (unbuffered), send to channel #2 (2 of 2 in its buffer), receive from the done channel of a context that is never canceled',
  );
});
