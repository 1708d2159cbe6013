import { DONE, openAll, Queue, wait, type Gate } from '../queue.ts';

/**
 * Runs a function once, however many tasks ask for it: Go's `sync.Once`.
 *
 * @see https://pkg.go.dev/sync#Once
 */
export class Once {
  #state: 'new' | 'running' | 'over' = 'new';
  readonly #waiting = new Queue<Gate>();

  /**
   * The first call runs `body`; calls meanwhile wait until it has ended; later ones do nothing. Go's `once.Do(f)`.
   * What `body` throws, the first call throws; it counts as run all the same. A `body` that calls `do` on the same
   * `Once` waits for itself, for ever.
   *
   * @see https://pkg.go.dev/sync#Once.Do
   */
  do(body: () => unknown): Promise<void> {
    if (this.#state === 'new') return this.#run(body);
    return this.#state === 'over' ? DONE : wait(this.#waiting, 'once', describe);
  }

  async #run(body: () => unknown): Promise<void> {
    this.#state = 'running';
    try {
      await body();
    } finally {
      this.#state = 'over';
      openAll(this.#waiting);
    }
  }
}

/**
 * A function that runs `body` on its first call only; every call waits for that run, and throws what it threw. Go's
 * `sync.OnceFunc`.
 *
 * @see https://pkg.go.dev/sync#OnceFunc
 */
export function onceFunc(body: () => unknown): () => Promise<void> {
  return onceValue(async () => {
    await body();
  });
}

/**
 * A function that works out a value on its first call and gives the same one ever after; if `body` threw, every call
 * throws the same error. Go's `sync.OnceValue`.
 *
 * @see https://pkg.go.dev/sync#OnceValue
 */
export function onceValue<T>(body: () => T | Promise<T>): () => Promise<T> {
  const once = new Once();
  let result: { readonly value: T } | { readonly error: unknown } | undefined;
  return async () => {
    await once.do(async () => {
      try {
        result = { value: await body() };
      } catch (error) {
        result = { error };
      }
    });
    if (result === undefined) throw new Error('onceValue: the function has not ended');
    if ('error' in result) throw result.error;
    return result.value;
  };
}

/**
 * As `onceValue`, for a function with several results, as a tuple. Go's `sync.OnceValues`.
 *
 * @see https://pkg.go.dev/sync#OnceValues
 */
export function onceValues<T extends readonly unknown[]>(
  body: () => Readonly<T> | Promise<Readonly<T>>,
): () => Promise<T>;
export function onceValues<T>(body: () => T | Promise<T>): () => Promise<T> {
  return onceValue(body);
}

function describe(): string {
  return 'a Once whose function is running';
}
