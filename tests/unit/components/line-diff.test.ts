import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffLines, type DiffLine } from '../../../src/components/example/line-diff.ts';

const signs = { same: ' ', removed: '-', added: '+' } as const;
const shown = (before: string, after: string): readonly string[] =>
  diffLines(before.split('\n'), after.split('\n')).map(({ kind, text }) => `${signs[kind]}${text}`);

const linesOf = (diff: readonly DiffLine[], without: DiffLine['kind']): readonly string[] =>
  diff.filter(({ kind }) => kind !== without).map(({ text }) => text);

describe('a line diff', () => {
  it('keeps what both have and puts what went before what came', () => {
    expect(shown('a\nb\nc\nd', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', ' d']);
  });

  it('finds lines that moved apart', () => {
    expect(shown('a\nb\nc', 'a\nnew\nb\nother\nc')).toEqual([' a', '+new', ' b', '+other', ' c']);
  });

  it('has nothing to say of equal texts, whatever white space ends their lines', () => {
    expect(shown('a  \nb', 'a\nb')).toEqual([' a', ' b']);
  });

  it('says of each line where it stands in the second text', () => {
    expect(diffLines(['a', 'b'], ['b', 'c']).map(({ at }) => at)).toEqual([-1, 0, 1]);
  });

  const text = array(constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });

  it('holds both texts, line for line and in order', () => {
    assert(
      property(text, text, (before, after) => {
        const diff = diffLines(before, after);
        expect(linesOf(diff, 'added')).toEqual(before);
        expect(linesOf(diff, 'removed')).toEqual(after);
      }),
    );
  });

  it('keeps as many lines as can be kept', () => {
    assert(
      property(text, text, (before, after) => {
        const kept = diffLines(before, after).filter(({ kind }) => kind === 'same').length;
        expect(kept).toBe(longestCommon(before, after));
      }),
    );
  });

  it('takes texts that are too long to be compared as different between equal ends', () => {
    const before = ['head', ...Array.from({ length: 2_500 }, (_, n) => `old ${n}`), 'tail'];
    const after = ['head', ...Array.from({ length: 2_500 }, (_, n) => `new ${n}`), 'tail'];
    const diff = diffLines(before, after);
    expect(diff.filter(({ kind }) => kind === 'same').map(({ text: line }) => line)).toEqual(['head', 'tail']);
    expect(linesOf(diff, 'removed')).toEqual(after);
  });
});

/** The same number by another road: recursion over prefixes. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const line of a) {
    const next = [0];
    for (const [index, other] of b.entries()) {
      next.push(line === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
