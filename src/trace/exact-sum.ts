/** Below this, adding one more duration (at most 104 days, 2^53 ns) would leave the whole numbers a double holds. */
const SPILL = 2 ** 52;

/**
 * A sum of whole nanoseconds that stays exact: fifty thousand spans of an hour each are more than a double can count.
 * Adds as doubles, and carries to a bigint only when the double is nearly full.
 */
export class ExactSum {
  #carried = 0n;
  #loose = 0;

  /** Adds whole nanoseconds, 0 or more. */
  add(ns: number): void {
    if (ns >= SPILL) {
      this.#carried += BigInt(ns);
      return;
    }
    this.#loose += ns;
    if (this.#loose < SPILL) return;
    this.#carried += BigInt(this.#loose);
    this.#loose = 0;
  }

  /** The sum so far, in nanoseconds. */
  get ns(): bigint {
    return this.#carried + BigInt(this.#loose);
  }
}
