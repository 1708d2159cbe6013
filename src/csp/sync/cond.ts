import { openAll, Queue, wait, type Gate } from '../queue.ts';
import type { Locker } from './mutex.ts';

/**
 * A place where tasks wait until a condition may have changed: Go's `sync.Cond`. Often a channel says it more simply.
 *
 * ```ts
 * await mutex.lock();
 * while (queue.length === 0) await cond.wait();
 * const first = queue.shift();
 * mutex.unlock();
 * ```
 *
 * @see https://pkg.go.dev/sync#Cond
 */
export class Cond {
  /** The lock that is held while the condition is looked at or changed: Go's `c.L`. */
  readonly l: Locker;
  readonly #waiting = new Queue<Gate>();

  constructor(l: Locker) {
    this.l = l;
  }

  /**
   * Unlocks `l`, waits for `signal` or `broadcast`, and locks `l` again: Go's `c.Wait()`. Other tasks may have been
   * quicker, so look at the condition again, in a loop.
   *
   * @throws SyncError (as a rejection) if `l` was not locked.
   * @see https://pkg.go.dev/sync#Cond.Wait
   */
  async wait(): Promise<void> {
    this.l.unlock();
    // Nothing can run between the two lines, so no signal is missed.
    await wait(this.#waiting, 'wait', describe);
    await this.l.lock();
  }

  /** Wakes the task that has waited longest, if any: Go's `c.Signal()`. @see https://pkg.go.dev/sync#Cond.Signal */
  signal(): void {
    this.#waiting.shift()?.open();
  }

  /** Wakes all tasks that wait: Go's `c.Broadcast()`. @see https://pkg.go.dev/sync#Cond.Broadcast */
  broadcast(): void {
    openAll(this.#waiting);
  }
}

function describe(): string {
  return 'a Cond';
}
