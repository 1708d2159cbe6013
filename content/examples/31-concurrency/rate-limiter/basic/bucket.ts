/**
 * A bucket that holds `burst` tokens, starts full and gains
 * `perSecond`. It counts in milliseconds of credit, which are
 * whole numbers here, so that nothing is rounded.
 */
export function tokenBucket(burst: number, perSecond: number) {
  const cost = 1_000 / perSecond; // of one token
  const full = burst * cost;
  let credit = full;
  let last = performance.now();

  /**
   * Takes a token, if need be one that is still to come, and says
   * in how many milliseconds it will be there.
   */
  function reserve(): number {
    const now = performance.now();
    credit = Math.min(full, credit + now - last) - cost;
    last = now;
    return Math.max(0, -credit);
  }

  return { reserve };
}
