import { describe, expect, test } from 'vitest';
import { differences, pageShape } from '../../../tools/check/languages.ts';
import { textProblems } from '../../../tools/check/tracked.ts';
import { compareWords } from '../../../tools/check/words.ts';

const page = (body: string, front = 'title: A\nweek: 4\nsidebar:\n  order: 1'): string =>
  `---\n${front}\n---\n\n${body}\n`;

describe('the shape of a page', () => {
  test('headings with their ids, examples in order, front matter by key', () => {
    const shape = pageShape(
      page('## One {#one}\n\n<Example id="a/b" />\n\n### Two\n\n<h2 id="three">x</h2>\n\n<Example\n  id="c" />'),
    );
    expect(shape).toEqual({
      keys: ['sidebar', 'title', 'week'],
      common: { week: '4', sidebar: 'order: 1' },
      headings: ['2 #one', '3', '2 #three'],
      examples: ['a/b', 'c'],
      parts: [],
    });
  });

  test('a comment in a fenced block is no heading', () => {
    expect(pageShape(page('```sh\n# not a heading\n```\n\n## Real {#real}')).headings).toEqual(['2 #real']);
  });

  test('twins that are built alike differ in nothing', () => {
    const english = pageShape(page('## Why? {#why}\n\n<Example id="a" />'));
    const chinese = pageShape(
      page('## 为什么？ {#why}\n\n<Example id="a" />', 'title: 甲\nweek: 4\nsidebar:\n  order: 1'),
    );
    expect(differences(english, chinese)).toEqual([]);
  });

  test.each([
    ['a heading that is missing', '## Why? {#why}', '', /heading 1 is "2 #why" in English and "none" in Chinese/],
    ['a heading too many', '', '## 为什么？ {#why}', /heading 1 is "none" in English/],
    ['another id', '## A {#a}', '## A {#b}', /"2 #a".*"2 #b"/],
    ['another level', '## A {#a}', '### A {#a}', /"2 #a".*"3 #a"/],
    ['no id', '## A', '## 甲', /heading 1 has no id/],
    ['another diagram', '<Diagram id="a" />', '<Diagram id="b" />', /diagram or practice 1 is "Diagram a"/],
    ['other examples', '<Example id="a" />', '<Example id="b" />', /example 1 is "a" in English and "b"/],
  ])('%s is found', (_, english, chinese, expected) => {
    expect(differences(pageShape(page(english)), pageShape(page(chinese))).join()).toMatch(expected);
  });

  test('what does not depend on the language must be the same', () => {
    const chinese = pageShape(page('', 'title: A\nweek: 5\nsidebar:\n  order: 1'));
    expect(differences(pageShape(page('')), chinese)).toEqual(['"week" differs between the languages']);
  });
});

describe('the words of two languages', () => {
  test('equal tables, functions included', () => {
    expect(compareWords({ a: 'x {n}', f: () => '' }, { a: '{n} 个', f: () => '' }, 'w')).toEqual([]);
  });

  test.each([
    [{ a: 'x' }, {}, 'w.a is missing in Chinese'],
    [{}, { a: 'x' }, 'w.a is there in Chinese only'],
    [{ a: 'x' }, { a: ' ' }, 'w.a has no Chinese text'],
    [{ a: '{n} x' }, { a: 'x' }, 'w.a has other placeholders in Chinese than in English'],
    [{ a: { b: 'x' } }, { a: 'x' }, 'w.a has no Chinese table'],
  ])('%j and %j', (en, zh, problem) => {
    expect(compareWords(en, zh, 'w')).toEqual([problem]);
  });
});

describe('what no file may say', () => {
  const mark = ['TO', 'DO'].join('');
  test.each([`see /${'work'}/x.md`, `'/${'tmp'}/a'`, `// ${mark}: later`, `C:\\${'Users'}\\me`])('%s', (line) => {
    expect(textProblems('a.ts', `fine\n${line}`)).toEqual([expect.stringMatching(/^a\.ts:2 /)]);
  });

  test.each(['/usr/bin/chromium', 'https://example.com/home/x', './tmp/a', 'content/home/worker-pool', '/homework'])(
    '%s is fine',
    (line) => {
      expect(textProblems('a.ts', line)).toEqual([]);
    },
  );
});
