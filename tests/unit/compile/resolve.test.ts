import { describe, expect, it } from 'vitest';
import { compileEdited } from '../../../src/sandbox/compile/edited.ts';
import { CompileError } from '../../../src/sandbox/compile/error.ts';
import { resolveModules } from '../../../src/sandbox/compile/resolve.ts';
import { compileUnedited } from '../../../src/sandbox/compile/unedited.ts';

const allowed = ['csp', 'telemetry'];

function resolve(files: Readonly<Record<string, string>>): readonly string[] {
  const modules = Object.entries(files).map(([name, code]) => compileEdited({ name, code }));
  return resolveModules(modules, allowed).map(({ name }) => name);
}

function refusal(files: Readonly<Record<string, string>>): CompileError {
  try {
    resolve(files);
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error('This should have been refused');
}

describe('imports are located in the erased code', () => {
  it('gives the offsets between the quotes, or of the whole argument of import()', () => {
    const code = 'import { type A, b } from "csp";\nexport * from \'./a.ts\';\nconst c: A = await import("./c.ts");\n';
    const { imports, code: erased } = compileEdited({ name: 'main.ts', code });
    expect(imports.map(({ specifier, dynamic }) => [specifier, dynamic])).toEqual([
      ['csp', false],
      ['./a.ts', false],
      ['./c.ts', true],
    ]);
    expect(imports.map(({ start, end }) => erased.slice(start, end))).toEqual(['csp', './a.ts', '"./c.ts"']);
  });

  it('leaves out type imports and import.meta, and is the same at build time', () => {
    const file = {
      name: 'main.ts',
      code: 'import type { A } from "x";\nimport { type B } from "csp";\nimport.meta.url;',
    };
    expect(compileEdited(file).imports.map(({ specifier }) => specifier)).toEqual(['csp']);
    expect(compileUnedited(file)).toEqual(compileEdited(file));
  });
});

describe('files are put in order', () => {
  it('puts each file after what it imports, the entry last', () => {
    const files = {
      'main.ts': 'import "./b.ts"; import "./a.ts"; import "csp"',
      'a.ts': 'import "./b.ts"',
      'b.ts': 'await import("./c.ts")',
      'c.ts': 'import "telemetry"',
    };
    expect(resolve(files)).toEqual(['c.ts', 'b.ts', 'a.ts', 'main.ts']);
  });

  it('leaves out a file that nothing imports', () => {
    expect(resolve({ 'main.ts': '', 'notes.ts': 'export const a = 1' })).toEqual(['main.ts']);
  });

  it('reports a circle of imports with its files and the place', () => {
    const error = refusal({
      'main.ts': 'import "./a.ts"',
      'a.ts': 'let x;\nimport "./b.ts"',
      'b.ts': 'import { y } from "./a.ts"',
    });
    expect(error.message).toContain('a.ts → b.ts → a.ts');
    expect(error.at).toEqual({ file: 'b.ts', line: 1, column: 20 });
  });

  it('reports a file that imports itself', () => {
    expect(refusal({ 'main.ts': 'import "./main.ts"' }).message).toContain('main.ts → main.ts');
  });

  it('reports an unknown module with what could be imported', () => {
    const error = refusal({ 'main.ts': 'let a: number;\nimport x from "left-pad"' });
    expect(error.message).toBe(
      'cannot find module \'left-pad\'; an example can import "csp", "telemetry" or its own files such as "./other.ts"',
    );
    expect(error.at).toEqual({ file: 'main.ts', line: 2, column: 16 });
  });

  it('reports an unknown file with the files there are', () => {
    expect(refusal({ 'main.ts': 'import "./b"', 'b.ts': '' }).message).toBe(
      'cannot find module \'./b\'; the other files of the example are "./b.ts"',
    );
    expect(refusal({ 'main.ts': 'import "../b.ts"' }).message).toContain('the example has no other file');
  });

  it('does not take the name of a property for a module', () => {
    expect(refusal({ 'main.ts': 'import "constructor"' }).key).toBe('unknownModule');
  });

  it('reports a missing entry and two files of one name', () => {
    expect(refusal({ 'a.ts': '' }).key).toBe('noEntry');
    const twice = [compileEdited({ name: 'main.ts', code: '' }), compileEdited({ name: 'main.ts', code: '' })];
    expect(() => resolveModules(twice, allowed)).toThrow('There are two files named main.ts');
  });
});
