/**
 * Everything that can be said about the sources without running them: `npm run check [part…]`.
 *
 * Each part prints what it found. Links are not among them: the build validates those.
 */
import process from 'node:process';
import { glob } from 'node:fs/promises';
import { readExamples } from '../src/examples/read.ts';
import { languageProblems } from './check/languages.ts';
import { practiceProblems } from './check/practices.ts';
import { trackedProblems } from './check/tracked.ts';
import { wordProblems } from './check/words.ts';
import { ROOT, run, type Command } from './support/process.ts';
import { sayTotal } from './support/total.ts';

/** Runs a part and says what is wrong, a sentence each; nothing where all is well. */
type Part = () => Promise<readonly string[]>;

/** A command whose findings are its own output. */
function command(name: Command, ...args: readonly string[]): Part {
  return async () => {
    const { code, output } = await run(name, args, { quiet: true });
    return code === 0 ? [] : [output.trim()];
  };
}

/** Every tsconfig is a context of its own: the page, a worker, the frame, the examples. */
async function types(): Promise<readonly string[]> {
  const sync = await run('astro', ['sync'], { quiet: true });
  if (sync.code !== 0) return [sync.output.trim()];
  const projects: string[] = [];
  const exclude = ['node_modules', 'dist', '.cache'];
  for await (const file of glob('**/tsconfig*.json', { cwd: ROOT, exclude: (path) => exclude.includes(path) })) {
    projects.push(file);
  }
  const found: string[] = [];
  for (const project of projects.toSorted()) {
    const { code, output } = await run('tsc', ['--noEmit', '--pretty', 'false', '-p', project], { quiet: true });
    if (code !== 0) found.push(`${project}\n${output.trim()}`);
  }
  return found;
}

async function examples(): Promise<readonly string[]> {
  try {
    await readExamples();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The parts in the order in which they run: what fails fast comes first. */
const PARTS: Readonly<Record<string, Part>> = {
  format: command('oxfmt', '--check'),
  tracked: trackedProblems,
  languages: languageProblems,
  words: wordProblems,
  examples,
  practices: practiceProblems,
  // Directions of imports are among the rules.
  lint: command('oxlint'),
  types,
  'types in .astro': command('astro', 'check', '--tsconfig', 'tsconfig.astro.json'),
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => PARTS[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no check "${unknown}"; there are ${Object.keys(PARTS).join(', ')}.`);
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
for (const [name, part] of Object.entries(PARTS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const start = performance.now();
  const found = await part();
  const took = `${((performance.now() - start) / 1_000).toFixed(1)} s`;
  if (found.length === 0) total.passed++;
  else total.failed++;
  console.log(`${found.length === 0 ? '✓' : '✕'} ${name} (${took})`);
  for (const problem of found) console.log(problem.replaceAll(/^/gm, '    '));
}
sayTotal(total);
