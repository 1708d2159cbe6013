import type { Location } from '../contract.ts';
import { sentences, type Language, type ProblemKey, type ProblemValues } from './sentences.ts';

/** Why code cannot be compiled or linked. `message` is one English sentence without the place; `at` is the place. */
export class CompileError extends Error {
  override readonly name = 'CompileError';
  readonly at: Location;
  readonly key: ProblemKey;
  readonly values: ProblemValues;

  constructor(key: ProblemKey, at: Location, values: ProblemValues = {}) {
    super(sentences.en[key](values));
    this.at = at;
    this.key = key;
    this.values = values;
  }

  /** The same sentence in the language of the page. */
  sentence(language: Language): string {
    return sentences[language][this.key](this.values);
  }
}

/** The line and column, both from 1, of an offset in `code`. CRLF, LF and CR each end one line. */
export function locate(file: string, code: string, offset: number): Location {
  const before = code.slice(0, Math.max(0, Math.min(offset, code.length)));
  const lines = before.split(/\r\n|\r|\n/u);
  return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}
