import { array, assert, boolean, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TimerQueue } from '../../../src/sandbox/worker/timers.ts';

const nothing = (): void => undefined;

describe('the queue of virtual timers', () => {
  it('gives timers by due time, and ties in the order in which they were set', () => {
    assert(
      property(array(nat({ max: 20 })), (times) => {
        const queue = new TimerQueue();
        times.forEach((at) => queue.add(at, nothing, 0, 'reader'));
        const taken: { at: number; sequence: number }[] = [];
        for (let timer = queue.take(); timer; timer = queue.take()) taken.push(timer);
        const sorted = taken.toSorted((a, b) => a.at - b.at || a.sequence - b.sequence);
        expect(taken).toEqual(sorted);
        expect(taken).toHaveLength(times.length);
      }),
    );
  });

  it('forgets a cancelled timer wherever it stands', () => {
    assert(
      property(array(tuple(nat({ max: 20 }), boolean())), (entries) => {
        const queue = new TimerQueue();
        const kept: number[] = [];
        for (const [at, keep] of entries) {
          const id = queue.add(at, nothing, 0, 'reader');
          if (keep) kept.push(id);
          else queue.cancel(id);
        }
        expect(queue.foreground).toBe(kept.length);
        const taken: number[] = [];
        for (let timer = queue.take(); timer; timer = queue.take()) taken.push(timer.id);
        expect(taken.toSorted((a, b) => a - b)).toEqual(kept);
      }),
    );
  });

  it('sets an interval again when it is taken, under the same id', () => {
    const queue = new TimerQueue();
    const id = queue.add(10, nothing, 10, 'reader');
    expect([queue.take()?.at, queue.take()?.at, queue.take()?.at]).toEqual([10, 20, 30]);
    queue.cancel(id);
    expect(queue.peek()).toBeUndefined();
  });

  it("counts the SDK's one-shot timers apart, and its intervals not at all", () => {
    const queue = new TimerQueue();
    queue.add(5, nothing, 0, 'sdk');
    queue.add(5, nothing, 60_000, 'sdk');
    queue.add(5, nothing, 0, 'network');
    expect([queue.foreground, queue.onceInBackground]).toEqual([1, 1]);
  });

  it("takes away the reader's timers and leaves the others", () => {
    const queue = new TimerQueue();
    queue.add(1, nothing, 0, 'reader');
    queue.add(2, nothing, 0, 'network');
    queue.add(3, nothing, 0, 'sdk');
    queue.cancelReader();
    expect([queue.take()?.owner, queue.take()?.owner, queue.take()]).toEqual(['network', 'sdk', undefined]);
  });
});
