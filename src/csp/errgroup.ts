import { withCancelCause, type CancelCauseFunc, type Context } from './context.ts';
import { SyncError } from './errors.ts';
import { DONE, Gate, openAll, Queue, wait } from './queue.ts';
import { start } from './tasks.ts';

/**
 * Tasks that work on one thing and fail together: `errgroup.Group` of Go's `x/sync`. Made by `errGroup`.
 *
 * @see https://pkg.go.dev/golang.org/x/sync/errgroup#Group
 */
export interface ErrGroup {
  /**
   * Runs `body` in a task of its own: Go's `g.Go(f)`. To throw is to return an error; the first one cancels the group's
   * context. Under a limit the promise waits until the task may start, so `await` it.
   *
   * @see https://pkg.go.dev/golang.org/x/sync/errgroup#Group.Go
   */
  go(body: () => unknown): Promise<void>;
  /**
   * As `go`, but only if the limit leaves room; says whether it did. Go's `g.TryGo(f)`.
   *
   * @see https://pkg.go.dev/golang.org/x/sync/errgroup#Group.TryGo
   */
  tryGo(body: () => unknown): boolean;
  /**
   * Waits until all tasks have ended, cancels the context, and rejects with the first error if there was one. Go's
   * `g.Wait()`.
   *
   * @see https://pkg.go.dev/golang.org/x/sync/errgroup#Group.Wait
   */
  wait(): Promise<void>;
  /**
   * Lets at most `n` tasks run at a time: Go's `g.SetLimit(n)`. Negative: no limit; 0: no task can start any more.
   *
   * @throws SyncError `errgroup: modify limit while … goroutines in the group are still active`.
   * @see https://pkg.go.dev/golang.org/x/sync/errgroup#Group.SetLimit
   */
  setLimit(n: number): void;
}

/**
 * Makes a group of tasks and a context for them that ends at the first error, or when `wait` is over: Go's
 * `errgroup.WithContext`.
 *
 * ```ts
 * const [group, ctx] = errGroup(parent);
 * for (const shard of shards) group.go(() => process(ctx, shard));
 * await group.wait();  // throws the first error, after all have ended
 * ```
 *
 * `cause(ctx)` gives the first error.
 *
 * @see https://pkg.go.dev/golang.org/x/sync/errgroup#WithContext
 */
export function errGroup(parent: Context): [group: ErrGroup, ctx: Context] {
  const [ctx, cancel] = withCancelCause(parent);
  return [new Group(cancel), ctx];
}

class Group implements ErrGroup {
  readonly #cancel: CancelCauseFunc;
  #limit = Infinity;
  /** Tasks that have started and not ended. */
  #active = 0;
  #failure: { readonly error: unknown } | undefined = undefined;
  /** Those that wait for a place under the limit; each starts its task itself when it is let through. */
  readonly #starting = new Queue<Gate>();
  readonly #waiting = new Queue<Gate>();
  readonly #describe = (): string => `an errGroup with ${this.#active} ${this.#active === 1 ? 'task' : 'tasks'}`;

  constructor(cancel: CancelCauseFunc) {
    this.#cancel = cancel;
  }

  go(body: () => unknown): Promise<void> {
    if (this.tryGo(body)) return DONE;
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        this.#start(body);
        resolve();
      };
      this.#starting.push(new Gate('go', this.#describe, begin, reject));
    });
  }

  tryGo(body: () => unknown): boolean {
    if (this.#active >= this.#limit) return false;
    this.#start(body);
    return true;
  }

  wait(): Promise<void> {
    if (this.#idle) return this.#end();
    return wait(this.#waiting, 'wait', this.#describe).then(() => this.#end());
  }

  setLimit(n: number): void {
    if (!Number.isSafeInteger(n)) throw new RangeError(`setLimit takes a whole number, not ${n}`);
    if (n >= 0 && this.#active > 0) {
      throw new SyncError(`errgroup: modify limit while ${this.#active} goroutines in the group are still active`);
    }
    this.#limit = n < 0 ? Infinity : n;
  }

  get #idle(): boolean {
    return this.#active === 0 && this.#starting.first === undefined;
  }

  #start(body: () => unknown): void {
    this.#active += 1;
    start(async () => {
      try {
        await body();
      } catch (error) {
        if (this.#failure === undefined) {
          this.#failure = { error };
          this.#cancel(toError(error));
        }
      }
      this.#active -= 1;
      this.#starting.shift()?.open();
      if (this.#idle) openAll(this.#waiting);
    });
  }

  #end(): Promise<void> {
    if (this.#failure === undefined) {
      this.#cancel();
      return DONE;
    }
    return Promise.reject(this.#failure.error);
  }
}

function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown), { cause: thrown });
}
