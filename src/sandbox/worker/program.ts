import type { BlockedTask, Outcome } from '../contract.ts';
import type { RunCommand } from '../messages.ts';
import type { Clock } from './clock.ts';
import { native } from './natives.ts';
import type { BlockedOperation, ExitHooks, PanickedTask, TaskRegistry } from './runtime.ts';
import { describeThrown, locationOf, readerFrames } from './stacks.ts';

/** How a program ended; the time is read when its telemetry has been flushed. */
export type Verdict = Omit<Outcome, 'clockMs'>;

/** Real time given to rejections that nobody has handled to be reported, in ms. */
const REJECTION_GRACE_MS = 10;

/**
 * Real time for which main must have waited on the real clock before it is said to be stuck, in ms: there, work of the
 * browser that nothing counts (a stream, a digest) may still be going on.
 */
const STUCK_AFTER_MS = 2_000;

/** What happens with a program, one after the other. */
type Phase =
  /** main has not settled. */
  | 'main'
  /** main has returned; what can still run, runs. */
  | 'drain'
  /** The end is known; telemetry is being flushed. */
  | 'exit'
  | 'done';

/**
 * Follows one program to its end and gives the verdict.
 *
 * A program that imports `csp` ends as Go's do: when main returns, time stops, and a task that is still blocked is a
 * leak. Without `csp` it ends as JavaScript does: when nothing is left that could run.
 */
export class Program {
  readonly #clock: Clock;
  readonly #tasks: TaskRegistry | undefined;
  readonly #hooks: ExitHooks | undefined;
  readonly #finish: (verdict: Verdict) => void;
  readonly #readable: (message: string) => string;
  #phase: Phase = 'main';
  #virtual = true;
  /** Whether the kit is still sending: only for that does time move when the program is over. */
  #flushing = false;
  /** When main was first seen to wait for nothing that is known, on the machine's clock. */
  #waitsSince: number | undefined;
  #verdict: Verdict = { kind: 'ok', message: '', tasks: [] };

  constructor(options: {
    readonly clock: Clock;
    readonly tasks: TaskRegistry | undefined;
    readonly hooks: ExitHooks | undefined;
    readonly readable: (message: string) => string;
    readonly finish: (verdict: Verdict) => void;
  }) {
    this.#clock = options.clock;
    this.#tasks = options.tasks;
    this.#hooks = options.hooks;
    this.#readable = options.readable;
    this.#finish = options.finish;
  }

  /** Starts main, which is the evaluation of the entry module. */
  start(command: RunCommand, load: () => Promise<unknown>): void {
    this.#virtual = command.clock === 'virtual';
    this.#tasks?.seed(command.seed);
    this.#tasks?.capture(command.capture);
    this.#tasks?.onPanic((error, task) => this.fail(error, task));
    self.addEventListener('error', (event) => {
      event.preventDefault();
      this.fail(event.error ?? event.message);
    });
    self.addEventListener('unhandledrejection', (event) => {
      event.preventDefault();
      this.fail(event.reason);
    });
    load().then(
      () => {
        this.#tasks?.mainEnded();
        if (this.#phase === 'main') this.#phase = 'drain';
        this.#clock.watch();
      },
      (error: unknown) => this.fail(error),
    );
  }

  /** An error that nobody caught: Go's panic. The run ends with it. */
  fail(error: unknown, task?: PanickedTask): void {
    if (this.#phase === 'exit' || this.#phase === 'done') {
      if (this.#verdict.kind === 'ok' && this.#phase === 'exit') this.#verdict = this.#thrown(error, task);
      return;
    }
    this.#end(this.#thrown(error, task));
  }

  /** Nothing can go on without time moving: move it, or say why that would not help. */
  quiet(): void {
    const clock = this.#clock;
    if (this.#phase === 'main') {
      if (clock.foreground > 0) {
        this.#waitsSince = undefined;
        this.#advance();
      } else this.#judgeBlocked();
    } else if (this.#phase === 'drain') this.#drain();
    else if (this.#phase === 'exit' && this.#flushing && clock.foreground + clock.sdkWaits > 0) this.#advance();
  }

  #advance(): void {
    if (!this.#clock.advance()) this.#end({ kind: 'limit', reason: 'virtual-time', message: '', tasks: [] });
  }

  #judgeBlocked(): void {
    const state = this.#tasks?.snapshot();
    // A sleep ends by itself.
    const blocked = (state?.blocked ?? []).filter(({ timed }) => !timed);
    if (state && blocked.length > 0 && blocked.length >= state.live) {
      this.#end({
        kind: 'deadlock',
        message: 'all goroutines are asleep - deadlock!',
        tasks: blocked.map((operation) => toTask(operation)),
      });
    } else if (this.#clock.sdkWaits > 0) this.#advance();
    else if (this.#mayStillCome()) this.#clock.watch();
    else this.#end({ kind: 'stuck', message: '', tasks: blocked.map((operation) => toTask(operation)) });
  }

  /** On the real clock nobody can tell at once whether a promise will settle. */
  #mayStillCome(): boolean {
    if (this.#virtual) return false;
    const now = native.now();
    this.#waitsSince ??= now;
    return now - this.#waitsSince < STUCK_AFTER_MS;
  }

  #drain(): void {
    const tasks = this.#tasks?.snapshot();
    if (tasks) {
      if (tasks.live === 0) this.#end(this.#verdict);
      else this.#end({ kind: 'leak', message: '', tasks: tasks.blocked.map((operation) => toTask(operation)) });
      return;
    }
    if (this.#clock.foreground > 0) this.#advance();
    else this.#end(this.#verdict);
  }

  /** The program is over. Its kit may still send what it holds; then the end is reported. */
  #end(verdict: Verdict): void {
    if (this.#phase === 'exit' || this.#phase === 'done') return;
    this.#phase = 'exit';
    this.#verdict = verdict;
    this.#clock.cancelReader();
    this.#flushing = true;
    const flushed = this.#hooks?.run() ?? Promise.resolve();
    flushed
      .catch((error: unknown) => {
        if (this.#verdict.kind === 'ok') {
          this.#verdict = { ...this.#thrown(error), reason: 'undelivered' };
        }
      })
      .finally(() => {
        this.#flushing = false;
        native.setTimeout(() => this.#done(), REJECTION_GRACE_MS);
      });
    this.#clock.watch();
  }

  #done(): void {
    if (this.#phase === 'done') return;
    this.#phase = 'done';
    this.#clock.stop();
    this.#finish(this.#verdict);
  }

  /**
   * Some errors know no line of the reader's, `context canceled` for one, which is made once for all. Then the task is
   * named that ended with it, and where it was started: as a panic of Go says, `created by`.
   */
  #thrown(error: unknown, task?: PanickedTask): Verdict {
    const at = locationOf(error);
    const message = this.#readable(describeThrown(error));
    if (at) return { kind: 'error', message, at, tasks: [] };
    return { kind: 'error', message, tasks: task ? [toStart(task)] : [] };
  }
}

function toStart({ name, stack }: PanickedTask): BlockedTask {
  const at = readerFrames(stack)[0];
  return { name, operation: 'go', ...(at ? { at } : {}) };
}

function toTask(operation: BlockedOperation): BlockedTask {
  const at = readerFrames(operation.stack)[0];
  return {
    name: operation.task ?? 'a task',
    operation: operation.channel ? `${operation.operation} on ${operation.channel}` : operation.operation,
    ...(at ? { at } : {}),
  };
}
