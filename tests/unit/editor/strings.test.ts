import { describe, expect, it } from 'vitest';
import { editorStrings, editorTranslator } from '../../../src/editor/strings.ts';

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{\w+\}/gu)].map(([found]) => found).toSorted();

describe('the words of the editor', () => {
  it('are there in both languages, with the same placeholders', () => {
    expect(Object.keys(editorStrings['zh-CN'])).toEqual(Object.keys(editorStrings.en));
    for (const [key, text] of Object.entries(editorStrings.en)) {
      const other = Object.entries(editorStrings['zh-CN']).find(([name]) => name === key)?.[1] ?? '';
      expect(placeholders(other)).toEqual(placeholders(text));
    }
  });

  it('name file, purpose and the way out', () => {
    expect(editorTranslator('en')('name', { file: 'main.ts' })).toBe(
      'main.ts, editable example, press Escape to leave',
    );
  });

  it('leave a placeholder in a value alone', () => {
    expect(editorTranslator('en')('name', { file: '{file}' })).toContain('{file}, editable');
  });
});
