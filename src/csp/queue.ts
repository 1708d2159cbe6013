/**
 * First-in-first-out queues of waiting operations. The links are in the waiters themselves, so that joining, leaving
 * from the middle (a `select` that was served elsewhere) and being served all take constant time and no allocation.
 */
import { block, Operation, unblock, type OperationKind } from './tasks.ts';

/** A waiter that can stand in one queue. */
export abstract class Queued<Self> extends Operation {
  ahead: Self | undefined = undefined;
  behind: Self | undefined = undefined;
  queued = false;
}

export class Queue<W extends Queued<W>> {
  first: W | undefined = undefined;
  #last: W | undefined = undefined;

  push(waiter: W): void {
    waiter.queued = true;
    waiter.ahead = this.#last;
    if (this.#last === undefined) this.first = waiter;
    else this.#last.behind = waiter;
    this.#last = waiter;
  }

  /** Takes out the one that has waited longest. */
  shift(): W | undefined {
    const waiter = this.first;
    if (waiter !== undefined) this.remove(waiter);
    return waiter;
  }

  /** Takes out a waiter wherever it stands; does nothing if it has left already. */
  remove(waiter: W): void {
    if (!waiter.queued) return;
    waiter.queued = false;
    const { ahead, behind } = waiter;
    if (ahead === undefined) this.first = behind;
    else ahead.behind = behind;
    if (behind === undefined) this.#last = ahead;
    else behind.ahead = ahead;
    waiter.ahead = undefined;
    waiter.behind = undefined;
  }
}

/** A task that waits to be let through: at a lock, a WaitGroup, a semaphore, ... */
export class Gate extends Queued<Gate> {
  readonly kind: OperationKind;
  /** How much it asks for; counts only at a semaphore. */
  readonly weight: number;
  readonly #what: () => string;
  readonly #resolve: () => void;
  readonly #reject: (error: unknown) => void;

  constructor(
    kind: OperationKind,
    what: () => string,
    resolve: () => void,
    reject: (error: unknown) => void,
    weight: number = 1,
  ) {
    super();
    this.kind = kind;
    this.weight = weight;
    this.#what = what;
    this.#resolve = resolve;
    this.#reject = reject;
    block(this);
  }

  describe(): string {
    return this.#what();
  }

  open(): void {
    unblock(this);
    this.#resolve();
  }

  fail(error: unknown): void {
    unblock(this);
    this.#reject(error);
  }
}

/** Waits in `queue` until somebody takes the gate out of it and opens it. */
export function wait(queue: Queue<Gate>, kind: OperationKind, what: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    queue.push(new Gate(kind, what, resolve, reject));
  });
}

/** Opens every gate that stands in `queue` now. */
export function openAll(queue: Queue<Gate>): void {
  for (let gate = queue.shift(); gate !== undefined; gate = queue.shift()) gate.open();
}

/** The promise of an operation that did not have to wait. */
export const DONE: Promise<void> = Promise.resolve();
