import type { Telemetry } from '../otlp/telemetry.ts';
import type { PackedSpans } from './pack.ts';

/** Where in a file something is wrong; every part that is known is there. */
export interface Place {
  /** From 1. */
  readonly line?: number;
  /** From 1, in UTF-16 units. */
  readonly column?: number;
  /** From 0. */
  readonly byte?: number;
  /** Field names and indices, such as `resourceSpans[0].scopeSpans[0].spans[3].traceId`. */
  readonly path?: string;
}

/** Why something could not be read. Given as a key, so that it can be said in the reader's language. */
export type Reason =
  /** The file has no bytes, or nothing but spaces. */
  | { readonly key: 'empty' }
  /** A rule of OTLP or of Jaeger's format is broken; `text` says which, in English, as the readers of the wire do. */
  | { readonly key: 'rule'; readonly text: string }
  /** Not JSON from this place on; `near` is what stands there. */
  | { readonly key: 'json'; readonly near: string }
  /** JSON, but of something else; `names` are the first keys of the object. */
  | { readonly key: 'unknown'; readonly names: string }
  /** Neither text nor protobuf of OTLP. */
  | { readonly key: 'binary' }
  /** Bytes that are no UTF-8. */
  | { readonly key: 'utf8' }
  /** The gzip data is damaged or cut off. */
  | { readonly key: 'gzip' }
  /** More than `limit` bytes, after decompression. */
  | { readonly key: 'tooLong'; readonly limit: number }
  /** A format that is known and not read. */
  | { readonly key: 'zip' | 'zstd' | 'zipkin' | 'snakeCase' | 'html' };

/** One thing that could not be read. */
export interface Problem {
  readonly file: string;
  readonly place: Place;
  readonly reason: Reason;
}

/** What a file that was read in part had to leave out. */
export interface LeftOut {
  /** Spans, data points, log records and lines. */
  readonly count: number;
  /** The first of them, at most {@link MOST_PROBLEMS}. */
  readonly problems: readonly Problem[];
}

export type TraceFile =
  | {
      readonly ok: true;
      /** The spans are views on `packed`, in the order of the file. */
      readonly telemetry: Telemetry;
      readonly packed: PackedSpans;
      readonly leftOut: LeftOut;
    }
  | { readonly ok: false; readonly problem: Problem };

/** How far reading has come: `done` of `total`, in bytes or in items. */
export interface Progress {
  readonly stage: 'inflate' | 'parse' | 'read';
  readonly done: number;
  readonly total: number;
}

export type OnProgress = (progress: Progress) => void;

/** The most problems that are kept one by one; the others are counted. */
export const MOST_PROBLEMS = 20;

/** Thrown inside this folder: nothing of the file can be shown. */
export class Refusal extends Error {
  readonly place: Place;
  readonly reason: Reason;

  constructor(reason: Reason, place: Place = {}) {
    super(`The file cannot be read: ${reason.key}.`);
    this.name = 'Refusal';
    this.reason = reason;
    this.place = place;
  }
}
