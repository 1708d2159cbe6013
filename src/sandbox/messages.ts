/**
 * The wire between page, frame and worker: one envelope, so that the frame can weigh a message without looking into it.
 *
 * page → frame → worker: `Command`; worker → frame → page: `Report`. The frame adds reports of its own.
 */
import type { Answer, ClockKind, CompiledModule, ConsoleEntry, Outcome, SpanLine } from './contract.ts';

/** What the worker sends: text that the page parses and checks, and at most one body. */
export interface Envelope {
  readonly run: number;
  readonly json: string;
  readonly body?: ArrayBuffer;
}

/** The largest text of one envelope, in UTF-16 units; more ends the run. */
export const MAX_ENVELOPE_TEXT = 1_000_000;
/** Messages a second that end the run. */
export const MAX_MESSAGES_PER_SECOND = 5_000;
/**
 * Reports that the page reads at a time. Others wait in the frame, where they burden nobody: however slow the page is, it
 * hears of the end of a run as soon as it has read these. As many waiting as a second may bring end the run.
 */
export const MAX_UNREAD_REPORTS = 32;
/** Bytes a run may send in all before it is ended. */
export const MAX_RUN_BYTES = 64 * 1024 * 1024;
/** Wall time of a run in ms. */
export const WALL_LIMIT_MS = 10_000;
/** Time on the virtual clock in ms. */
export const VIRTUAL_LIMIT_MS = 3_600_000;

/** What the worker is told to run. The frame starts it with the chunks that it was last told to keep warm. */
export interface RunCommand {
  readonly kind: 'run';
  readonly run: number;
  readonly modules: readonly CompiledModule[];
  readonly entry: string;
  readonly clock: ClockKind;
  readonly seed: number;
  /** Record where tasks block and spans start: costs much, so only in a replay. */
  readonly capture: boolean;
  /** In a thread: what it is called and which function of the files it runs. Its entry is not started. */
  readonly thread?: { readonly id: number; readonly name: string; readonly work: string };
}

/** What a program tells a thread that it has started. */
export type ThreadCommand =
  | { readonly kind: 'call'; readonly n: number; readonly message: unknown }
  /** Send what is left, then say `gone`. */
  | { readonly kind: 'leave' };

/** What a thread tells the program that started it, besides the envelopes that are passed on. */
export type ThreadReport =
  /** Its files are loaded. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'returned'; readonly n: number; readonly value: unknown }
  | { readonly kind: 'threw'; readonly n: number; readonly name: string; readonly message: string }
  /** An error that nobody caught. */
  | { readonly kind: 'failed'; readonly name: string; readonly message: string }
  | { readonly kind: 'gone' };

/** The page's answer to one request. */
export interface AnswerCommand {
  readonly kind: 'answer';
  readonly run: number;
  readonly id: number;
  /** 0: a network error. */
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  readonly delayMs: NonNullable<Answer['delayMs']>;
  readonly silent: boolean;
}

export type FrameCommand =
  /** Keep a worker ready that starts with these chunks; `undefined`: the same as before. */
  | { readonly kind: 'warm'; readonly scripts: readonly string[] | undefined }
  | RunCommand
  | AnswerCommand
  | { readonly kind: 'stop'; readonly run: number }
  /** The page has read one report of this run. */
  | { readonly kind: 'read'; readonly run: number }
  | { readonly kind: 'ping'; readonly n: number };

/** What the frame itself says. */
export type FrameReport =
  | { readonly kind: 'warm' }
  | { readonly kind: 'pong'; readonly n: number }
  /** The frame ended the run: `reason` says why. */
  | {
      readonly kind: 'killed';
      readonly run: number;
      readonly reason: 'flood' | 'size' | 'time' | 'malformed' | 'worker';
      readonly detail: string;
    }
  | { readonly kind: 'report'; readonly envelope: Envelope };

/** What the worker reports, after parsing. */
export type WorkerReport =
  | { readonly kind: 'console'; readonly entries: readonly ConsoleEntry[]; readonly suppressed: number }
  | {
      readonly kind: 'request';
      readonly id: number;
      readonly method: string;
      readonly url: string;
      readonly headers: readonly (readonly [string, string])[];
      readonly atMs: number;
    }
  /** `lines` are known only where the run was captured. */
  | { readonly kind: 'ended'; readonly outcome: Outcome; readonly lines: readonly SpanLine[] };
