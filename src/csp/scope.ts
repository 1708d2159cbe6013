/** The tree along which contexts are canceled. Values travel separately, in `context.ts`. */
import { Alarm } from './alarm.ts';
import { Chan } from './chan.ts';

/** What hears of a cancellation: a scope below, a waiting task, a function of `afterFunc`. */
export interface Listener {
  cancel(err: Error, cause: Error): void;
}

export class Scope implements Listener {
  /** Undefined at the root, which is never canceled. */
  readonly parent: Scope | undefined;
  /** In milliseconds since 1970; the earliest of this scope's and those above. */
  deadline: number | undefined;
  err: Error | undefined = undefined;
  cause: Error | undefined = undefined;
  #listeners: Set<Listener> | undefined = undefined;
  #done: Chan<never> | undefined = undefined;
  #controller: AbortController | undefined = undefined;
  #alarm: Alarm | undefined = undefined;

  constructor(parent: Scope | undefined) {
    this.parent = parent;
    this.deadline = parent?.deadline;
    parent?.listen(this);
  }

  /** Made when first asked for: most scopes are never watched. */
  get done(): Chan<never> {
    if (this.#done === undefined) {
      this.#done = this.parent === undefined ? new NeverDone() : new Done();
      if (this.err !== undefined) this.#done.close();
    }
    return this.#done;
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.err !== undefined) this.#controller.abort(this.cause);
    }
    return this.#controller.signal;
  }

  /** Calls `listener` when this is canceled, at once if it is already. Gives a function that takes it back. */
  listen(listener: Listener): () => boolean {
    if (this.err !== undefined) {
      listener.cancel(this.err, this.cause ?? this.err);
      return () => false;
    }
    this.#listeners ??= new Set();
    const listeners = this.#listeners;
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  /** Cancels at `deadline`, unless something else does before. */
  expire(deadline: number, err: Error, cause: Error): void {
    this.deadline = deadline;
    if (this.err !== undefined) return;
    const left = deadline - Date.now();
    if (left <= 0) this.end(err, cause);
    else this.#alarm = new Alarm(left, () => this.end(err, cause));
  }

  /** Cancels this scope and lets go of it: from now on nothing above remembers it. */
  end(err: Error, cause: Error): void {
    if (this.err !== undefined) return;
    this.parent?.forget(this);
    this.cancel(err, cause);
  }

  forget(listener: Listener): void {
    this.#listeners?.delete(listener);
  }

  /** Go's order: the error is there before `done` closes, and this scope is over before those below are. */
  cancel(err: Error, cause: Error): void {
    if (this.err !== undefined) return;
    this.err = err;
    this.cause = cause;
    this.#alarm?.stop();
    this.#done?.close();
    const listeners = this.#listeners;
    this.#listeners = undefined;
    this.#controller?.abort(cause);
    if (listeners !== undefined) for (const listener of listeners) listener.cancel(err, cause);
  }
}

class Done extends Chan<never> {
  constructor() {
    super(0, 0);
  }

  override describe(): string {
    return 'the done channel of a context';
  }
}

class NeverDone extends Done {
  override addReceiver(): void {}

  override describe(): string {
    return 'the done channel of a context that is never canceled';
  }
}

/** The scope of `background()` and `withoutCancel`. Nothing listens to it, so it holds on to nothing. */
class RootScope extends Scope {
  constructor() {
    super(undefined);
  }

  override listen(): () => boolean {
    return () => false;
  }
}

export const ROOT: Scope = new RootScope();
