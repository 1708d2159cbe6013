import type { SourceFile } from '../contract.ts';
import { CompileError } from './error.ts';

/** The most characters a file may have (UTF-16 code units): far above any example, and still compiled in about a second. */
export const largestFile = 1_000_000;

/** @throws {CompileError} for a file that is larger than `largestFile`; it is not read any further. */
export function refuseLarge(file: SourceFile): void {
  if (file.code.length <= largestFile) return;
  throw new CompileError('tooLarge', { file: file.name, line: 1, column: 1 }, { limit: '1 MB' });
}
