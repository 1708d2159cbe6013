import { SyncError } from '../errors.ts';
import { DONE, openAll, Queue, wait, type Gate } from '../queue.ts';
import { start } from '../tasks.ts';

/**
 * Waits for a number of tasks to end: Go's `sync.WaitGroup`.
 *
 * ```ts
 * const group = new WaitGroup();
 * for (const page of pages) group.go(() => fetchPage(ctx, page));
 * await group.wait();
 * ```
 *
 * @see https://pkg.go.dev/sync#WaitGroup
 */
export class WaitGroup {
  #counter = 0;
  readonly #waiting = new Queue<Gate>();
  readonly #describe = (): string => `a WaitGroup whose counter is ${this.#counter}`;

  readonly #ended = (): void => this.done();

  /**
   * Adds to the counter: Go's `wg.Add(n)`. Call it before the task starts, not inside it.
   *
   * @throws SyncError `sync: negative WaitGroup counter`.
   * @see https://pkg.go.dev/sync#WaitGroup.Add
   */
  add(delta: number = 1): void {
    if (!Number.isSafeInteger(delta)) throw new RangeError(`WaitGroup.add takes a whole number, not ${delta}`);
    if (this.#counter + delta < 0) throw new SyncError('sync: negative WaitGroup counter');
    this.#counter += delta;
    if (this.#counter === 0) openAll(this.#waiting);
  }

  /**
   * Takes one off the counter: Go's `wg.Done()`.
   *
   * @throws SyncError `sync: negative WaitGroup counter`.
   * @see https://pkg.go.dev/sync#WaitGroup.Done
   */
  done(): void {
    this.add(-1);
  }

  /** Waits until the counter is 0: Go's `wg.Wait()`. @see https://pkg.go.dev/sync#WaitGroup.Wait */
  wait(): Promise<void> {
    return this.#counter === 0 ? DONE : wait(this.#waiting, 'wait', this.#describe);
  }

  /**
   * Adds one, runs `body` in a task of its own, and takes the one off when it ends: Go's `wg.Go(f)`. What `body` throws
   * is a panic, as with `go`; use an `errGroup` where errors are to be collected.
   *
   * @see https://pkg.go.dev/sync#WaitGroup.Go
   */
  go(body: () => unknown): void {
    this.add(1);
    // After a throw the counter stays, as in Go: nobody should go on as if the work were done.
    start(body, this.#ended);
  }
}
