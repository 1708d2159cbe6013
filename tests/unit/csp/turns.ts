import { afterEach, beforeEach, vi } from 'vitest';
import { capture, onPanic, reset } from '../../../src/csp/tasks.ts';

/** The start of the virtual clock in these tests. */
export const START = Date.UTC(2000, 0, 1);

/** Lets everything run that can run without a timer. */
export function quiet(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Moves the virtual clock, running what its timers wake. */
export async function pass(ms: number): Promise<void> {
  await quiet();
  await vi.advanceTimersByTimeAsync(ms);
  await quiet();
}

/** A clean registry and a clock that only `pass` moves, for every test of a file. */
export function isolate(): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START });
    reset();
  });
  afterEach(() => {
    capture(false);
    onPanic();
    reset();
    vi.useRealTimers();
  });
}

export interface Watched<T> {
  state: 'pending' | 'resolved' | 'rejected';
  value?: T;
  error?: unknown;
}

/** Looks at a promise from outside. */
export function watch<T>(promise: Promise<T>): Watched<T> {
  const watched: Watched<T> = { state: 'pending' };
  promise.then(
    (value) => {
      watched.state = 'resolved';
      watched.value = value;
    },
    (error: unknown) => {
      watched.state = 'rejected';
      watched.error = error;
    },
  );
  return watched;
}
