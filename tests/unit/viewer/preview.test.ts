import { describe, expect, test } from 'vitest';
import { previewChildren, previewText } from '../../../src/viewer/preview.tsx';
import { translator } from '../../../src/viewer/strings.ts';
import type { Preview } from '../../../src/sandbox/contract.ts';

const number = (text: string): Preview => ({ kind: 'primitive', type: 'number', text });
const string = (text: string): Preview => ({ kind: 'primitive', type: 'string', text });
const t = translator('en');

describe('a logged value on one line', () => {
  test('a string stands bare at the top and quoted inside', () => {
    expect(previewText(string('hello "you"'), true)).toBe('hello "you"');
    expect(previewText(string('hello "you"'), false)).toBe('"hello \\"you\\""');
  });

  test('a plain object by its members, a class by its name', () => {
    const entries = [
      { key: 'id', value: number('7') },
      { key: 'who', value: string('ann') },
    ];
    expect(previewText({ kind: 'object', name: 'Object', entries, more: 0 }, false)).toBe('{ id: 7, who: "ann" }');
    expect(previewText({ kind: 'object', name: 'Order', entries, more: 3 }, false)).toBe(
      'Order { id: 7, who: "ann", … }',
    );
    expect(previewText({ kind: 'object', name: 'Object', entries: [], more: 0 }, false)).toBe('{}');
  });

  test('a list by its length and first items; values within are named only', () => {
    const inner: Preview = { kind: 'object', name: 'Object', entries: [{ key: 'x', value: number('1') }], more: 0 };
    const list: Preview = { kind: 'list', name: 'Array', items: [number('1'), inner], more: 5 };
    expect(previewText(list, false)).toBe('(7) [1, {…}, …]');
    expect(previewText({ kind: 'list', name: 'Set', items: [list], more: 0 }, false)).toBe('Set (1) [Array(7)]');
  });

  test('an error by name and message, its cause beneath', () => {
    const cause: Preview = { kind: 'error', name: 'TypeError', message: 'no', stack: [] };
    const stack = [{ file: 'main.ts', line: 3, column: 9 }];
    const error: Preview = { kind: 'error', name: 'Error', message: 'failed', stack, cause };
    expect(previewText(error, false)).toBe('Error: failed');
    expect(previewText({ ...error, message: '' }, false)).toBe('Error');
    expect(previewChildren(error, t)).toEqual([
      ['main.ts:3:9', undefined],
      ['cause: ', cause],
    ]);
  });

  test('long texts inside are cut', () => {
    const entries = [{ key: 'a', value: string('x'.repeat(200)) }];
    expect(previewText({ kind: 'object', name: '', entries, more: 0 }, false).length).toBeLessThan(100);
  });

  test('what was left out is counted', () => {
    expect(previewChildren({ kind: 'list', name: 'Array', items: [number('1')], more: 4 }, t)).toEqual([
      ['0: ', number('1')],
      ['… 4 more', undefined],
    ]);
  });

  test('markup in a value stays text', () => {
    expect(previewText({ kind: 'opaque', text: '<b>no</b>' }, false)).toBe('<b>no</b>');
  });
});
