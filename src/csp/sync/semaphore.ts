import { onDone, type Context } from '../context.ts';
import { SyncError } from '../errors.ts';
import { DONE, Gate, Queue } from '../queue.ts';

/**
 * Hands out a limited number of permits, some of them heavier than others: `semaphore.Weighted` of Go's `x/sync`.
 *
 * ```ts
 * const slots = new Semaphore(3);
 * await slots.acquire(ctx);
 * try {
 *   await work(ctx);
 * } finally {
 *   slots.release();
 * }
 * ```
 *
 * First come, first served: a heavy request at the front is never overtaken by light ones behind it.
 *
 * @see https://pkg.go.dev/golang.org/x/sync/semaphore#Weighted
 */
export class Semaphore {
  readonly #size: number;
  #held = 0;
  readonly #waiting = new Queue<Gate>();
  readonly #describe = (): string => `a Semaphore with ${this.#size - this.#held} of ${this.#size} free`;

  /**
   * @param size How much may be held at a time, a whole number.
   * @see https://pkg.go.dev/golang.org/x/sync/semaphore#NewWeighted
   */
  constructor(size: number) {
    this.#size = whole(size, 'Semaphore');
  }

  /**
   * Waits until `weight` is free, and takes it: Go's `sem.Acquire(ctx, n)`. More than there is in all is waited for
   * until `ctx` ends.
   *
   * @throws `ctx.err()` (as a rejection) if `ctx` ends first, or has ended; then nothing is taken.
   * @see https://pkg.go.dev/golang.org/x/sync/semaphore#Weighted.Acquire
   */
  acquire(ctx: Context, weight: number = 1): Promise<void> {
    whole(weight, 'Semaphore.acquire');
    const over = ctx.err();
    if (over !== undefined) return Promise.reject(over);
    if (this.tryAcquire(weight)) return DONE;
    return new Promise((resolve, reject) => {
      const admitted = (): void => {
        forget();
        resolve();
      };
      const gate = new Gate('acquire', this.#describe, admitted, reject, weight);
      // A request for more than there is would block all behind it, and for nothing.
      if (weight <= this.#size) this.#waiting.push(gate);
      const forget = onDone(ctx, () => {
        this.#waiting.remove(gate);
        gate.fail(ctx.err());
        this.#admit();
      });
    });
  }

  /**
   * Takes `weight` if it is free and nobody waits, and says whether it did: Go's `sem.TryAcquire(n)`.
   *
   * @see https://pkg.go.dev/golang.org/x/sync/semaphore#Weighted.TryAcquire
   */
  tryAcquire(weight: number = 1): boolean {
    if (whole(weight, 'Semaphore.tryAcquire') > this.#size - this.#held || this.#waiting.first !== undefined)
      return false;
    this.#held += weight;
    return true;
  }

  /**
   * Gives `weight` back: Go's `sem.Release(n)`.
   *
   * @throws SyncError `semaphore: released more than held`.
   * @see https://pkg.go.dev/golang.org/x/sync/semaphore#Weighted.Release
   */
  release(weight: number = 1): void {
    if (whole(weight, 'Semaphore.release') > this.#held) throw new SyncError('semaphore: released more than held');
    this.#held -= weight;
    this.#admit();
  }

  #admit(): void {
    for (let gate = this.#waiting.first; gate !== undefined; gate = this.#waiting.first) {
      if (gate.weight > this.#size - this.#held) return;
      this.#held += gate.weight;
      this.#waiting.remove(gate);
      gate.open();
    }
  }
}

function whole(weight: number, caller: string): number {
  if (Number.isSafeInteger(weight) && weight >= 0) return weight;
  throw new RangeError(`${caller} takes a whole number from 0 on, not ${weight}`);
}
