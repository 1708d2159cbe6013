import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chan,
  go,
  otherwise,
  recv,
  select,
  selectFrom,
  send,
  Semaphore,
  background,
  WaitGroup,
  type Channel,
} from '../../../src/csp/index.ts';
import { reset, seed, snapshot } from '../../../src/csp/tasks.ts';
import { isolate, quiet, watch, type Watched } from './turns.ts';

isolate();

const capacity = fc.integer({ min: 0, max: 5 });

/** Waits a number of microtasks, so that tasks interleave in many ways. */
async function yields(times: number): Promise<void> {
  for (let i = 0; i < times; i++) await undefined;
}

describe('channels', () => {
  test('one sender, one receiver: everything arrives, once, in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        capacity,
        fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 40 }),
        fc.boolean(),
        async (size, pauses, iterate) => {
          const ch = chan<number>(size);
          go(async () => {
            for (const [i, [pause]] of pauses.entries()) {
              await yields(pause);
              await ch.send(i);
            }
            ch.close();
          });
          const got: number[] = [];
          if (iterate) {
            for await (const value of ch) {
              got.push(value);
              await yields(pauses[got.length - 1]?.[1] ?? 0);
            }
          } else {
            for (let r = await ch.receive(); r.ok; r = await ch.receive()) {
              got.push(r.value);
              await yields(pauses[got.length - 1]?.[1] ?? 0);
            }
          }
          expect(got).toEqual(pauses.map((_, i) => i));
        },
      ),
    );
  });

  test('many senders, many receivers, half of them by select: nothing is lost or doubled, each sender stays in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        capacity,
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 0, max: 25 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 10 }),
        async (size, senders, receivers, each, pauses) => {
          const ch = chan<readonly [sender: number, n: number]>(size);
          const other = chan<never>();
          const sending = new WaitGroup();
          for (let s = 0; s < senders; s++) {
            sending.go(async () => {
              for (let n = 0; n < each; n++) {
                await yields(pauses[(s + n) % pauses.length] ?? 0);
                if (s % 2 === 0) await ch.send([s, n]);
                else await select({ out: send(ch, [s, n]), never: recv(other) });
              }
            });
          }
          const got: (readonly [number, number])[][] = Array.from({ length: receivers }, () => []);
          const receiving = new WaitGroup();
          for (const [r, mine] of got.entries()) {
            receiving.go(async () => {
              for (;;) {
                await yields(pauses[r % pauses.length] ?? 0);
                const received = r % 2 === 0 ? await ch.receive() : await select({ in: recv(ch), never: recv(other) });
                if (!received.ok) return;
                mine.push(received.value);
              }
            });
          }
          await sending.wait();
          ch.close();
          await receiving.wait();
          const all = got.flat().map(([s, n]) => s * 1000 + n);
          const expected = Array.from({ length: senders }, (_, s) =>
            Array.from({ length: each }, (__, n) => s * 1000 + n),
          );
          expect(all.toSorted((a, b) => a - b)).toEqual(expected.flat());
          for (const mine of got) {
            for (let s = 0; s < senders; s++) {
              const order = mine.filter(([sender]) => sender === s).map(([, n]) => n);
              expect(order).toEqual(order.toSorted((a, b) => a - b));
            }
          }
          expect(snapshot().blocked).toEqual([]);
        },
      ),
    );
  });

  test('behave as a simple model does, whatever the order of sends, receives and a close', async () => {
    const step = fc.constantFrom(
      'send',
      'receive',
      'next',
      'selectSend',
      'selectReceive',
      'trySend',
      'tryReceive',
      'close',
    );
    await fc.assert(
      fc.asyncProperty(capacity, fc.array(step, { maxLength: 60 }), async (size, steps) => {
        reset();
        const ch = chan<number>(size);
        const model = new Model(size);
        const real: Watched<unknown>[] = [];
        const iterator = ch[Symbol.asyncIterator]();
        for (const [n, op] of steps.entries()) {
          switch (op) {
            case 'send':
              real.push(watch(ch.send(n).then(() => 'sent')));
              model.send(n, false);
              break;
            case 'selectSend':
              real.push(watch(select({ out: send(ch, n) }).then(() => 'sent')));
              model.send(n, false);
              break;
            case 'trySend':
              real.push(
                watch(select({ out: send(ch, n), default: otherwise }).then((r) => (r.case === 'out' ? 'sent' : 'no'))),
              );
              model.send(n, true);
              break;
            case 'receive':
              real.push(watch(ch.receive().then((r) => (r.ok ? r.value : 'closed'))));
              model.receive(false);
              break;
            case 'next':
              real.push(watch(iterator.next().then((r) => (r.done === true ? 'closed' : r.value))));
              model.receive(false);
              break;
            case 'selectReceive':
              real.push(watch(select({ in: recv(ch) }).then((r) => (r.ok ? r.value : 'closed'))));
              model.receive(false);
              break;
            case 'tryReceive':
              real.push(
                watch(
                  select({ in: recv(ch), default: otherwise }).then((r) => {
                    if (r.case === 'default') return 'no';
                    return r.ok ? r.value : 'closed';
                  }),
                ),
              );
              model.receive(true);
              break;
            case 'close':
              real.push(
                watch(
                  (async () => {
                    ch.close();
                    return 'ok';
                  })(),
                ),
              );
              model.close();
              break;
          }
          expect(ch.length).toBe(model.buffer.length);
        }
        await quiet();
        expect(real.map((r) => (r.state === 'rejected' ? 'panic' : r.value))).toEqual(model.results);
        expect(snapshot().blocked).toHaveLength(model.results.filter((r) => r === undefined).length);
      }),
      { numRuns: 300 },
    );
  });
});

/** What a channel does, said as plainly as possible: results by the number of the step, undefined while it waits. */
class Model {
  readonly results: unknown[] = [];
  readonly buffer: number[] = [];
  readonly #size: number;
  readonly #senders: { step: number; value: number }[] = [];
  readonly #receivers: number[] = [];
  #closed = false;

  constructor(size: number) {
    this.#size = size;
  }

  send(value: number, attempt: boolean): void {
    const step = this.results.push(undefined) - 1;
    const receiver = this.#receivers.shift();
    if (this.#closed) this.results[step] = 'panic';
    else if (receiver !== undefined) {
      this.results[receiver] = value;
      this.results[step] = 'sent';
    } else if (this.buffer.length < this.#size) {
      this.buffer.push(value);
      this.results[step] = 'sent';
    } else if (attempt) this.results[step] = 'no';
    else this.#senders.push({ step, value });
  }

  receive(attempt: boolean): void {
    const step = this.results.push(undefined) - 1;
    const sender = this.buffer.length > 0 || !this.#closed ? this.#senders.shift() : undefined;
    if (sender !== undefined) {
      this.buffer.push(sender.value);
      this.results[sender.step] = 'sent';
    }
    const value = this.buffer.shift();
    if (value !== undefined) this.results[step] = value;
    else if (this.#closed) this.results[step] = 'closed';
    else if (attempt) this.results[step] = 'no';
    else this.#receivers.push(step);
  }

  close(): void {
    const step = this.results.push('ok') - 1;
    if (this.#closed) this.results[step] = 'panic';
    this.#closed = true;
    for (const receiver of this.#receivers.splice(0)) this.results[receiver] = 'closed';
    for (const sender of this.#senders.splice(0)) this.results[sender.step] = 'panic';
  }
}

describe('select', () => {
  test('chooses each ready case about equally often, whatever the seed and the cases that are not ready', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer(),
        fc.integer({ min: 2, max: 5 }),
        fc.integer({ min: 0, max: 3 }),
        async (n, ready, idle) => {
          seed(n);
          const channels: Channel<number>[] = [];
          for (let i = 0; i < ready + idle; i++) channels.push(chan<number>());
          for (const ch of channels.slice(0, ready)) ch.close();
          const counts = channels.map(() => 0);
          const rounds = 300 * ready;
          for (let i = 0; i < rounds; i++) {
            const { index } = await selectFrom(channels.map((ch) => recv(ch)));
            counts[index] = (counts[index] ?? 0) + 1;
          }
          expect(counts.slice(ready)).toEqual(channels.slice(ready).map(() => 0));
          // 300 each on average; five standard deviations are about 85 at most.
          for (const count of counts.slice(0, ready)) {
            expect(count).toBeGreaterThan(210);
            expect(count).toBeLessThan(390);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test('takes exactly one value and leaves the losers untouched', async () => {
    const lengths = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer(), async (fill, n) => {
        fc.pre(fill.some((length) => length > 0));
        seed(n);
        const channels = fill.map(() => chan<number>(3));
        for (const [i, ch] of channels.entries()) for (let k = 0; k < (fill[i] ?? 0); k++) await ch.send(i * 10 + k);
        const chosen = await selectFrom(channels.map((ch) => recv(ch)));
        expect(chosen).toEqual({ index: chosen.index, value: chosen.index * 10, ok: true });
        expect(channels.map((ch) => ch.length)).toEqual(fill.map((length, i) => length - (i === chosen.index ? 1 : 0)));
      }),
    );
  });

  test('that waited takes the first value and leaves the losers to their buffers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }), async (order) => {
        const channels = [0, 1, 2, 3, 4].map(() => chan<number>(3));
        const chosen = watch(selectFrom(channels.map((ch) => recv(ch))));
        await quiet();
        for (const i of order) void channels[i]?.send(i);
        await quiet();
        expect(chosen.value).toEqual({ index: order[0], value: order[0], ok: true });
        expect(channels.map((ch) => ch.length)).toEqual([0, 1, 2, 3, 4].map((i) => (order.indexOf(i) > 0 ? 1 : 0)));
      }),
    );
  });
});

test('a semaphore never gives out more than there is, and serves in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.tuple(fc.integer({ min: 1, max: 6 }), fc.nat(4)), { maxLength: 20 }),
      async (size, requests) => {
        const fitting = requests.filter(([weight]) => weight <= size);
        const semaphore = new Semaphore(size);
        const group = new WaitGroup();
        let held = 0;
        const order: number[] = [];
        for (const [i, [weight, pause]] of fitting.entries()) {
          group.go(async () => {
            await semaphore.acquire(background(), weight);
            order.push(i);
            held += weight;
            expect(held).toBeLessThanOrEqual(size);
            await yields(pause);
            held -= weight;
            semaphore.release(weight);
          });
        }
        await group.wait();
        expect(order).toEqual(fitting.map((_, i) => i));
      },
    ),
  );
});
