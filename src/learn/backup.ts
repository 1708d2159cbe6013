import type { Choice, Incoming } from './database.ts';
import { readEdit, type EditRecord } from './edits.ts';
import { fromBase64Url, toBase64Url } from './packing.ts';
import { readPlace, type Place } from './place.ts';
import { readProgress, readTrace, TRACE_BOUNDS, type ProgressRecord, type TraceRecord } from './progress-record.ts';

/** What a file of the reader's things holds. */
export interface Backup extends Incoming {
  readonly place: Place | undefined;
  /** How many entries could not be read and were left out. */
  readonly unreadable: number;
}

/** A file that was not taken; `reason` is a key of `PROGRESS_WORDS`. Nothing has changed. */
export class BackupError extends Error {
  readonly reason: 'backup.format' | 'backup.version';

  constructor(reason: BackupError['reason']) {
    super(`The file was not taken: ${reason}.`);
    this.reason = reason;
  }
}

/** What the file says it is. */
const FORMAT = 'traced-patterns';
/** A change that an older guide would misread is a new version; one that it would ignore is not. */
const VERSION = 1;

/** Writes everything into one file of JSON. */
export function writeBackup({ edits, progress, traces }: Incoming, place: Place | undefined, now: Date): string {
  const packed = traces.map((trace) => ({ ...trace, packed: toBase64Url(trace.packed) }));
  const file = {
    format: FORMAT,
    version: VERSION,
    writtenAt: now.toISOString(),
    place,
    progress,
    edits,
    traces: packed,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/**
 * Reads such a file. Entries that cannot be read are counted and left out; the rest is taken.
 *
 * @throws {BackupError} for anything that is no such file, and for one that a newer guide has written.
 */
export function readBackup(text: string): Backup {
  const file = parse(text);
  if (file?.format !== FORMAT || typeof file.version !== 'number') throw new BackupError('backup.format');
  if (file.version > VERSION) throw new BackupError('backup.version');
  const [edits, lostEdits] = entries(file.edits, readEdit);
  const [progress, lostProgress] = entries(file.progress, readProgress);
  const [traces, lostTraces] = entries(file.traces, readPacked);
  return {
    edits,
    progress,
    traces: traces.toSorted((a, b) => b.at - a.at).slice(0, TRACE_BOUNDS.count),
    place: readPlace(file.place),
    unreadable: lostEdits + lostProgress + lostTraces,
  };
}

/** What becomes of edits that are there on both sides and differ. */
export type EditChoice = 'newest' | 'mine' | 'file';

/** For each record the newest wins; for edits the reader may decide otherwise. */
export function mergeBy(edits: EditChoice): Choice {
  return {
    edit(stored, incoming) {
      if (stored === undefined) return true;
      const mine = readEdit(stored);
      // What cannot be read here may be readable to a later guide: it stays.
      if (mine === undefined || edits === 'mine') return false;
      return edits === 'file' || incoming.updatedAt > mine.updatedAt;
    },
    progress: (stored, incoming) => isNewer(readProgress(stored), incoming),
    trace: (stored, incoming) => isNewer(readTrace(stored), incoming),
  };
}

/** Edits that are there on both sides with different texts: about these the reader is asked. */
export function differingEdits(here: readonly EditRecord[], file: readonly EditRecord[]): readonly EditRecord[] {
  return file.filter((edit) =>
    here.some(({ example, file: name, text }) => example === edit.example && name === edit.file && text !== edit.text),
  );
}

function isNewer(stored: ProgressRecord | TraceRecord | undefined, incoming: ProgressRecord | TraceRecord): boolean {
  return stored === undefined || incoming.at > stored.at;
}

function parse(text: string): Partial<Record<'format' | 'version' | keyof Backup, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The entries of a list that can be read, and the number of those that cannot. */
function entries<T>(list: unknown, read: (value: unknown) => T | undefined): readonly [readonly T[], number] {
  if (list === undefined) return [[], 0];
  if (!Array.isArray(list)) return [[], 1];
  const found = list.flatMap((value: unknown) => read(value) ?? []);
  return [found, list.length - found.length];
}

function readPacked(value: unknown): TraceRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { packed }: { readonly packed?: unknown } = value;
  // Four signs are three bytes: what is too large is not unpacked in the first place.
  if (typeof packed !== 'string' || packed.length > (TRACE_BOUNDS.bytes / 3) * 4 + 4) return undefined;
  try {
    return readTrace({ ...value, packed: fromBase64Url(packed) });
  } catch {
    return undefined;
  }
}
