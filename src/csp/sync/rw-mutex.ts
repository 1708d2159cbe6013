import { SyncError } from '../errors.ts';
import { DONE, openAll, Queue, wait, type Gate } from '../queue.ts';
import type { Locker } from './mutex.ts';

/**
 * Lets in either any number of readers or one writer: Go's `sync.RWMutex`.
 *
 * A writer that waits keeps new readers out, so that readers cannot starve it; when a writer leaves, the readers that
 * waited meanwhile get in before the next writer. For the same reason a task that reads must not ask to read again.
 *
 * @see https://pkg.go.dev/sync#RWMutex
 */
export class RWMutex implements Locker {
  #writing = false;
  #readers = 0;
  readonly #waitingWriters = new Queue<Gate>();
  readonly #waitingReaders = new Queue<Gate>();
  readonly #describe = (): string =>
    `a RWMutex held by ${this.#writing ? 'a writer' : `${this.#readers} ${this.#readers === 1 ? 'reader' : 'readers'}`}`;

  /** Waits until nobody reads or writes, and takes the lock for writing: Go's `rw.Lock()`. @see https://pkg.go.dev/sync#RWMutex.Lock */
  lock(): Promise<void> {
    return this.tryLock() ? DONE : wait(this.#waitingWriters, 'lock', this.#describe);
  }

  /** Takes the lock for writing if it is free, and says whether it did: Go's `rw.TryLock()`. @see https://pkg.go.dev/sync#RWMutex.TryLock */
  tryLock(): boolean {
    if (this.#writing || this.#readers > 0) return false;
    this.#writing = true;
    return true;
  }

  /**
   * Ends writing: Go's `rw.Unlock()`.
   *
   * @throws SyncError `sync: Unlock of unlocked RWMutex`.
   * @see https://pkg.go.dev/sync#RWMutex.Unlock
   */
  unlock(): void {
    if (!this.#writing) throw new SyncError('sync: Unlock of unlocked RWMutex');
    this.#writing = false;
    if (this.#waitingReaders.first === undefined) {
      this.#admitWriter();
      return;
    }
    for (let reader: Gate | undefined = this.#waitingReaders.first; reader !== undefined; reader = reader.behind)
      this.#readers += 1;
    openAll(this.#waitingReaders);
  }

  /** Waits until nobody writes or waits to write, and takes the lock for reading: Go's `rw.RLock()`. @see https://pkg.go.dev/sync#RWMutex.RLock */
  rLock(): Promise<void> {
    return this.tryRLock() ? DONE : wait(this.#waitingReaders, 'rlock', this.#describe);
  }

  /** Takes the lock for reading if it is free to readers, and says whether it did: Go's `rw.TryRLock()`. @see https://pkg.go.dev/sync#RWMutex.TryRLock */
  tryRLock(): boolean {
    if (this.#writing || this.#waitingWriters.first !== undefined) return false;
    this.#readers += 1;
    return true;
  }

  /**
   * Ends one reading: Go's `rw.RUnlock()`.
   *
   * @throws SyncError `sync: RUnlock of unlocked RWMutex`.
   * @see https://pkg.go.dev/sync#RWMutex.RUnlock
   */
  rUnlock(): void {
    if (this.#readers === 0) throw new SyncError('sync: RUnlock of unlocked RWMutex');
    this.#readers -= 1;
    if (this.#readers === 0) this.#admitWriter();
  }

  /** The reading side as a `Locker`, for a `Cond`: Go's `rw.RLocker()`. @see https://pkg.go.dev/sync#RWMutex.RLocker */
  rLocker(): Locker {
    return { lock: () => this.rLock(), unlock: () => this.rUnlock() };
  }

  #admitWriter(): void {
    const writer = this.#waitingWriters.shift();
    if (writer === undefined) return;
    this.#writing = true;
    writer.open();
  }
}
