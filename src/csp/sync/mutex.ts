import { SyncError } from '../errors.ts';
import { DONE, Queue, wait, type Gate } from '../queue.ts';

/**
 * What can be locked and unlocked: Go's `sync.Locker`. A `Mutex`, a `RWMutex` or its `rLocker()`.
 *
 * @see https://pkg.go.dev/sync#Locker
 */
export interface Locker {
  lock(): Promise<void>;
  unlock(): void;
}

/**
 * Lets one task at a time into a piece of code: Go's `sync.Mutex`. One thread runs everything, so it is needed only
 * where the piece has an `await` in it.
 *
 * ```ts
 * await mutex.lock();
 * try {
 *   balance = await write(balance + 1);
 * } finally {
 *   mutex.unlock();
 * }
 * ```
 *
 * Tasks get in in the order in which they asked. Asking again while holding it waits for ever, as in Go.
 *
 * @see https://pkg.go.dev/sync#Mutex
 */
export class Mutex implements Locker {
  #held = false;
  readonly #waiting = new Queue<Gate>();

  /** Waits until nobody else holds the lock, and takes it: Go's `mu.Lock()`. @see https://pkg.go.dev/sync#Mutex.Lock */
  lock(): Promise<void> {
    return this.tryLock() ? DONE : wait(this.#waiting, 'lock', describe);
  }

  /** Takes the lock if nobody holds it, and says whether it did: Go's `mu.TryLock()`. @see https://pkg.go.dev/sync#Mutex.TryLock */
  tryLock(): boolean {
    if (this.#held) return false;
    this.#held = true;
    return true;
  }

  /**
   * Gives the lock back, or on to the task that has waited longest: Go's `mu.Unlock()`.
   *
   * @throws SyncError `sync: unlock of unlocked mutex`.
   * @see https://pkg.go.dev/sync#Mutex.Unlock
   */
  unlock(): void {
    if (!this.#held) throw new SyncError('sync: unlock of unlocked mutex');
    const next = this.#waiting.shift();
    if (next === undefined) this.#held = false;
    else next.open();
  }
}

function describe(): string {
  return 'a locked Mutex';
}
