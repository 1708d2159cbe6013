import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraseTypes } from '../../../src/sandbox/compile/erase.ts';
import { constructs } from './constructs.ts';

const lines = (code: string): readonly string[] => code.split(/\r\n|\r|\n/u);

describe('types are blanked in place', () => {
  it.each(Object.entries(constructs))('%s: the same bytes as Node', (_name, code) => {
    expect(eraseTypes('main.ts', code)).toBe(stripTypeScriptTypes(code));
  });

  it.each(Object.entries(constructs))('%s: lines and columns stay', (_name, code) => {
    const before = lines(code);
    const after = lines(eraseTypes('main.ts', code));
    expect(after.map((line) => line.length)).toEqual(before.map((line) => line.length));
    for (const [index, line] of after.entries()) {
      for (const [column, character] of line.split('').entries()) {
        if (/[\s;()]/u.test(character)) continue;
        expect(character).toBe(before[index]?.[column]);
      }
    }
  });

  it('covers at least sixty constructs', () => {
    expect(Object.keys(constructs).length).toBeGreaterThanOrEqual(60);
  });

  it('agrees with Node on the compiler itself', () => {
    for (const name of [
      'erase',
      'segments',
      'parse',
      'blanks',
      'imports',
      'resolve',
      'error',
      'sentences',
      'unedited',
    ]) {
      const code = readFileSync(new URL(`../../../src/sandbox/compile/${name}.ts`, import.meta.url), 'utf8');
      expect(eraseTypes(`${name}.ts`, code)).toBe(stripTypeScriptTypes(code));
    }
  });

  it('agrees with Node on any sequence of constructs', () => {
    const names = Object.keys(constructs).filter((name) => name !== 'hash bang' && name !== 'types as branches');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }), (chosen) => {
        const code = chosen.map((name) => `{;\n${withoutModuleSyntax(constructs[name] ?? '')}\n}`).join('\n');
        let expected: string;
        try {
          expected = stripTypeScriptTypes(code);
        } catch {
          return;
        }
        expect(eraseTypes('main.ts', code)).toBe(expected);
      }),
      { numRuns: 200 },
    );
  });
});

/** Imports and exports are not allowed inside the blocks that keep the names of two constructs apart. */
function withoutModuleSyntax(code: string): string {
  return /^\s*(?:import|export)\b/mu.test(code) ? '' : code;
}

describe('semicolons where erasing would join two statements', () => {
  it.each([
    [
      'a semicolon that guards the next line',
      'let a = b\ntype C = { d: 1 }\n;(e as C).f = 1',
      'let a = b\n                 \n;(e     ).f = 1',
    ],
    ['a field and a computed name', 'class A { x: T\n[y] = 1 }', 'class A { x;  \n[y] = 1 }'],
    [
      'a declared field between',
      'class A { x = 1\n declare y: T\n [z] = 1 }',
      'class A { x = 1\n ;           \n [z] = 1 }',
    ],
    ['an overload between', 'class A { x = 1\n a(): void\n *a() {} }', 'class A { x = 1\n ;        \n *a() {} }'],
    [
      'a static modifier before',
      'class A extends B { x\n static override [y]() {} }',
      'class A extends B { x\n static          [y]() {} }',
    ],
  ])('%s', (_name, code, erased) => {
    expect(eraseTypes('main.ts', code)).toBe(erased);
  });
});
