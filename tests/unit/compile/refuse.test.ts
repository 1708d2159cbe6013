import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileEdited } from '../../../src/sandbox/compile/edited.ts';
import { CompileError } from '../../../src/sandbox/compile/error.ts';
import { sentences } from '../../../src/sandbox/compile/sentences.ts';
import { compileUnedited } from '../../../src/sandbox/compile/unedited.ts';

function refusal(code: string, compile = compileEdited): CompileError {
  try {
    compile({ name: 'main.ts', code });
  } catch (error) {
    if (error instanceof CompileError) return error;
    throw error;
  }
  throw new Error(`This should have been refused: ${code.slice(0, 100)}`);
}

describe('syntax that cannot be erased is refused with its place', () => {
  it.each([
    ['enum', 'let a;\nenum A { B }', 2, 1, 'An enum needs code to be generated'],
    ['const enum', 'const enum A { B }', 1, 7, 'An enum'],
    ['exported enum', 'export enum A { B }', 1, 8, 'An enum'],
    ['namespace', 'namespace A { export const b = 1 }', 1, 1, 'A namespace'],
    ['exported namespace', 'type B = 1;\nexport namespace A.B { let b }', 2, 8, 'A namespace'],
    ['module', 'module A { }', 1, 1, 'A namespace'],
    ['parameter property', 'class A {\n  constructor(a, private readonly b: 1) {}\n}', 2, 18, 'marked "private"'],
    ['readonly parameter', 'class A { constructor(readonly b: 1) {} }', 1, 23, 'marked "readonly"'],
    ['import =', 'import a = require("a")', 1, 1, 'write import'],
    ['export import =', 'export import a = b.c', 1, 1, 'write import'],
    ['export =', 'export = 1', 1, 1, 'write export default'],
    ['export as namespace', 'export as namespace A', 1, 1, 'remove the line'],
    ['angle assertion', 'let a = <T>b', 1, 9, 'write "value as Type"'],
    ['angle assertion of a call', 'f(<T>(b))', 1, 3, 'write "value as Type"'],
    ['class decorator', '@a class B {}', 1, 1, 'Decorators'],
    ['method decorator', 'class B {\n  @a() c() {}\n}', 2, 3, 'Decorators'],
    ['JSX', 'const a =\n  <div class="b">{c}</div>', 2, 3, 'JSX'],
    ['JSX fragment', 'const a = <></>', 1, 11, 'JSX'],
    ['computed import()', 'const a = "b";\nawait import(a)', 2, 7, 'in quotes'],
    ['template import()', 'import(`a${b}`)', 1, 1, 'in quotes'],
    ['import defer', 'import.defer("a")', 1, 1, 'not supported'],
  ])('%s', (_name, code, line, column, words) => {
    const error = refusal(code);
    expect(error.at).toEqual({ file: 'main.ts', line, column });
    expect(error.message).toContain(words);
    expect(error.sentence('zh-CN')).not.toBe(error.message);
  });
});

describe('syntax errors name the place once and in words', () => {
  it.each([
    ['unclosed call', 'console.log(1;\nlet a', 1, 14, 'Expected "," here, but found ";"'],
    ['unclosed block', 'function f() {\n  let a = 1;\n', 3, 1, 'The file ends too early'],
    ['unclosed string', 'let a = "b', 1, 9, 'The file ends too early'],
    ['stray brace', 'let a = 1;\n}', 2, 1, '"}" is not valid here'],
    ['missing name', 'const = 1', 1, 7, '"=" is not valid here'],
    ['two words', 'let a b', 1, 7, 'Expected ";" here, but found "b"'],
    ['a place after CRLF', 'let a;\r\nlet b c', 2, 7, 'Expected ";" here, but found "c"'],
  ])('%s', (_name, code, line, column, sentence) => {
    const error = refusal(code);
    expect(error.message).toContain(sentence);
    expect(error.message).not.toMatch(/\(\d+:\d+\)/u);
    expect(error.at).toEqual({ file: 'main.ts', line, column });
  });

  it('gives the same refusal at build time', () => {
    expect(refusal('enum A {}', compileUnedited).message).toBe(refusal('enum A {}').message);
    expect(refusal('let a b', compileUnedited).at).toEqual(refusal('let a b').at);
  });
});

describe('mistakes that browsers report without a place are found here', () => {
  it.each([
    ['a name declared twice', 'let a = 1;\nlet a = 2;', 2, 5, '"a" is declared twice'],
    ['a name declared and imported', 'import { a } from "csp";\nconst a = 2;', 2, 7, '"a" is declared twice'],
    ['a function and a class of one name', 'function f() {}\nclass f {}', 2, 7, '"f" is declared twice'],
    ['a name declared twice in a block', 'for (;;) {\n  const b = 1;\n  let b;\n}', 3, 7, '"b" is declared twice'],
    ['a constant without a value', 'const a;', 1, 7, 'const a = …'],
    ['await in a function', 'function f() {\n  await g();\n}', 2, 3, 'write async'],
    ['await in an arrow', 'go(() => {\n  await g();\n});', 2, 3, 'write async'],
    ['await in a method', 'class A { m() { await g(); } }', 1, 17, 'write async'],
    [
      'await in a callback inside an async function',
      'async function f() { a.map((b) => { await b; }); }',
      1,
      37,
      'write async',
    ],
    ['return at the top', 'if (a) {\n  return;\n}', 2, 3, 'inside a function'],
    ['try alone', 'try {\n  f();\n}\ng();', 1, 1, 'a catch or a finally'],
  ])('%s', (_name, code, line, column, words) => {
    const error = refusal(code);
    expect(error.message).toContain(words);
    expect(error.at).toEqual({ file: 'main.ts', line, column });
  });

  it.each([
    [
      'the same name in another block or function',
      'let a = 1; { let a = 2; }\nfunction f(a: 1) { for (let b = 1; ; ) {} for (let b = 2; ; ) {} }',
    ],
    [
      'overloads, and a type and a value of one name',
      'function f(a: 1): 1;\nfunction f(a: 2): 2;\nfunction f(a: any) {}\ntype g = 1;\nconst g = 2;',
    ],
    [
      'a variable or function declared again',
      'var a = 1; var a = 2;\nfunction f() { function g() {} function g() {} }',
    ],
    ['a named function expression', 'let f = function f() {};\nlet A = class A {};'],
    [
      'await where it belongs',
      'await a;\nfor await (const b of c) { await b; }\nif (a) { await b; } else { await c; }\ntry { await a } catch (e) { await b } finally { await c }',
    ],
    [
      'await in every async form',
      'async function f() { await a; }\nconst g = async () => { await a; };\nconst h = async b => await b;\nclass A { async m() { await a; } static async *n<T>() { await a; } async [k]() { await a; } async #p() { await a; } }\nconst o = { async m() { await a; }, async *n() { await a; } };',
    ],
    [
      'await in an async arrow without braces',
      'function f() { go(async () => await a); return b.map(async (c) => (await c) + (await d)); }',
    ],
    ['await as the name of a member', 'class A { await() { return this.await; } }\nconst o = { await: 1 };\no.await;'],
    [
      'return in every function',
      'const f = () => { return 1; };\nclass A { get b() { return 1; } c() { if (d) { return 2; } } static { const e = () => { return 3; }; } }',
    ],
    [
      'objects and blocks',
      'const a = { b: { c: 1 } };\nf({ a }, () => { let a = 1; return { a }; });\nswitch (a) { case 1: { let b = 1; } default: { let b = 2; } }',
    ],
    ['a constant of a loop', 'for (const a of b) {}\nfor (const a in b) {}'],
  ])('%s passes', (_name, code) => {
    expect(compileEdited({ name: 'main.ts', code }).code.length).toBe(code.length);
  });
});

describe('hostile input ends soon, with a sentence', () => {
  /** What doubles at each level would take years; a slow machine takes a second. */
  const soonMs = 20_000;

  it.each([
    ['five megabytes', 'let a = 1;\n'.repeat(500_000), 'tooLarge'],
    ['parentheses without end', '('.repeat(900_000), 'tooDeep'],
    ['arrays without end', '['.repeat(900_000), 'tooDeep'],
    ['arrow parameters that double at each level', `${'(a='.repeat(60)}1${')=>0'.repeat(60)}`, 'tooDeep'],
    ['async calls that double at each level', `${'async(a='.repeat(60)}1${')=>0'.repeat(60)}`, 'tooDeep'],
  ])('%s', (_name, code, key) => {
    const start = performance.now();
    expect(refusal(code).key).toBe(key);
    expect(performance.now() - start).toBeLessThan(soonMs);
  });

  it.each([
    ['generic calls that end in an error', `${'f<T>('.repeat(60)}@`],
    ['generic arrows that end in an error', `${'<T>(a)=>'.repeat(60)}@`],
    ['nested conditionals', `${'a?(b):'.repeat(60)}@`],
    ['arrows with many awaits', `function f() { async x => (${'await a, '.repeat(60_000)}@`],
    ['less-than signs', `${'a<'.repeat(20_000)}@`],
  ])('%s', (_name, code) => {
    const start = performance.now();
    expect(refusal(code)).toBeInstanceOf(CompileError);
    expect(performance.now() - start).toBeLessThan(soonMs);
  });

  it('nothing but a compile error comes out of any text', () => {
    const words = fc.constantFrom(
      ...'( ) [ ] { } < > => , ; : ? ! . ... = + - * / ` ${ " \' a b as type interface class enum import export from declare async await function return const let abstract static private get @ # 1 \n'.split(
        ' ',
      ),
    );
    const texts = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.array(words, { maxLength: 25 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(texts, (code) => {
        expect(lengthOrRefusal(code)).toBe(code.length);
      }),
      { numRuns: 2000 },
    );
  });
});

/** The length of the erased code; the length of the code itself where it is refused in the way that is promised. */
function lengthOrRefusal(code: string): number {
  try {
    return compileEdited({ name: 'main.ts', code }).code.length;
  } catch (error) {
    if (error instanceof CompileError) return code.length;
    throw error;
  }
}

describe('sentences', () => {
  it('exist in both languages and never end in a full stop', () => {
    for (const language of ['en', 'zh-CN'] as const) {
      for (const sentence of Object.values(sentences[language])) {
        expect(
          sentence({ found: 'x', expected: 'y', module: 'm', allowed: ['a'], chain: ['a', 'b'], limit: '1 MB' }),
        ).toMatch(/[^.。]$/u);
      }
    }
  });
});
