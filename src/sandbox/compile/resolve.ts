import type { CompiledModule, ModuleImport } from '../contract.ts';
import { CompileError, locate } from './error.ts';

/**
 * Orders the files of an example so that each stands after the files it imports; the entry is last. Files that the entry
 * does not reach are left out, but their imports are checked too.
 *
 * @param modules every file of the example
 * @param allowed the names that an example can import besides its own files
 * @param entry the file to start with
 * @throws {CompileError} for a missing module, a circle of imports, two files of one name, no entry
 */
export function resolveModules(
  modules: readonly CompiledModule[],
  allowed: readonly string[],
  entry = 'main.ts',
): readonly CompiledModule[] {
  const files = byName(modules);
  for (const module of modules) {
    for (const found of module.imports) checkImport(module, found, files, allowed);
  }
  const start = files.get(entry);
  if (start === undefined) throw new CompileError('noEntry', { file: entry, line: 1, column: 1 }, { module: entry });
  return order(start, files);
}

/** The file of the example that a specifier names: `./a.ts` is `a.ts`; undefined for a bare name. */
export function ownFile(specifier: string): string | undefined {
  return specifier.startsWith('./') ? specifier.slice(2) : undefined;
}

function byName(modules: readonly CompiledModule[]): ReadonlyMap<string, CompiledModule> {
  const files = new Map<string, CompiledModule>();
  for (const module of modules) {
    const { name } = module;
    if (files.has(name)) throw new CompileError('duplicateFile', { file: name, line: 1, column: 1 }, { module: name });
    files.set(name, module);
  }
  return files;
}

function checkImport(
  module: CompiledModule,
  { specifier, start }: ModuleImport,
  files: ReadonlyMap<string, CompiledModule>,
  allowed: readonly string[],
): void {
  if (allowed.includes(specifier)) return;
  const own = ownFile(specifier);
  if (own !== undefined && files.has(own)) return;
  const at = locate(module.name, module.code, start);
  if (!/^[./]/u.test(specifier)) throw new CompileError('unknownModule', at, { module: specifier, allowed });
  const others = [...files.keys()].filter((name) => name !== module.name).map((name) => `./${name}`);
  throw new CompileError('unknownFile', at, { module: specifier, allowed: others });
}

function order(start: CompiledModule, files: ReadonlyMap<string, CompiledModule>): readonly CompiledModule[] {
  const ordered = new Set<CompiledModule>();
  const path: CompiledModule[] = [];
  const visit = (module: CompiledModule): void => {
    path.push(module);
    for (const found of module.imports) {
      const next = files.get(ownFile(found.specifier) ?? '');
      if (next === undefined || ordered.has(next)) continue;
      const seen = path.indexOf(next);
      if (seen >= 0) {
        const chain = [...path.slice(seen), next].map(({ name }) => name);
        throw new CompileError('cycle', locate(module.name, module.code, found.start), { chain });
      }
      visit(next);
    }
    path.pop();
    ordered.add(module);
  };
  visit(start);
  return [...ordered];
}
