/** A bucket of tokens for those who do not wait. */
export function tokenBucket(burst: number, perSecond: number) {
  const cost = 1_000 / perSecond; // of one token
  const full = burst * cost;
  let credit = full;
  let last = performance.now();

  /** Takes a token if there is one, and says whether it did. */
  return function allow(): boolean {
    const now = performance.now();
    credit = Math.min(full, credit + now - last);
    last = now;
    if (credit < cost) return false;
    credit -= cost;
    return true;
  };
}
