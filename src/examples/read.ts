/** Reads examples from disk. For Node: the content loader, the runner and the recorder all see the same examples. */
import { existsSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../sandbox/contract.ts';
import { exampleSchema, type Ending, type ExampleMeta } from './schema.ts';

/** The folder that holds all examples. */
export const EXAMPLES_DIRECTORY: string = fileURLToPath(new URL('../../content/examples/', import.meta.url));

/** One way to run an example: an antipattern has two, everything else one. */
export interface ExampleRun {
  /** `main`, `dont`, `do`, `solution`, or `wrong-…`. */
  readonly name: string;
  readonly entry: string;
  /** The files of the program; the entry is among them. */
  readonly files: readonly SourceFile[];
  /** The name of its golden run, if it has one: `telemetry.json`, `dont.telemetry.json`, … */
  readonly golden: string | undefined;
  /** What the check must say of it. */
  readonly expected: 'pass' | 'fail';
  /** For a wrong answer: the requirement that must fail. */
  readonly failing?: string;
  readonly ending: Ending;
}

export interface Example {
  /** `31-concurrency/traced-channel/basic`. */
  readonly id: string;
  readonly directory: string;
  readonly meta: ExampleMeta;
  /** The tabs that a reader sees. */
  readonly files: readonly SourceFile[];
  readonly runs: readonly ExampleRun[];
}

/** Every example, by id in alphabetical order. Throws one error that names every faulty file. */
export async function readExamples(): Promise<readonly Example[]> {
  const ids: string[] = [];
  for await (const file of glob('**/example.json', { cwd: EXAMPLES_DIRECTORY })) {
    ids.push(file.replaceAll('\\', '/').replace(/\/example\.json$/, ''));
  }
  return Promise.all(ids.toSorted().map((id) => readExample(id)));
}

/** One example. Throws an error that names the file and what is wrong with it. */
export async function readExample(id: string): Promise<Example> {
  const directory = `${EXAMPLES_DIRECTORY}${id}/`;
  const meta = parseMeta(id, await readFile(`${directory}example.json`, 'utf8'));
  const source = async (name: string): Promise<SourceFile> => {
    const path = `${directory}${name}`;
    if (!existsSync(path)) throw new Error(`content/examples/${id}/example.json names "${name}", which is not there.`);
    return { name, code: await readFile(path, 'utf8') };
  };
  const files = await Promise.all(meta.files.map((name) => source(name)));
  return { id, directory, meta, files, runs: await readRuns(meta, directory, files, source) };
}

function parseMeta(id: string, text: string): ExampleMeta {
  const place = `content/examples/${id}/example.json`;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`${place} is not JSON.`, { cause: error });
  }
  const parsed = exampleSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'example'}: ${message}`);
  throw new Error(`${place}: ${problems.join('; ')}.`);
}

async function readRuns(
  meta: ExampleMeta,
  directory: string,
  files: readonly SourceFile[],
  source: (name: string) => Promise<SourceFile>,
): Promise<readonly ExampleRun[]> {
  const endingOf = (name: string): Ending => {
    const { ends } = meta;
    if ('kind' in ends && typeof ends.kind === 'string') return ends as Ending;
    return (ends as Record<string, Ending>)[name] ?? { kind: 'ok' };
  };
  const run = (name: string, expected: 'pass' | 'fail', golden?: string): ExampleRun => {
    const entry = `${name}.ts`;
    return { name, entry, files, golden, expected, ending: endingOf(name) };
  };
  if (meta.kind === 'antipattern') {
    return [run('dont', 'fail', 'dont.telemetry.json'), run('do', 'pass', 'do.telemetry.json')];
  }
  if (meta.kind !== 'exercise') return [run('main', 'pass', 'telemetry.json')];

  // A solution or a wrong answer takes the place of the starter, beside the same other files.
  const instead = async (name: string, expected: 'pass' | 'fail', golden?: string): Promise<ExampleRun> => {
    const answer = await source(`${name}.ts`);
    const program = files.map((file) => (file.name === 'main.ts' ? { name: 'main.ts', code: answer.code } : file));
    return { ...run('main', expected, golden), name, files: program, ending: endingOf(name) };
  };
  const wrong: ExampleRun[] = [];
  for await (const file of glob('wrong-*.ts', { cwd: directory })) {
    const name = file.replace(/\.ts$/, '');
    wrong.push({ ...(await instead(name, 'fail')), failing: name.slice('wrong-'.length) });
  }
  return [
    run('main', 'fail'),
    await instead('solution', 'pass', 'telemetry.json'),
    ...wrong.toSorted((a, b) => a.name.localeCompare(b.name)),
  ];
}
