import { describe, expect, it } from 'vitest';
import weeks from '../../../content/path/weeks.json' with { type: 'json' };
import { parsePath } from '../../../src/learn/path-data.ts';

type Change = (copy: typeof weeks) => void;

function changed(change: Change): unknown {
  const copy = structuredClone(weeks);
  change(copy);
  return copy;
}

describe('the path', () => {
  it('has nine weeks with 86 lessons, each in its place', () => {
    const path = parsePath(weeks, 'weeks.json');
    expect(path.map(({ week }) => week)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(path.flatMap(({ lessons }) => lessons)).toHaveLength(86);
  });

  it.each<[string, Change, RegExp]>([
    ['a missing week', (path) => path.splice(3, 1), /week 5 stands where week 4 belongs; .*8 weeks and not nine/],
    [
      'a lesson that builds on a later one',
      (path) => path[0]?.lessons[0]?.needs.push('37-data/n-plus-one'),
      /start\/otlp-init builds on 37-data\/n-plus-one, which does not come before it/,
    ],
    [
      'a lesson that is there twice',
      (path) =>
        path[8]?.lessons.push(
          structuredClone(weeks[0]?.lessons[0] ?? { slug: '', title: { en: '', 'zh-CN': '' }, minutes: 1, needs: [] }),
        ),
      /start\/otlp-init is there twice/,
    ],
    [
      'words in one language only',
      (path) => path[2] && Object.assign(path[2].needs, { 'zh-CN': '' }),
      /at 2\.needs\.zh-CN/,
    ],
    [
      'no minutes',
      (path) => path[1]?.lessons[0] && Object.assign(path[1].lessons[0], { minutes: 0 }),
      /at 1\.lessons\.0\.minutes/,
    ],
  ])('is refused with %s', (_name, change, message) => {
    expect(() => parsePath(changed(change), 'weeks.json')).toThrow(message);
  });
});
