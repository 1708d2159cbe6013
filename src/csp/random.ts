/**
 * The seeded choice that `select` makes among ready cases. Go chooses pseudo-randomly so that no source can starve
 * another; here the same seed gives the same choices, so that a run can be repeated and its trace compared.
 */

const DEFAULT_SEED = 1;

let state = DEFAULT_SEED;

/**
 * Starts the sequence of choices afresh.
 *
 * @param n Any whole number; only its low 32 bits count. Without an argument, the seed that every run has by default.
 */
export function seed(n: number = DEFAULT_SEED): void {
  state = n | 0;
}

/**
 * The next choice: a whole number from 0 to `n - 1`, each equally likely.
 *
 * A counter in steps of the golden ratio, stirred by two rounds of multiply and shift: neighbouring seeds give
 * unrelated sequences, which a plain shift register does not.
 */
export function choose(n: number): number {
  state = (state + 0x9e3779b9) | 0;
  let mixed = state ^ (state >>> 16);
  mixed = Math.imul(mixed, 0x21f0aaad);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x735a2d97);
  mixed ^= mixed >>> 15;
  return Math.floor(((mixed >>> 0) / 2 ** 32) * n);
}
