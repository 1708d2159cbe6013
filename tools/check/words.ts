/** The words of the interface are there in both languages. */
import { glob, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../support/process.ts';

/** A table of words: texts, functions that make texts, and tables of them. */
type Table = Readonly<Record<string, unknown>>;

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pairs of tables in a value that hold the same words in English and Chinese, with where they stand. */
function pairs(value: unknown, place: string): readonly { place: string; en: unknown; zh: unknown }[] {
  if (!isTable(value)) return [];
  if ('en' in value && ('zh-CN' in value || 'zh-cn' in value)) {
    return [{ place, en: value['en'], zh: value['zh-CN'] ?? value['zh-cn'] }];
  }
  return Object.entries(value).flatMap(([key, inner]) => pairs(inner, `${place}.${key}`));
}

const placeholders = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].toSorted().join(' ');

/** Where two tables of words differ in what they hold, a sentence each. */
export function compareWords(en: unknown, zh: unknown, place: string): readonly string[] {
  if (typeof en === 'string') {
    if (typeof zh !== 'string' || zh.trim() === '') return [`${place} has no Chinese text`];
    if (placeholders(en) !== placeholders(zh)) return [`${place} has other placeholders in Chinese than in English`];
    return [];
  }
  if (!isTable(en)) return typeof zh === typeof en ? [] : [`${place} is something else in Chinese than in English`];
  if (!isTable(zh)) return [`${place} has no Chinese table`];
  return [
    ...Object.keys(zh)
      .filter((key) => !(key in en))
      .map((key) => `${place}.${key} is there in Chinese only`),
    ...Object.entries(en).flatMap(([key, text]) =>
      key in zh ? compareWords(text, zh[key], `${place}.${key}`) : [`${place}.${key} is missing in Chinese`],
    ),
  ];
}

/** What is missing in the words of the interface, a sentence each. */
export async function wordProblems(): Promise<readonly string[]> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(`${ROOT}${file}`, 'utf8'));
  const [en, zh] = await Promise.all(['content/i18n/en.json', 'content/i18n/zh-CN.json'].map((file) => read(file)));
  const found = [...compareWords(en, zh, 'content/i18n')];

  for await (const file of glob('src/**/*.ts', { cwd: ROOT })) {
    if (!/(^|-)(words|strings)(-|\.ts$)/.test(basename(file))) continue;
    const module: unknown = await import(pathToFileURL(`${ROOT}${file}`).href);
    for (const pair of pairs({ ...(isTable(module) ? module : {}) }, file)) {
      found.push(...compareWords(pair.en, pair.zh, pair.place));
    }
  }
  return found;
}
