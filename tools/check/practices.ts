/** Every best practice stands once on its page, beside the examples that show it. */
import { readFile } from 'node:fs/promises';
import { readPractices, type NamedPractice } from '../../src/components/practice/read.ts';
import { ROOT } from '../support/process.ts';

/** What a page lacks of the practices that name it, a sentence each. `page` is where it stands, for the sentences. */
export function pageProblems(page: string, source: string, practices: readonly NamedPractice[]): readonly string[] {
  const shown = [...source.matchAll(/<Practice\b[^>]*?\bid="([^"]*)"/g)].map(([, id = '']) => id);
  const examples = new Set([...source.matchAll(/<Example\b[^>]*?\bid="([^"]*)"/g)].map(([, id = '']) => id));
  return practices.flatMap(({ id, shows }) => {
    const times = shown.filter((other) => other === id).length;
    return [
      ...(times === 1 ? [] : [`${page} must show <Practice id="${id}" /> once and shows it ${times} times.`]),
      ...shows
        .filter((example) => !examples.has(example))
        .map((example) => `${page} does not show the example ${example}, which the practice "${id}" points to.`),
    ];
  });
}

/** What is wrong with the practices of the guide, a sentence each. */
export async function practiceProblems(): Promise<readonly string[]> {
  const practices = await readPractices();
  const pages = [...new Set(practices.map(({ page }) => page))];
  const found = pages.flatMap((page) =>
    ['', 'zh-cn/'].map(async (prefix) => {
      const file = `content/docs/${prefix}${page}.mdx`;
      const source = await readFile(`${ROOT}${file}`, 'utf8').catch(() => undefined);
      const own = practices.filter((practice) => practice.page === page);
      return source === undefined
        ? own.map(({ id }) => `The practice "${id}" names the page ${file}, which is not there.`)
        : pageProblems(file, source, own);
    }),
  );
  return (await Promise.all(found)).flat();
}
