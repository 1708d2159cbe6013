import type { Token } from './parse.ts';
import { sign, word } from './tokens.ts';

/** A stretch of type tokens that vanishes as one. */
export interface Segment {
  /** Index of its first token. */
  readonly start: number;
  /** Index after its last token. */
  readonly end: number;
  /**
   * `cast`: `as T`, `satisfies T`; `parameters`: `<T>`; `annotation`: `: T`, `?: T`, `!: T`; `part`: `implements T` or a
   * `this` parameter; `declaration`: a statement or a member of a class, such as `type`, `interface`, `declare …`, an
   * overload or an index signature.
   */
  readonly kind: 'cast' | 'parameters' | 'annotation' | 'part' | 'declaration';
  /** Of a cast: the index of the last `as` or `satisfies`. */
  readonly lastCast: number;
}

const castWords = new Set(['as', 'satisfies']);

/** After these words or signs the same type or declaration goes on, whatever the next line starts with. */
const unfinished = new Set(
  (
    '| & = => : ? . , + - extends keyof typeof readonly unique infer is asserts new abstract type interface declare ' +
    'export default function const let var class enum namespace module public private protected override static async ' +
    'get set import implements in out'
  ).split(' '),
);
/** A line that starts with one of these goes on with the type before it. */
const goesOn = new Set(['extends', 'implements', 'is', 'as', 'satisfies', 'in']);

/**
 * Parts a run of neighbouring type tokens into what vanishes together, so that the comments between two declarations stay.
 *
 * @param start index of the first token of the run
 * @param end index after its last token
 */
export function segmentsOf(code: string, tokens: readonly Token[], start: number, end: number): readonly Segment[] {
  const segments: Segment[] = [];
  let first = start;
  let lastCast = start;
  let depth = 0;
  for (let index = start; index < end; index++) {
    const token = tokens[index];
    const before = tokens[index - 1];
    if (token === undefined) break;
    if (index > first && depth === 0 && before !== undefined) {
      if (isBoundary(code, before, token)) {
        segments.push(segmentOf(code, tokens, first, index, lastCast));
        first = index;
      } else if (castWords.has(textOf(code, token)) && tokens[first]?.type !== sign.colon) lastCast = index;
    }
    if (index === first) lastCast = first;
    depth += nesting(token);
  }
  segments.push(segmentOf(code, tokens, first, end, lastCast));
  return segments;
}

function segmentOf(code: string, tokens: readonly Token[], start: number, end: number, lastCast: number): Segment {
  return { start, end, lastCast, kind: kindOf(code, tokens[start], tokens[start - 1]) };
}

function kindOf(code: string, token: Token | undefined, before: Token | undefined): Segment['kind'] {
  if (token === undefined) return 'declaration';
  if (token.type === sign.lessThan) return 'parameters';
  if (token.type === sign.colon || token.type === sign.question) return 'annotation';
  const text = textOf(code, token);
  if (text === '!') return 'annotation';
  if (text === 'implements') return 'part';
  if (castWords.has(text)) return 'cast';
  if (token.type === word.this && before?.type === sign.parenL) return 'part';
  return 'declaration';
}

function isBoundary(code: string, before: Token, token: Token): boolean {
  if (before.type === sign.semi) return true;
  const text = textOf(code, token);
  if (text === 'implements') return true;
  if (!/[\n\r\u2028\u2029]/u.test(code.slice(before.end, token.start))) return false;
  if (unfinished.has(textOf(code, before)) || goesOn.has(text)) return false;
  return /^[\p{L}\p{N}_$"'#[]/u.test(text);
}

function nesting(token: Token): number {
  switch (token.type) {
    case sign.parenL:
    case sign.bracketL:
    case sign.braceL:
    case sign.dollarBraceL:
    case sign.lessThan:
      return 1;
    case sign.parenR:
    case sign.bracketR:
    case sign.braceR:
    case sign.greaterThan:
      return -1;
    default:
      return 0;
  }
}

function textOf(code: string, token: Token): string {
  return code.slice(token.start, token.end);
}
