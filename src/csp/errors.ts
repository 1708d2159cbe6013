/** The errors of this library, and Go's ways of looking into errors that wrap others. */

/**
 * A misuse of a channel that Go answers with a panic: `send on closed channel`, `close of closed channel`,
 * `close of nil channel`. The message is Go's own.
 *
 * @see https://go.dev/ref/spec#Send_statements and https://go.dev/ref/spec#Close
 */
export class ChannelError extends Error {
  override readonly name = 'ChannelError';
}

/**
 * A misuse of something in the family of Go's `sync`: `sync: negative WaitGroup counter`,
 * `sync: unlock of unlocked mutex`, `semaphore: released more than held`, ... The message is Go's own.
 *
 * @see https://pkg.go.dev/sync
 */
export class SyncError extends Error {
  override readonly name = 'SyncError';
}

/** Why a context is over. There are only two of these, made once: compare with `===` or `isError`. */
class ContextError extends Error {
  override readonly name: string;

  constructor(name: string, message: string) {
    super(message);
    this.name = name;
    // Made when the library is loaded: a stack from there would point a reader nowhere.
    this.stack = `${name}: ${message}`;
  }
}

/**
 * What `ctx.err()` gives once a context was canceled: Go's `context.Canceled`, message `context canceled`.
 * Somebody asked for it, so telemetry leaves the span's status unset.
 *
 * @see https://pkg.go.dev/context#pkg-variables
 */
export const canceled: Error = Object.freeze(new ContextError('Canceled', 'context canceled'));

/**
 * What `ctx.err()` gives once a context's deadline has passed: Go's `context.DeadlineExceeded`, message
 * `context deadline exceeded`.
 *
 * @see https://pkg.go.dev/context#pkg-variables
 */
export const deadlineExceeded: Error = Object.freeze(new ContextError('DeadlineExceeded', 'context deadline exceeded'));

/**
 * Wraps several errors into one, as Go's `errors.Join` does: `undefined` is left out, the message is the messages, one
 * a line, and `isError` and `asError` look into each.
 *
 * @returns `undefined` if there was no error among the arguments.
 * @see https://pkg.go.dev/errors#Join
 */
export function joinErrors(...errors: readonly (Error | undefined)[]): AggregateError | undefined {
  const present = errors.filter((error) => error !== undefined);
  if (present.length === 0) return undefined;
  return new AggregateError(present, present.map((error) => error.message).join('\n'));
}

/**
 * Whether `target` is `error` itself or anywhere below it: down the chain of `cause` and through the `errors` of an
 * `AggregateError`. Go's `errors.Is`. An error may have a method `is(target)` to count as equal to another.
 *
 * @see https://pkg.go.dev/errors#Is
 */
export function isError(error: unknown, target: Error): boolean {
  for (const part of parts(error, new Set())) {
    if (part === target) return true;
    if (typeof part === 'object' && part !== null && 'is' in part && typeof part.is === 'function') {
      if (part.is(target) === true) return true;
    }
  }
  return false;
}

/**
 * The first error of the class `type` that is `error` itself or anywhere below it, or `undefined`. Go's `errors.As`,
 * with the class in place of the pointer to a variable.
 *
 * @see https://pkg.go.dev/errors#As
 */
export function asError<E extends Error>(error: unknown, type: abstract new (...args: never[]) => E): E | undefined {
  for (const part of parts(error, new Set())) {
    if (part instanceof type) return part;
  }
  return undefined;
}

/** The tree of an error, each node before what is below it. `seen` ends the walk through a `cause` that is a circle. */
function* parts(error: unknown, seen: Set<unknown>): Generator<unknown> {
  if (error === undefined || error === null || seen.has(error)) return;
  seen.add(error);
  yield error;
  if (typeof error !== 'object') return;
  if ('cause' in error) yield* parts(error.cause, seen);
  if ('errors' in error && Array.isArray(error.errors)) {
    for (const inner of error.errors) yield* parts(inner, seen);
  }
}
