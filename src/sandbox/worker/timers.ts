/**
 * Who set a timer. The reader's and the network's move time; the SDK's move it only while main waits for something
 * that is not `csp`.
 */
export type TimerOwner = 'reader' | 'network' | 'sdk';

/** A timer on the virtual clock. */
export interface VirtualTimer {
  readonly id: number;
  /** When it is due, in whole ms since the run began. */
  at: number;
  readonly sequence: number;
  readonly handler: () => void;
  /** Milliseconds between calls; 0 for a timer that fires once. */
  readonly every: number;
  readonly owner: TimerOwner;
}

/** Timers by due time, ties in the order in which they were set. A binary heap; cancelled timers leave when they surface. */
export class TimerQueue {
  readonly #heap: VirtualTimer[] = [];
  readonly #live = new Map<number, VirtualTimer>();
  #sequence = 0;
  #foreground = 0;
  #onceInBackground = 0;

  /** How many timers are set that move time by themselves. */
  get foreground(): number {
    return this.#foreground;
  }

  /** How many one-shot timers of the SDK's are set: these, unlike its intervals, stand for work in progress. */
  get onceInBackground(): number {
    return this.#onceInBackground;
  }

  add(at: number, handler: () => void, every: number, owner: TimerOwner): number {
    const id = ++this.#sequence;
    const timer: VirtualTimer = { id, at, sequence: id, handler, every, owner };
    this.#live.set(id, timer);
    this.#count(timer, 1);
    this.#push(timer);
    return id;
  }

  cancel(id: number): void {
    const timer = this.#live.get(id);
    if (!timer) return;
    this.#live.delete(id);
    this.#count(timer, -1);
  }

  /** Cancels what the reader set: the program is over, only its telemetry is still on its way. */
  cancelReader(): void {
    for (const timer of this.#live.values()) if (timer.owner === 'reader') this.cancel(timer.id);
  }

  /** The next timer due, without taking it. */
  peek(): VirtualTimer | undefined {
    for (;;) {
      const top = this.#heap[0];
      if (!top || this.#live.get(top.id) === top) return top;
      this.#pop();
    }
  }

  /** Takes the next timer due; an interval is set again at once. */
  take(): VirtualTimer | undefined {
    const timer = this.peek();
    if (!timer) return undefined;
    this.#pop();
    this.#live.delete(timer.id);
    if (timer.every > 0) {
      const again = { ...timer, at: timer.at + timer.every, sequence: ++this.#sequence };
      this.#live.set(again.id, again);
      this.#push(again);
    } else this.#count(timer, -1);
    return timer;
  }

  #count(timer: VirtualTimer, by: 1 | -1): void {
    if (timer.owner !== 'sdk') this.#foreground += by;
    else if (timer.every === 0) this.#onceInBackground += by;
  }

  #push(timer: VirtualTimer): void {
    const heap = this.#heap;
    let index = heap.length;
    heap[index] = timer;
    while (index > 0) {
      const up = (index - 1) >> 1;
      const parent = heap[up];
      if (!parent || !before(timer, parent)) break;
      heap[index] = parent;
      heap[up] = timer;
      index = up;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return;
    let index = 0;
    for (;;) {
      const left = 2 * index + 1;
      const a = heap[left];
      if (!a) break;
      const b = heap[left + 1];
      const child = b && before(b, a) ? left + 1 : left;
      const next = heap[child];
      if (!next || !before(next, last)) break;
      heap[index] = next;
      index = child;
    }
    heap[index] = last;
  }
}

function before(a: VirtualTimer, b: VirtualTimer): boolean {
  return a.at < b.at || (a.at === b.at && a.sequence < b.sequence);
}
