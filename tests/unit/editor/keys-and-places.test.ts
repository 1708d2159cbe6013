import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextTabKey, type TabEvent } from '../../../src/editor/tab-keys.ts';
import { offsetOf } from '../../../src/editor/text-area.ts';

const tabAfter = (...events: readonly TabEvent[]) => events.reduce(nextTabKey, 'moves' as const);

describe('Tab', () => {
  it('moves on for a reader who only passes through', () => {
    expect(tabAfter('arrived')).toBe('moves');
    expect(tabAfter('arrived', 'left', 'arrived')).toBe('moves');
  });

  it('indents once the reader has typed or clicked, until the focus leaves', () => {
    expect(tabAfter('arrived', 'typed')).toBe('indents');
    expect(tabAfter('clicked', 'arrived')).toBe('indents');
    expect(tabAfter('arrived', 'clicked', 'left', 'arrived')).toBe('moves');
  });
});

describe('the offset of a place', () => {
  it('is found by line and column, and stays inside its line and the text', () => {
    expect(offsetOf('ab\ncd\n', 1, 1)).toBe(0);
    expect(offsetOf('ab\ncd\n', 2, 2)).toBe(4);
    expect(offsetOf('ab\ncd\n', 1, 9)).toBe(2);
    expect(offsetOf('ab\ncd', 9, 1)).toBe(5);
  });

  it('is right for every place of any text', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 5 }).map((text) => text.replaceAll('\n', '')),
          { minLength: 1 },
        ),
        (lines) => {
          const text = lines.join('\n');
          for (const [index, line] of lines.entries()) {
            const offset = offsetOf(text, index + 1, line.length + 1);
            expect(text.slice(0, offset).split('\n')).toHaveLength(index + 1);
            expect(offset === text.length || text[offset] === '\n').toBe(true);
          }
        },
      ),
    );
  });
});
