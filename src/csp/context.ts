/** Contexts: Go's way to hand a deadline, a cancellation and request-wide values down the calls, and with them the span. */
import { trace, type Context as OtelContext, type Span } from '@opentelemetry/api';
import { wholeMs } from './alarm.ts';
import type { ReceiveChannel } from './chan.ts';
import { canceled, deadlineExceeded } from './errors.ts';
import { ROOT, Scope } from './scope.ts';
import { start } from './tasks.ts';

/**
 * Carries a deadline, a cancellation, values and the current span: Go's `context.Context`. Pass it as the first
 * argument, and do not keep it in objects.
 *
 * It is an OpenTelemetry context too: give it to `tracer.startSpan(name, options, ctx)`, `propagation.inject(ctx, …)`
 * and whatever else takes one.
 *
 * @see https://pkg.go.dev/context#Context
 */
export interface Context extends OtelContext {
  /**
   * Closed when the context is canceled or its deadline passes, for use in a `select`: Go's `ctx.Done()`. For a context
   * that can never be canceled it is a nil channel.
   *
   * @see https://pkg.go.dev/context#Context
   */
  readonly done: ReceiveChannel<never>;
  /**
   * The same as an `AbortSignal`, for `fetch` and other platform functions. Its `reason` is `cause(ctx)`.
   */
  readonly signal: AbortSignal;
  /** `undefined` while the context is live, then `canceled` or `deadlineExceeded`: Go's `ctx.Err()`. */
  err(): Error | undefined;
  /** When the context ends by itself, if it does: Go's `ctx.Deadline()`. */
  deadline(): Date | undefined;
  /** The value that `withValue` stored under `key`, here or above: Go's `ctx.Value(key)`. */
  value(key: symbol): unknown;
  /** OpenTelemetry's name for `value`. */
  getValue(key: symbol): unknown;
  /** OpenTelemetry's name for `withValue`. Deadline and cancellation stay. */
  setValue(key: symbol, value: unknown): Context;
  /** A context without the value under `key`. Deadline and cancellation stay. */
  deleteValue(key: symbol): Context;
}

/** Cancels a context: Go's `context.CancelFunc`. Only the first call counts. Call it in `finally`, always. */
export type CancelFunc = () => void;

/** Cancels a context and says why: Go's `context.CancelCauseFunc`. Without a cause, the cause is `canceled`. */
export type CancelCauseFunc = (cause?: Error) => void;

/** A value and what was there before it: a list of its own or another library's context. */
interface Values {
  readonly key: symbol;
  readonly value: unknown;
  readonly rest: Values | OtelContext | undefined;
}

/** Under this key a context gives its scope, also through another library's context that is wrapped around it. */
const SCOPE = Symbol('csp.scope');

class ScopedContext implements Context {
  readonly scope: Scope;
  readonly values: Values | OtelContext | undefined;

  constructor(scope: Scope, values: Values | OtelContext | undefined) {
    this.scope = scope;
    this.values = values;
  }

  get done(): ReceiveChannel<never> {
    return this.scope.done;
  }

  get signal(): AbortSignal {
    return this.scope.signal;
  }

  err(): Error | undefined {
    return this.scope.err;
  }

  deadline(): Date | undefined {
    return this.scope.deadline === undefined ? undefined : new Date(this.scope.deadline);
  }

  value(key: symbol): unknown {
    return this.getValue(key);
  }

  getValue(key: symbol): unknown {
    if (key === SCOPE) return this.scope;
    let values = this.values;
    while (values !== undefined && 'rest' in values) {
      if (values.key === key) return values.value;
      values = values.rest;
    }
    return values?.getValue(key);
  }

  setValue(key: symbol, value: unknown): Context {
    return new ScopedContext(this.scope, { key, value, rest: this.values });
  }

  deleteValue(key: symbol): Context {
    return this.setValue(key, undefined);
  }
}

const BACKGROUND = new ScopedContext(ROOT, undefined);

/**
 * The context at the root: never canceled, no deadline, no values. Go's `context.Background()`.
 *
 * @see https://pkg.go.dev/context#Background
 */
export function background(): Context {
  return BACKGROUND;
}

/**
 * A context that ends when `cancel` is called or when `parent` ends: Go's `context.WithCancel`.
 *
 * ```ts
 * const [ctx, cancel] = withCancel(background());
 * try {
 *   await serve(ctx);
 * } finally {
 *   cancel();
 * }
 * ```
 *
 * @see https://pkg.go.dev/context#WithCancel
 */
export function withCancel(parent: Context): [ctx: Context, cancel: CancelFunc] {
  const [ctx, scope] = below(parent, 'withCancel');
  return [ctx, () => scope.end(canceled, canceled)];
}

/**
 * As `withCancel`, and `cancel(error)` says why; `cause(ctx)` gives it back, here and below. Go's
 * `context.WithCancelCause`.
 *
 * @see https://pkg.go.dev/context#WithCancelCause
 */
export function withCancelCause(parent: Context): [ctx: Context, cancel: CancelCauseFunc] {
  const [ctx, scope] = below(parent, 'withCancelCause');
  return [ctx, (why) => scope.end(canceled, why ?? canceled)];
}

/**
 * A context that ends by itself after `ms` milliseconds, if not before: Go's `context.WithTimeout`. Call `cancel` even
 * so: it stops the timer.
 *
 * @param ms Whole milliseconds; 0 or less ends it at once.
 * @throws RangeError if `ms` is not whole.
 * @see https://pkg.go.dev/context#WithTimeout
 */
export function withTimeout(parent: Context, ms: number): [ctx: Context, cancel: CancelFunc] {
  return expiring(parent, Date.now() + wholeMs(ms, 'withTimeout'), deadlineExceeded, 'withTimeout');
}

/**
 * As `withTimeout`, and when the time is over `cause(ctx)` gives the error of your choice. Go's
 * `context.WithTimeoutCause`. Canceling does not set it.
 *
 * @see https://pkg.go.dev/context#WithTimeoutCause
 */
export function withTimeoutCause(parent: Context, ms: number, why: Error): [ctx: Context, cancel: CancelFunc] {
  return expiring(parent, Date.now() + wholeMs(ms, 'withTimeoutCause'), why, 'withTimeoutCause');
}

/**
 * A context that ends by itself at `date`, if not before: Go's `context.WithDeadline`. A deadline of `parent` that is
 * earlier stays the deadline.
 *
 * @throws RangeError if `date` is an invalid date.
 * @see https://pkg.go.dev/context#WithDeadline
 */
export function withDeadline(parent: Context, date: Date): [ctx: Context, cancel: CancelFunc] {
  return expiring(parent, date.getTime(), deadlineExceeded, 'withDeadline');
}

/**
 * As `withDeadline`, and when the date has come `cause(ctx)` gives the error of your choice. Go's
 * `context.WithDeadlineCause`. Canceling does not set it.
 *
 * @see https://pkg.go.dev/context#WithDeadlineCause
 */
export function withDeadlineCause(parent: Context, date: Date, why: Error): [ctx: Context, cancel: CancelFunc] {
  return expiring(parent, date.getTime(), why, 'withDeadlineCause');
}

/**
 * A context with the values and the span of `parent` that goes on when `parent` ends, for work that must finish after
 * the request is over: Go's `context.WithoutCancel`. It has no deadline; give it one.
 *
 * @see https://pkg.go.dev/context#WithoutCancel
 */
export function withoutCancel(parent: Context): Context {
  return new ScopedContext(ROOT, own(parent, 'withoutCancel').values);
}

/**
 * A context that carries `value` under `key`: Go's `context.WithValue`. Keys are symbols, each module's own, so that two
 * modules never meet by accident. For what belongs to a request, not for optional arguments.
 *
 * @see https://pkg.go.dev/context#WithValue
 */
export function withValue(parent: Context, key: symbol, value: unknown): Context {
  return own(parent, 'withValue').setValue(key, value);
}

/**
 * A context whose current span is `span`: what Go writes as `trace.ContextWithSpan(ctx, span)`. Deadline, cancellation
 * and values stay.
 *
 * @see https://pkg.go.dev/go.opentelemetry.io/otel/trace#ContextWithSpan
 */
export function withSpan(parent: Context, span: Span): Context {
  return fromOtel(trace.setSpan(own(parent, 'withSpan'), span));
}

/**
 * Makes a context of one that OpenTelemetry gave, for example what `propagation.extract(ctx, headers)` returns. If it
 * came from one of ours, deadline and cancellation are still there; otherwise it is like `background()` with its values.
 */
export function fromOtel(otelContext: OtelContext): Context {
  if (otelContext instanceof ScopedContext) return otelContext;
  const scope = otelContext.getValue(SCOPE);
  return new ScopedContext(scope instanceof Scope ? scope : ROOT, otelContext);
}

/**
 * Why a context ended: the error given to `withCancelCause`'s `cancel` or to `withTimeoutCause`, otherwise the same as
 * `ctx.err()`; `undefined` while it is live. Go's `context.Cause`.
 *
 * @see https://pkg.go.dev/context#Cause
 */
export function cause(ctx: Context): Error | undefined {
  return own(ctx, 'cause').scope.cause;
}

/**
 * Runs `body` in a task of its own once `ctx` has ended, at once if it has already: Go's `context.AfterFunc`.
 *
 * @returns `stop`, which takes it back: `true` if `body` will now never run, `false` if it was started or stopped before.
 * @see https://pkg.go.dev/context#AfterFunc
 */
export function afterFunc(ctx: Context, body: () => unknown): () => boolean {
  let open = true;
  const close = (): boolean => {
    const was = open;
    open = false;
    return was;
  };
  const forget = onDone(ctx, () => {
    if (close()) start(body);
  });
  return () => {
    forget();
    return close();
  };
}

/** Calls `listener` when `ctx` ends, at once if it has; without a task, so only for this library's own short functions. */
export function onDone(ctx: Context, listener: () => void): () => void {
  return own(ctx, 'afterFunc').scope.listen({ cancel: listener });
}

function below(parent: Context, caller: string): [ctx: Context, scope: Scope] {
  const { scope, values } = own(parent, caller);
  const inner = new Scope(scope);
  return [new ScopedContext(inner, values), inner];
}

function expiring(parent: Context, at: number, why: Error, caller: string): [ctx: Context, cancel: CancelFunc] {
  if (Number.isNaN(at)) throw new RangeError(`${caller} takes a valid date, not an invalid one`);
  const earlier = own(parent, caller).scope.deadline;
  const [ctx, scope] = below(parent, caller);
  if (earlier === undefined || earlier >= at) scope.expire(at, deadlineExceeded, why);
  return [ctx, () => scope.end(canceled, canceled)];
}

function own(ctx: Context, caller: string): ScopedContext {
  if (ctx instanceof ScopedContext) return ctx;
  throw new TypeError(
    `${caller} takes a context made by background() or by a function of csp; make one of an OpenTelemetry context with fromOtel`,
  );
}
