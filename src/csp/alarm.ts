/** Timers of the realm, read at every call: a sandbox may put a clock of its own in their place. */

/** The longest wait that `setTimeout` takes; beyond it, it would fire at once. */
const LONGEST = 2 ** 31 - 1;

/** One call of a function, after a number of milliseconds however large. */
export class Alarm {
  #handle: ReturnType<typeof setTimeout> | undefined;
  #left: number;
  readonly #ring: () => void;

  constructor(ms: number, ring: () => void) {
    this.#left = ms;
    this.#ring = ring;
    this.#set();
  }

  #set(): void {
    const step = Math.min(this.#left, LONGEST);
    this.#left -= step;
    this.#handle = setTimeout(() => {
      this.#handle = undefined;
      if (this.#left > 0) this.#set();
      else this.#ring();
    }, step);
  }

  /** Whether this prevented the call. */
  stop(): boolean {
    if (this.#handle === undefined) return false;
    clearTimeout(this.#handle);
    this.#handle = undefined;
    return true;
  }
}

/**
 * Refuses a number of milliseconds that is not whole, so that the times of a trace are what the program says.
 *
 * @throws RangeError that names the caller and the number.
 */
export function wholeMs(ms: number, caller: string): number {
  if (Number.isSafeInteger(ms)) return ms;
  throw new RangeError(
    `${caller} takes a whole number of milliseconds, not ${ms}; round it, for example with Math.round`,
  );
}
