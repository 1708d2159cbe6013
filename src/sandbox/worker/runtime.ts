/**
 * What the chunks of the worker share while they load. Each chunk is wrapped in a function that receives this object
 * as `__tp`; the reader's code never sees it.
 */

import type { AnswerCommand, RunCommand, ThreadCommand, WorkerReport } from '../messages.ts';
import type { Clock } from './clock.ts';

/** The clock, timers and randomness that the OpenTelemetry bundle uses in place of the globals (see `build/chunks.ts`). */
export interface SdkGlobals {
  performance: { now(): number; timeOrigin: number };
  Date: DateConstructor;
  setTimeout(handler: () => void, ms?: number): number;
  clearTimeout(id: number | undefined): void;
  setInterval(handler: () => void, ms?: number): number;
  clearInterval(id: number | undefined): void;
  random(): number;
}

/** What `csp/tasks` offers the runtime; structural, so that the boot chunk does not contain `csp`. */
export interface TaskRegistry {
  capture(on: boolean): void;
  onPanic(handler: (error: unknown, task: PanickedTask) => void): void;
  seed(n: number): void;
  /** main has settled and counts no longer. */
  mainEnded(): void;
  snapshot(): TaskSnapshot;
}

/** A task that threw what nobody caught. */
export interface PanickedTask {
  readonly name: string;
  /** Of the `go` that started it, in a replay. */
  readonly stack: string | undefined;
}

export interface TaskSnapshot {
  /** Tasks that have not returned: main, until it has ended, and every unfinished `go`. */
  readonly live: number;
  readonly blocked: readonly BlockedOperation[];
}

export interface BlockedOperation {
  readonly task: string | undefined;
  readonly operation: string;
  readonly channel: string | undefined;
  /** Waits for a timer, so it ends by itself. */
  readonly timed: boolean;
  /** A captured stack, in a replay. */
  readonly stack: string | undefined;
}

/** A module of the kit that must finish its work after main has returned, such as flushing telemetry. */
export interface ExitHooks {
  run(): Promise<void>;
}

/** What `worker/threads.ts` offers the boot script, which holds it only where a program imports `threads`. */
export interface ThreadSupport {
  /** Lets a program start threads. */
  employ(home: ThreadHome): Crew;
  /** Makes this worker a thread. */
  serve(place: ThreadPlace): (command: ThreadCommand) => void;
}

/** What a program lends to its threads. */
export interface ThreadHome {
  readonly command: RunCommand;
  readonly clock: Clock;
  send(report: WorkerReport, body?: ArrayBuffer): void;
  fail(error: unknown): void;
}

/** The threads of a program. */
export interface Crew {
  /** Passes the page's answer on if it is for a thread. */
  answer(command: AnswerCommand): boolean;
  /** Lets every thread send what it holds, then ends it. */
  leave(): Promise<void>;
}

/** What a worker lends to the thread that it is. */
export interface ThreadPlace {
  readonly command: RunCommand;
  readonly clock: Clock;
  /** The files of the program that are not its entry. */
  load(): Promise<readonly ModuleRecord[]>;
  /** Sends what telemetry and console still hold. */
  flush(): Promise<void>;
}

export type ModuleRecord = Readonly<Record<string, unknown>>;

export interface Runtime {
  readonly modules: Record<string, ModuleRecord>;
  readonly sdk: SdkGlobals;
}
