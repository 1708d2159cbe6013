import { init, parse, type ImportSpecifier } from 'es-module-lexer/minimal/js';
import type { ModuleImport } from '../contract.ts';
import { CompileError, locate } from './error.ts';

// The build without WebAssembly is ready at once; its `init` only keeps the shape of the other builds.
void init();

/** `import x from`, `export … from` and `import()`; what is above is a phase such as `import defer`. */
const staticImport = 1;
const dynamicImport = 2;
const importMeta = 3;
const starExport = 8;

/**
 * Where the imports of erased code stand, in the order of the file.
 *
 * @throws {CompileError} for `import()` of anything but a quoted name, and for what is not JavaScript.
 */
export function findImports(file: string, code: string): readonly ModuleImport[] {
  const found: ModuleImport[] = [];
  for (const specifier of lex(file, code)) {
    if (specifier.t === importMeta) continue;
    if (!isPlain(specifier.t)) throw new CompileError('importPhase', locate(file, code, specifier.ss));
    const dynamic = specifier.t === dynamicImport;
    if (specifier.n === undefined) {
      throw new CompileError('dynamicImport', locate(file, code, Math.max(specifier.ss, 0)));
    }
    found.push({ specifier: specifier.n, start: specifier.s, end: specifier.e, dynamic });
  }
  return found;
}

function isPlain(type: number): boolean {
  return type === staticImport || type === dynamicImport || type === starExport;
}

function lex(file: string, code: string): readonly ImportSpecifier[] {
  try {
    return parse(code, file)[0];
  } catch (error) {
    const offset = error instanceof Error && 'idx' in error && typeof error.idx === 'number' ? error.idx : code.length;
    const found = code.slice(offset, offset + 1);
    const at = locate(file, code, offset);
    throw found.trim() === '' ? new CompileError('endOfFile', at) : new CompileError('unexpected', at, { found });
  }
}
