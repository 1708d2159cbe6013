import type { Location } from '../contract.ts';

/** The name that a reader's file has in stacks. */
export const SOURCE_PREFIX = 'sandbox:///';

/** Names and numbers in a forged stack are no longer than honest ones. */
const FRAME = /sandbox:\/\/\/([^\s():]{1,100}):(\d{1,7}):(\d{1,7})/g;
/** Letters of a stack that are read. */
const MAX_STACK = 20_000;
/** Letters of a message that are kept. */
const MAX_MESSAGE = 4_000;
/** How deep errors within errors are told. */
const MAX_NESTED = 4;

/** The reader's frames of a stack, nearest first: everything of the runtime's is left out. */
export function readerFrames(stack: unknown): Location[] {
  const frames: Location[] = [];
  // A program can make its stacks anything at all.
  if (typeof stack !== 'string') return frames;
  for (const match of stack.slice(0, MAX_STACK).matchAll(FRAME)) {
    const [, file = '', line, column] = match;
    frames.push({ file, line: Number(line), column: Number(column) });
    if (frames.length === 20) break;
  }
  return frames;
}

/** Where an error was made, if that was in the reader's code. */
export function locationOf(error: unknown): Location | undefined {
  try {
    return error instanceof Error ? readerFrames(error.stack)[0] : undefined;
  } catch {
    return undefined;
  }
}

/** What was thrown, as one line: `RangeError: too many`, or `threw 42`. Never throws, whatever was thrown. */
export function describeThrown(error: unknown): string {
  try {
    const text = describe(error, 0);
    return text.length > MAX_MESSAGE ? `${text.slice(0, MAX_MESSAGE)}…` : text;
  } catch {
    return 'threw a value that cannot be shown';
  }
}

function describe(error: unknown, depth: number): string {
  if (depth > MAX_NESTED) return '…';
  const inner = (errors: readonly unknown[]): string =>
    errors
      .slice(0, 5)
      .map((item) => describe(item, depth + 1))
      .join('; ');
  if (error instanceof AggregateError && error.errors.length > 0) {
    return `${error.name}: ${error.message || inner(error.errors)}`;
  }
  if (error instanceof Error) return error.message ? `${error.name}: ${error.message}` : String(error.name);
  if (Array.isArray(error) && error.length > 0 && error.every((item) => item instanceof Error)) return inner(error);
  return `threw ${typeof error === 'string' ? JSON.stringify(error) : String(error)}`;
}
