/**
 * All tests: `npm test`, or `npm run test:full` with what takes longer. Each step runs even when one before it has
 * failed, as far as it can; the last line counts every test, check and figure.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { run, runNode, type Finished } from './support/process.ts';
import { playwrightTotal, vitestTotal } from './support/reports.ts';
import { readTotal, sayTotal, TOTAL_FILE, type Total } from './support/total.ts';

/** One step of the tests; it writes what it counted to a file, in a form of its own. */
interface Step {
  readonly name: string;
  readonly start: (report: string) => Promise<Finished>;
  readonly total?: (report: string) => Total | undefined;
  /** A step that this one cannot do without. */
  readonly needs?: string;
}

const full = process.argv.includes('--full');

/** A tool of ours, which writes its total itself. */
function tool(file: string): Pick<Step, 'start' | 'total'> {
  return { start: (report) => runNode([`tools/${file}`], { env: { [TOTAL_FILE]: report } }), total: readTotal };
}

function vitest(env: Readonly<Record<string, string>>, ...args: readonly string[]): Pick<Step, 'start' | 'total'> {
  const reporters = ['--reporter=default', '--reporter=json'];
  return {
    start: (report) => run('vitest', ['run', ...args, ...reporters, `--outputFile.json=${report}`], { env }),
    total: vitestTotal,
  };
}

const STEPS: readonly Step[] = [
  { name: 'check', ...tool('check.ts') },
  { name: 'unit tests', ...vitest({}) },
  {
    name: 'examples',
    // Each run is repeated, which finds what is not reproducible.
    ...vitest(full ? { EXAMPLE_RUNS: '20' } : {}, '--config', 'tests/examples/vitest.config.ts'),
  },
  {
    name: 'csp and twins against Go',
    ...vitest(
      full ? {} : { DIFFERENTIAL_RUNS: '1', TWIN_RUNS: '2' },
      '--config',
      'tests/differential/vitest.config.ts',
    ),
  },
  { name: 'build', start: () => run('astro', ['build']) },
  { name: 'budget', ...tool('budget.ts'), needs: 'build' },
  {
    name: 'browser tests',
    start: (report) =>
      run('playwright', ['test', '--reporter=list,json'], {
        env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...(full ? { TEST_FULL: '1' } : {}) },
      }),
    total: playwrightTotal,
    needs: 'build',
  },
  ...(full
    ? [
        { name: 'lighthouse', ...tool('lighthouse.ts'), needs: 'build' },
        { name: 'bench', ...tool('bench.ts'), needs: 'build' },
        { name: 'bench of csp', start: () => runNode(['tools/bench-csp.ts']) },
      ]
    : []),
];

const folder = mkdtempSync(join(tmpdir(), 'traced-patterns-'));
const failed = new Set<string>();
const lines: string[] = [];
let all: Total = { passed: 0, failed: 0 };

for (const [index, step] of STEPS.entries()) {
  const { name, needs } = step;
  let total: Total;
  const began = performance.now();
  if (needs !== undefined && failed.has(needs)) {
    console.log(`\n── ${name}: not run, because ${needs} failed`);
    total = { passed: 0, failed: 1 };
  } else {
    console.log(`\n── ${name}`);
    const report = join(folder, `${index}.json`);
    const { code } = await step.start(report);
    const counted = step.total === undefined ? { passed: 0, failed: 0 } : step.total(report);
    // A step that fails without a failed test, or says nothing, is itself one.
    const own = code === 0 ? 0 : 1;
    if (counted === undefined) total = { passed: 0, failed: 1 };
    else if (step.total === undefined) total = { passed: 1 - own, failed: own };
    else total = { passed: counted.passed, failed: Math.max(counted.failed, own) };
  }
  if (total.failed > 0) failed.add(name);
  all = { passed: all.passed + total.passed, failed: all.failed + total.failed };
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  lines.push(`${total.failed > 0 ? '✕' : '✓'} ${name}: ${total.passed} passed, ${total.failed} failed, ${seconds} s`);
}
rmSync(folder, { recursive: true });

console.log(`\n${lines.join('\n')}`);
sayTotal(all);
