import { expect, test } from 'vitest';
import { hiddenInputsSchema, inputsSource, withInputs } from '../../../src/examples/inputs.ts';

test('hidden inputs become exported constants in the order of the file', () => {
  const inputs = hiddenInputsSchema.parse({ capacity: 3, drinks: ['tea', { ms: 5 }] });
  expect(inputsSource(inputs)).toBe('export const capacity = 3;\nexport const drinks = ["tea",{"ms":5}];\n');
});

test('a key that is no name of a constant is refused', () => {
  expect(hiddenInputsSchema.safeParse({ 'two words': 1 }).success).toBe(false);
});

test('only inputs.ts is replaced', () => {
  const main = { name: 'main.ts', code: 'run();' };
  expect(withInputs([main, { name: 'inputs.ts', code: '' }], { n: 1 })).toEqual([
    main,
    { name: 'inputs.ts', code: 'export const n = 1;\n' },
  ]);
});

test('a program without inputs.ts is told what to add', () => {
  expect(() => withInputs([{ name: 'main.ts', code: '' }], { n: 1 })).toThrow('Add it to "files" in example.json');
});
