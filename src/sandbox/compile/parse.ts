import { parse as parseTokens, type Token } from 'sucrase/dist/parser/index.js';
import stateModule from 'sucrase/dist/parser/tokenizer/state.js';
import * as base from 'sucrase/dist/parser/traverser/base.js';
import { CompileError, locate } from './error.ts';
import { sign } from './tokens.ts';

export type { Token };

/** The parser goes back and reads again where TypeScript is ambiguous; nested on purpose, that doubles at each level. */
const retriesPerCharacter = 8;
const freeRetries = 20_000;

interface Backtracking {
  restoreFromSnapshot(snapshot: unknown): void;
}

class TooDeep extends Error {}

/**
 * The tokens of a TypeScript file, the last one being the end of the file.
 *
 * @throws {CompileError} with the place, for what is not TypeScript or is nested beyond reason. Never runs away.
 */
export function parseFile(file: string, code: string): readonly Token[] {
  try {
    return withinBudget(code.length, () => parseTokens(code, false, true, false).tokens);
  } catch (error) {
    throw explain(file, code, error);
  }
}

function explain(file: string, code: string, error: unknown): unknown {
  if (error instanceof TooDeep || error instanceof RangeError) {
    return new CompileError('tooDeep', { file, line: 1, column: 1 });
  }
  const problem = error instanceof SyntaxError ? error : firstProblem();
  if (problem === undefined) return error;
  const offset = 'pos' in problem && typeof problem.pos === 'number' ? problem.pos : code.length;
  const markup = firstMarkup(code);
  if (markup !== undefined) return new CompileError('jsx', locate(file, code, markup));
  const at = locate(file, code, offset);
  if (code.slice(offset).trim() === '') return new CompileError('endOfFile', at);
  const found = wordAt(code, offset);
  // The parser appends the place to its text; the place is kept apart here.
  const detail = problem.message.replace(/ \(\d+:\d+\)$/u, '');
  const expected = /^Unexpected token, expected "(.+)"$/u.exec(detail)?.[1];
  if (expected !== undefined) return new CompileError('expected', at, { found, expected });
  if (/^Unexpected (?:token|character)/u.test(detail)) return new CompileError('unexpected', at, { found });
  if (detail.startsWith('Unterminated')) return new CompileError('endOfFile', at);
  return new CompileError('syntax', at, { found: detail });
}

/** What the parser met first; it may fall over the consequences before it reports the cause. */
function firstProblem(): SyntaxError | undefined {
  for (const holder of [base.default, base]) {
    if (!has(holder, 'state') || !has(holder.state, 'error')) continue;
    if (holder.state.error instanceof SyntaxError) return holder.state.error;
  }
  return undefined;
}

function has<Key extends string>(value: unknown, key: Key): value is Readonly<Record<Key, unknown>> {
  return (typeof value === 'object' || typeof value === 'function') && value !== null && key in value;
}

/** Where JSX starts, if reading the file as JSX is what makes it readable. */
function firstMarkup(code: string): number | undefined {
  try {
    return withinBudget(code.length, () => parseTokens(code, true, true, false).tokens).find(
      (token) => token.type === sign.jsxTagStart,
    )?.start;
  } catch {
    return undefined;
  }
}

/** The word or sign at an offset, short enough for a sentence. */
function wordAt(code: string, offset: number): string {
  const word = /^(?:[\p{L}\p{N}_$]+|\S)/u.exec(code.slice(offset, offset + 80).trimStart())?.[0] ?? '';
  return word.length > 40 ? `${word.slice(0, 40)}…` : word;
}

/** Runs `parse` and stops it when it has gone back too often, so that hostile code cannot freeze the page. */
function withinBudget<T>(length: number, parse: () => T): T {
  const prototype = backtracking;
  const original = prototype.restoreFromSnapshot;
  let left = freeRetries + length * retriesPerCharacter;
  prototype.restoreFromSnapshot = function restore(this: Backtracking, snapshot: unknown): void {
    left -= 1;
    if (left < 0) throw new TooDeep();
    original.call(this, snapshot);
  };
  try {
    return parse();
  } finally {
    prototype.restoreFromSnapshot = original;
  }
}

/** The prototype of the parser's state. Bundlers and Node wrap the default export of a CommonJS module differently. */
const backtracking: Backtracking = findBacktracking(stateModule);

function findBacktracking(module: unknown): Backtracking {
  const candidates = [module, has(module, 'default') ? module.default : undefined];
  for (const candidate of candidates) {
    if (typeof candidate !== 'function') continue;
    const prototype: unknown = candidate.prototype;
    if (isBacktracking(prototype)) return prototype;
  }
  throw new Error('The parser of sucrase has no State.restoreFromSnapshot; its version must stay the pinned one');
}

function isBacktracking(value: unknown): value is Backtracking {
  return (
    typeof value === 'object' &&
    value !== null &&
    'restoreFromSnapshot' in value &&
    typeof value.restoreFromSnapshot === 'function'
  );
}
