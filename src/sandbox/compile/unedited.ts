import { stripTypeScriptTypes } from 'node:module';
import type { CompiledModule, SourceFile } from '../contract.ts';
import { eraseTypes } from './erase.ts';
import { CompileError, locate } from './error.ts';
import { findImports } from './imports.ts';
import { refuseLarge } from './size.ts';

/**
 * Compiles an example at build time with Node's own type stripping
 * (https://nodejs.org/api/module.html#modulestriptypescripttypescode-options). Only for Node.
 *
 * @throws {CompileError} with the place and the same sentence that a reader would get.
 */
export function compileUnedited(file: SourceFile): CompiledModule {
  refuseLarge(file);
  const code = strip(file);
  return { name: file.name, code, imports: findImports(file.name, code) };
}

function strip(file: SourceFile): string {
  // What a reader could not run after a first edit must not be published either.
  eraseTypes(file.name, file.code);
  try {
    return stripTypeScriptTypes(file.code);
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    throw new CompileError('syntax', locate(file.name, file.code, 0), { found });
  }
}
