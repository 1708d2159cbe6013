/** What must not be in a file of the repository: traces of one machine, and work that was put off. */
import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { ROOT } from '../support/process.ts';

/** A rule for lines of text. */
interface Rule {
  readonly pattern: RegExp;
  readonly problem: string;
}

const FOLDERS = ['work', 'tmp', 'home', 'root', 'Users', 'var/folders'].join('|');
// Written so that the rule does not find itself.
const MARKS = 'TO[D]O|FIX[M]E|X{3}';

const RULES: readonly Rule[] = [
  { pattern: new RegExp(`(?<![\\w.:/~-])/(${FOLDERS})/[\\w.]`), problem: 'names a folder of one machine' },
  { pattern: /(?<!\w)[A-Z]:\\Users\\/, problem: 'names a folder of one machine' },
  { pattern: new RegExp(`\\b(${MARKS})\\b`), problem: 'puts work off: do it, or open an issue' },
];

/** Files that hold data or pictures, where such a text means nothing. */
const SKIPPED: ReadonlySet<string> = new Set(['.png', '.jpg', '.woff2', '.ico', '.pb', '.bin', '.gz']);

/** What a text says that it should not, a sentence each. */
export function textProblems(file: string, text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line, index) =>
      RULES.filter(({ pattern }) => pattern.test(line)).map(({ problem }) => `${file}:${index + 1} ${problem}.`),
    );
}

/** Goes through every file that git knows or would add. */
export async function trackedProblems(): Promise<readonly string[]> {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  const files = list.split('\0').filter((file) => file !== '' && !SKIPPED.has(extname(file)));
  const found = await Promise.all(
    files.map(async (file) => {
      // A file that was deleted and not yet committed is still listed.
      const text = await readFile(`${ROOT}${file}`, 'utf8').catch(() => '');
      return textProblems(file, text);
    }),
  );
  return found.flat();
}
