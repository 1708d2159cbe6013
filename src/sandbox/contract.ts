/**
 * What the parts around the sandbox say to each other: the page (host), the frame (relay and limiter) and the worker
 * (where the reader's code runs). Everything that comes out of the worker is untrusted and checked on arrival.
 */
import type { Signal, Telemetry } from '../otlp/telemetry.ts';

/** A file as it was written. `name` is a plain file name such as `main.ts`. */
export interface SourceFile {
  readonly name: string;
  readonly code: string;
}

/** Where an import's specifier stands in erased code: the offsets between the quotes, or of the whole argument if dynamic. */
export interface ModuleImport {
  readonly specifier: string;
  readonly start: number;
  readonly end: number;
  readonly dynamic: boolean;
}

/** A file whose types are blanked out in place (every line and column is where it was) and whose imports are known. */
export interface CompiledModule {
  readonly name: string;
  readonly code: string;
  readonly imports: readonly ModuleImport[];
}

/** A place in the reader's own file; both numbers start at 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export type ClockKind = 'virtual' | 'real';

/** How the in-page receiver answers one export. Without a rule it answers 200 at once. */
export interface Answer {
  /** HTTP status code; 200 with `rejected` is a partial success. */
  readonly status: number;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter?: string;
  /** Milliseconds on the run's clock before the answer is given. */
  readonly delayMs?: number;
  /** Items refused in a partial success, and why. */
  readonly rejected?: { readonly count: number; readonly message: string };
  /** No answer ever comes. */
  readonly silent?: true;
}

export interface RunRequest {
  readonly modules: readonly CompiledModule[];
  readonly entry: string;
  readonly clock: ClockKind;
  /** Seeds ids, retry jitter and `select`. */
  readonly seed: number;
  /** Answers in order of the exports; the last one stays. Empty: always 200. */
  readonly answers: readonly Answer[];
}

/** A logged value as a tree, made in the worker: nothing of it is live. */
export type Preview =
  | {
      readonly kind: 'primitive';
      readonly type: 'string' | 'number' | 'bigint' | 'boolean' | 'symbol' | 'undefined' | 'null';
      readonly text: string;
    }
  | {
      readonly kind: 'error';
      readonly name: string;
      readonly message: string;
      readonly stack: readonly Location[];
      readonly cause?: Preview;
      readonly errors?: readonly Preview[];
    }
  | {
      readonly kind: 'object';
      readonly name: string;
      readonly entries: readonly { readonly key: string; readonly value: Preview }[];
      readonly more: number;
    }
  | { readonly kind: 'list'; readonly name: string; readonly items: readonly Preview[]; readonly more: number }
  | { readonly kind: 'opaque'; readonly text: string };

export type ConsoleLevel = 'log' | 'debug' | 'info' | 'warn' | 'error';

export interface ConsoleEntry {
  readonly level: ConsoleLevel;
  readonly values: readonly Preview[];
  /** The reader's line, where it is known. */
  readonly at?: Location;
  /** Milliseconds on the run's clock since the run began. */
  readonly atMs: number;
}

/**
 * A task that a verdict names: what it waits for and, after a replay, where. Of an error that knows no line it is the
 * task that ended with it; its operation is `go` and its place the one where it was started.
 */
export interface BlockedTask {
  /** `main` or `go #3`. */
  readonly name: string;
  /** `send`, `receive`, `select`, `wait`, ... */
  readonly operation: string;
  readonly at?: Location;
}

/**
 * How a run ended.
 *
 * `ok` main returned and nothing was left; `error` something was thrown or rejected; `deadlock`, `leak`, `stuck` see design §4;
 * `stopped` by the reader; `limit` by a limit of the sandbox; `crashed` the frame's process died; `refused` never started.
 */
export type OutcomeKind = 'ok' | 'error' | 'deadlock' | 'leak' | 'stuck' | 'stopped' | 'limit' | 'crashed' | 'refused';

export type OutcomeReason =
  /** Wall time ran out. */
  | 'time'
  /** Virtual time ran out. */
  | 'virtual-time'
  /** Too many messages in a second. */
  | 'flood'
  /** Too much data. */
  | 'size'
  /** A message that no program should send. */
  | 'malformed'
  /** main returned, but its telemetry could not be delivered. */
  | 'undelivered'
  /** A part of the sandbox could not be fetched. */
  | 'unloaded';

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Which limit was broken, or why nothing could start. The page has a sentence for each, in both languages. */
  readonly reason?: OutcomeReason;
  /** The program's own words, such as `RangeError: too many`; empty where it said nothing. */
  readonly message: string;
  readonly at?: Location;
  readonly tasks: readonly BlockedTask[];
  /** Milliseconds that passed on the run's clock. */
  readonly clockMs: number;
}

/** Which line of the reader's started a span. */
export interface SpanLine {
  /** 16 lower-case hex digits. */
  readonly spanId: string;
  readonly at: Location;
}

/** One export as the receiver saw it, and what it answered. */
export interface Exchange {
  readonly id: number;
  /** Which path it was sent to; undefined for a path that OTLP does not know. */
  readonly signal: Signal | undefined;
  readonly method: string;
  readonly url: string;
  readonly contentType: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** 0 while there is no answer. */
  readonly status: number;
  readonly responseHeaders: readonly (readonly [string, string])[];
  readonly responseBody: string;
  /** What was accepted. Empty when the export was refused. */
  readonly telemetry: Telemetry;
  /** Why the body could not be read, in one sentence with its place. */
  readonly problem?: string;
  /** Milliseconds on the run's clock since the run began. */
  readonly atMs: number;
}
