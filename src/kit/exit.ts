/**
 * What must still happen when an example's program is over: providers hand over what they hold. The sandbox calls `run`
 * however the program ended, so that the trace of a failing program can be seen.
 */
type Flush = () => Promise<void>;

const flushes = new Set<Flush>();

/** Registers something to be flushed at the end of the run. */
export function onExit(flush: Flush): void {
  flushes.add(flush);
}

/** Flushes everything that was registered; rejects with the first failure after all have been tried. */
export async function run(): Promise<void> {
  const results = await Promise.allSettled([...flushes].map((flush) => flush()));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
