import 'monaco-editor/languages/definitions/typescript/register';
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';
import { fetchTypes } from './types.ts';

/**
 * Values of TypeScript's own enumerations that Monaco does not export
 * (https://github.com/microsoft/TypeScript/blob/v5.9.3/src/compiler/types.ts).
 */
const es2022 = 9;
const esnext = 99;
const bundler = 100;
const forceModules = 3;

/**
 * The options that the sandbox stands for: strict, erasable syntax only, no DOM, since the code runs in a worker. Every
 * file is a module, so that two editors never share a global name.
 */
const compilerOptions = {
  strict: true,
  target: es2022,
  module: esnext,
  moduleResolution: bundler,
  moduleDetection: forceModules,
  erasableSyntaxOnly: true,
  verbatimModuleSyntax: true,
  allowImportingTsExtensions: true,
  allowNonTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  lib: ['esnext', 'webworker', 'webworker.iterable', 'webworker.asynciterable'].map((name) => `lib.${name}.d.ts`),
  types: [],
};

/** Whether types of imports are known, and so whether errors about them mean anything. */
type Validation = 'syntax' | 'all';

/**
 * Sets up TypeScript for every editor of the page. Until the types have come, only syntax is checked: a missing type
 * would mark every import as an error.
 *
 * @returns whether the types could be fetched; asked again with the next editor if not
 */
export async function setUpTypeScript(): Promise<boolean> {
  if (Object.keys(typescriptDefaults.getExtraLibs()).length > 0) return true;
  validate('syntax');
  typescriptDefaults.setCompilerOptions(compilerOptions);
  // Files that are not shown must be known too, or their imports could not be resolved.
  typescriptDefaults.setEagerModelSync(true);
  try {
    const files = await fetchTypes();
    typescriptDefaults.setExtraLibs(Object.entries(files).map(([filePath, content]) => ({ filePath, content })));
    validate('all');
    return true;
  } catch (error) {
    console.warn('The types for the editor could not be loaded.', error);
    return false;
  }
}

function validate(what: Validation): void {
  typescriptDefaults.setDiagnosticsOptions({
    noSemanticValidation: what === 'syntax',
    noSyntaxValidation: false,
    // A file is checked again when it is shown: what it imports may have changed meanwhile.
    onlyVisible: true,
  });
}
