import type { CompiledModule, SourceFile } from '../contract.ts';
import { eraseTypes } from './erase.ts';
import { findImports } from './imports.ts';
import { refuseLarge } from './size.ts';

/**
 * Compiles what a reader wrote, in the page: types are blanked in place and imports located.
 *
 * @throws {CompileError} with the place and one sentence.
 */
export function compileEdited(file: SourceFile): CompiledModule {
  refuseLarge(file);
  const code = eraseTypes(file.name, file.code);
  return { name: file.name, code, imports: findImports(file.name, code) };
}
