/** Both languages are complete: every page has its twin, built alike. */
import { glob, readFile } from 'node:fs/promises';
import { ROOT } from '../support/process.ts';

const DOCS = 'content/docs';
const CHINESE = 'zh-cn/';
/** What a page says of itself that does not depend on its language. */
const COMMON_KEYS: ReadonlySet<string> = new Set([
  'draft',
  'minutes',
  'prerequisites',
  'sidebar',
  'tableOfContents',
  'template',
  'tested',
  'week',
]);

/** What two pages must have in common. */
export interface PageShape {
  /** The keys of the front matter. */
  readonly keys: readonly string[];
  /** Front matter whose values are the same in every language, as it is written. */
  readonly common: Readonly<Record<string, string>>;
  /** Level and id of each heading: `2 #cancel`; without `#…` where it has none. */
  readonly headings: readonly string[];
  /** Ids of the examples, in order. */
  readonly examples: readonly string[];
  /** Diagrams and practices, in order: `Diagram 31-concurrency/pipeline`. */
  readonly parts: readonly string[];
}

/** Reads the shape of a page from its source. What stands in a fenced block is no heading and no example. */
export function pageShape(source: string): PageShape {
  const [, front = '', body = ''] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(source) ?? [
    undefined,
    '',
    source,
  ];
  const entries = [...front.matchAll(/^(\w+):([^\n]*(?:\n[ \t]+[^\n]*)*)/gm)].map(
    ([, key = '', value = '']) => [key, value.trim()] as const,
  );
  const prose = body.replaceAll(/^([ \t]*)(```+|~~~+)[\s\S]*?^\1\2[ \t]*$/gm, '');
  const headings = [
    ...prose.matchAll(/^(#{1,6})\s[^\n]*?(?:\{#([\w-]+)\})?[ \t]*$|<h([1-6])(?:[^>]*?\sid="([\w-]+)")?[^>]*>/gm),
  ].map(([, marks, id, level, idOfTag]) => {
    const name = id ?? idOfTag;
    return `${marks?.length ?? level}${name === undefined ? '' : ` #${name}`}`;
  });
  return {
    keys: entries.map(([key]) => key).toSorted(),
    common: Object.fromEntries(entries.filter(([key]) => COMMON_KEYS.has(key))),
    headings,
    examples: [...prose.matchAll(/<Example\b[^>]*?\bid="([^"]*)"/g)].map(([, id = '']) => id),
    parts: [...prose.matchAll(/<(Diagram|Practice)\b[^>]*?\bid="([^"]*)"/g)].map(([, kind, id]) => `${kind} ${id}`),
  };
}

/** How the Chinese page differs from the English one where it must not, and ids that are missing; a sentence each. */
export function differences(english: PageShape, chinese: PageShape): readonly string[] {
  const found: string[] = [];
  const compare = (what: string, a: readonly string[], b: readonly string[]): void => {
    const at = a.findIndex((value, index) => value !== b[index]);
    const place = at === -1 && b.length > a.length ? a.length : at;
    if (place === -1) return;
    found.push(`${what} ${place + 1} is "${a[place] ?? 'none'}" in English and "${b[place] ?? 'none'}" in Chinese`);
  };
  compare('front matter key', english.keys, chinese.keys);
  compare('heading', english.headings, chinese.headings);
  compare('example', english.examples, chinese.examples);
  compare('diagram or practice', english.parts, chinese.parts);
  for (const [key, value] of Object.entries(english.common)) {
    const other = chinese.common[key];
    if (other !== undefined && other !== value) found.push(`"${key}" differs between the languages`);
  }
  // A link to a heading must work in both languages. Splash pages have no table of contents that would link to them.
  if (english.common['template'] !== 'splash') {
    const nameless = english.headings.findIndex((heading) => !heading.includes('#'));
    if (nameless !== -1) found.push(`heading ${nameless + 1} has no id: write {#id} behind it, in both languages`);
  }
  return found;
}

/** What is missing or different between the languages of all pages, a sentence each. */
export async function languageProblems(): Promise<readonly string[]> {
  const pages: string[] = [];
  for await (const file of glob('**/*.{md,mdx}', { cwd: `${ROOT}${DOCS}` })) pages.push(file.replaceAll('\\', '/'));
  const all = new Set(pages);
  const found: string[] = [];
  for (const page of pages.toSorted()) {
    if (page.startsWith(CHINESE)) {
      const original = page.slice(CHINESE.length);
      if (!all.has(original)) found.push(`${DOCS}/${page} translates nothing: there is no ${DOCS}/${original}.`);
      continue;
    }
    const twin = `${CHINESE}${page}`;
    if (!all.has(twin)) {
      found.push(`${DOCS}/${page} has no Chinese page: write ${DOCS}/${twin}.`);
      continue;
    }
    const [english, chinese] = await Promise.all(
      [page, twin].map((name) => readFile(`${ROOT}${DOCS}/${name}`, 'utf8')),
    );
    for (const difference of differences(pageShape(english ?? ''), pageShape(chinese ?? ''))) {
      found.push(`${DOCS}/${twin}: ${difference}.`);
    }
  }
  return found;
}
