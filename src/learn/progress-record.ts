/** A lesson: whether it counts as read. A withdrawn mark is kept as such, so that an older file does not bring it back. */
export interface LessonRecord {
  readonly kind: 'lesson';
  /** The lesson's path, such as `31-concurrency/worker-pool`. */
  readonly id: string;
  readonly read: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An example that has been run. */
export interface ExampleRecord {
  readonly kind: 'example';
  /** The example's id. */
  readonly id: string;
  readonly runs: number;
  /** When it ran last, in milliseconds since 1970. */
  readonly at: number;
}

/** An exercise that has been passed. */
export interface ExerciseRecord {
  readonly kind: 'exercise';
  /** The example's id. */
  readonly id: string;
  /** When it was passed last, in milliseconds since 1970. */
  readonly at: number;
}

/** The hints that the reader has taken in an exercise. */
export interface HintsRecord {
  readonly kind: 'hints';
  /** The exercise's id. */
  readonly id: string;
  /** How many: they are taken one after the other. */
  readonly taken: number;
  /** When the last one was taken, in milliseconds since 1970. */
  readonly at: number;
}

/** One thing that the reader has done. Each is a record of its own, so that two tabs never write over one another. */
export type ProgressRecord = LessonRecord | ExampleRecord | ExerciseRecord | HintsRecord;

/** The telemetry with which an exercise was passed. */
export interface TraceRecord {
  /** The example's id. */
  readonly id: string;
  /** When it was passed, in milliseconds since 1970. */
  readonly at: number;
  /** OTLP JSON (`OtlpJson` of `src/otlp/encode.ts`) in UTF-8, deflated (RFC 1951). */
  readonly packed: Uint8Array<ArrayBuffer>;
}

/** Which record. */
export interface ProgressKey {
  readonly kind: ProgressRecord['kind'];
  readonly id: string;
}

/** What is kept of the telemetry that passed: the newest `count` exercises, each of at most `bytes` when packed. */
export const TRACE_BOUNDS = { count: 128, bytes: 128_000 } as const;

/** The record, if a stored or imported value is one. */
export function readProgress(value: unknown): ProgressRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Partial<Record<'kind' | 'id' | 'read' | 'runs' | 'taken' | 'at', unknown>> = value;
  const { kind, id, read, runs, taken, at } = fields;
  if (typeof id !== 'string' || id === '' || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  if (kind === 'lesson' && typeof read === 'boolean') return { kind, id, read, at };
  if (kind === 'example' && isCount(runs)) return { kind, id, runs, at };
  if (kind === 'hints' && isCount(taken)) return { kind, id, taken, at };
  return kind === 'exercise' ? { kind, id, at } : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
}

/** The trace record, if a stored value is one within the bounds. */
export function readTrace(value: unknown): TraceRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Partial<Record<keyof TraceRecord, unknown>> = value;
  const { id, at, packed } = fields;
  if (typeof id !== 'string' || id === '' || typeof at !== 'number' || !Number.isFinite(at)) return undefined;
  if (!(packed instanceof Uint8Array) || packed.length > TRACE_BOUNDS.bytes) return undefined;
  return { id, at, packed: Uint8Array.from(packed) };
}

/** A text for a `Map` that no two records share. */
export function progressKeyText({ kind, id }: ProgressKey): string {
  return `${kind} ${id}`;
}
