/** Its name becomes the error.type of the span that it ends. */
export class RateLimited extends Error {
  override readonly name = 'rate_limited';
}

/** A bucket of tokens that refuses what would come too late. */
export function tokenBucket(burst: number, perSecond: number) {
  const cost = 1_000 / perSecond; // of one token
  const full = burst * cost;
  let credit = full;
  let last = performance.now();

  /** Takes a token, unless it comes only after `atMost` ms. */
  function reserve(atMost: number): number {
    const now = performance.now();
    credit = Math.min(full, credit + now - last);
    last = now;
    const ms = Math.max(0, cost - credit);
    if (ms > atMost) throw new RateLimited(`a token in ${ms} ms`);
    credit -= cost;
    return ms;
  }

  return { reserve };
}
