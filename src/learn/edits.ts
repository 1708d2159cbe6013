/** One file of one example as the reader left it. The original stays beside it, so that a changed example loses nothing. */
export interface EditRecord {
  /** The example's id. */
  readonly example: string;
  /** The file's name in the example. */
  readonly file: string;
  /** SHA-256 of `originalText`, in hexadecimal. */
  readonly originalHash: string;
  /** What the example said when the reader began to edit. */
  readonly originalText: string;
  /** What the reader made of it. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/** Which file of which example. */
export interface EditKey {
  readonly example: string;
  readonly file: string;
}

/** Where edits are kept. Every method rejects when the storage refuses; a missing record is undefined. */
export interface EditTable {
  get(key: EditKey): Promise<unknown>;
  put(record: EditRecord): Promise<void>;
  delete(key: EditKey): Promise<void>;
}

/** The record, if a stored value is one. What is kept in a browser for months is not taken on trust. */
export function readEdit(value: unknown): EditRecord | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields: Partial<Record<keyof EditRecord, unknown>> = value;
  const { example, file, originalHash, originalText, text, updatedAt } = fields;
  if (typeof example !== 'string' || typeof file !== 'string' || typeof originalHash !== 'string') return undefined;
  if (typeof originalText !== 'string' || typeof text !== 'string' || typeof updatedAt !== 'number') return undefined;
  return { example, file, originalHash, originalText, text, updatedAt };
}

/** A text for a `Map` that no two keys share. */
export function keyText({ example, file }: EditKey): string {
  return JSON.stringify([example, file]);
}
