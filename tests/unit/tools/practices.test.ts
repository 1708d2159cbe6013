import { readdir } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { practiceProblems, pageProblems } from '../../../tools/check/practices.ts';
import { anchorOf } from '../../../src/components/practice/schema.ts';
import { readPractices, type NamedPractice } from '../../../src/components/practice/read.ts';
import { ROOT } from '../../../tools/support/process.ts';

const practices = await readPractices();
const chapters = [...new Set(practices.map(({ page }) => page.slice(0, page.indexOf('/'))))];
/** Pages of a chapter that teach no lesson of their own. */
const NO_LESSON = new Set(['index.mdx', 'capstone.mdx']);

/** What a chapter lacks: two practices for each lesson that states any, twelve in all when every lesson does. */
async function lacks(chapter: string): Promise<readonly string[]> {
  const own = practices.filter(({ page }) => page.startsWith(`${chapter}/`));
  const files = await readdir(`${ROOT}content/docs/${chapter}`);
  const lessons = files
    .filter((file) => !NO_LESSON.has(file))
    .map((file) => `${chapter}/${file.replace(/\.mdx$/, '')}`)
    .map((lesson) => ({ lesson, count: own.filter(({ page }) => page === lesson).length }));
  const begun = lessons.some(({ count }) => count === 0);
  return [
    ...lessons.filter(({ count }) => count === 1).map(({ lesson }) => `${lesson} states one, and needs two.`),
    ...(begun || own.length >= 12 ? [] : [`${chapter} states ${own.length}, and needs twelve.`]),
  ];
}

test.for(chapters)('chapter %s states enough best practices', async (chapter) => {
  expect(await lacks(chapter)).toEqual([]);
});

test('every practice stands once on its page, in both languages, with the examples that show it', async () => {
  expect(await practiceProblems()).toEqual([]);
});

test('no two practices of a page share an anchor', () => {
  const anchors = practices.map(({ id, page }) => `${page}#${anchorOf(id)}`);
  expect(new Set(anchors).size).toBe(anchors.length);
});

test('a practice or an example that is missing on its page is named', () => {
  const words = { en: 'A', 'zh-cn': '甲' };
  const practice: NamedPractice = { id: 'c/a', page: 'c/p', do: words, dont: words, shows: ['c/p/anti'], see: words };
  expect(pageProblems('p.mdx', '<Practice id="c/a" /><Example id="c/p/anti" />', [practice])).toEqual([]);
  expect(pageProblems('p.mdx', '<Practice id="c/a" /><Practice id="c/a" />', [practice])).toEqual([
    'p.mdx must show <Practice id="c/a" /> once and shows it 2 times.',
    'p.mdx does not show the example c/p/anti, which the practice "c/a" points to.',
  ]);
});
