import { IMPORTABLE } from '../../sandbox/build/chunks.ts';
import { CompileError } from '../../sandbox/compile/error.ts';
import { compileEdited } from '../../sandbox/compile/edited.ts';
import { resolveModules } from '../../sandbox/compile/resolve.ts';
import type { CompiledModule, SourceFile } from '../../sandbox/contract.ts';

export { CompileError };

/**
 * The reader's files, ready to run. Only loaded when a file was edited.
 *
 * @throws {CompileError} with the place and one sentence.
 */
export function compileProgram(files: readonly SourceFile[], entry: string): readonly CompiledModule[] {
  return resolveModules(
    files.map((file) => compileEdited(file)),
    IMPORTABLE,
    entry,
  );
}
