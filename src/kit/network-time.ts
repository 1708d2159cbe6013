/** Waiting on the run's clock: timers are read at every call, since a sandbox puts its own in their place. */

/** @throws RangeError if `ms` is not a whole number of milliseconds, or negative. */
export function wholeTime(ms: number, name: string): number {
  if (Number.isSafeInteger(ms) && ms >= 0) return ms;
  throw new RangeError(`${name} is ${ms}; it takes a whole number of milliseconds, 0 or more`);
}

/** Waits so many milliseconds; rejects with the signal's reason when that comes first. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
