/**
 * Holds `csp` to Go: each folder below `programs/` is one rule of Go as a program in both languages, and both must print
 * the same. Each runs 10 times (`DIFFERENTIAL_RUNS`), Go with 1, 2 and 4 threads, the sandbox with another seed each time.
 *
 * Where Go is installed, its output is compared with the recorded `output.txt` (`DIFFERENTIAL_RECORD=1` writes it anew);
 * where it is not, the sandbox is compared with the recorded output alone, and a line says so.
 */
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compileUnedited } from '../../src/sandbox/compile/unedited.ts';
import type { ConsoleEntry, RunRequest } from '../../src/sandbox/contract.ts';
import { startHarness, type Harness } from '../harness/harness.ts';
import { endingOfSandbox } from './ending.ts';
import { buildAll, goVersion, runGo } from './golang.ts';

const PROGRAMS = fileURLToPath(new URL('programs/', import.meta.url));
const TIMES = Math.max(1, Number(process.env['DIFFERENTIAL_RUNS'] ?? 10));
const RECORD = process.env['DIFFERENTIAL_RECORD'] === '1';
const PROCESSORS = [1, 2, 4] as const;

const rules = readdirSync(PROGRAMS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .toSorted();
const version = await goVersion();
if (version === undefined) {
  console.warn(
    'Go is not installed: the sandbox is compared with the recorded outputs, which were not recorded again.',
  );
}

describe.runIf(version !== undefined)(`Go prints what was recorded (${version ?? 'not installed'})`, () => {
  let binaries = '';
  beforeAll(async () => {
    binaries = await buildAll(version ?? '');
  });

  test.each(rules)('%s', async (rule) => {
    const first = await runGo(`${binaries}${rule}`, 1);
    for (let time = 1; time < TIMES; time += 1) {
      const processors = PROCESSORS[time % PROCESSORS.length] ?? 1;
      const again = await runGo(`${binaries}${rule}`, processors);
      expect(again, `run ${time + 1} of ${rule}/main.go, with ${processors} threads, differs from the first`).toBe(
        first,
      );
    }
    const path = `${PROGRAMS}${rule}/output.txt`;
    if (RECORD) await writeFile(path, first);
    expect(existsSync(path), `${rule} has no output.txt; record it with DIFFERENTIAL_RECORD=1`).toBe(true);
    expect(first, `${rule}/main.go prints something else than output.txt`).toBe(await readFile(path, 'utf8'));
  });
});

describe('the sandbox prints what Go printed', () => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness();
  });
  afterAll(() => harness?.close());

  test.each(rules)('%s', async (rule) => {
    const recorded = await readFile(`${PROGRAMS}${rule}/output.txt`, 'utf8');
    const file = { name: 'main.ts', code: await readFile(`${PROGRAMS}${rule}/main.ts`, 'utf8') };
    const modules = [compileUnedited(file)];
    for (let seed = 1; seed <= TIMES; seed += 1) {
      const output = await runSandbox(harness, { modules, entry: 'main.ts', clock: 'virtual', seed, answers: [] });
      expect(output, `${rule}/main.ts, seed ${seed}, prints something else than main.go`).toBe(recorded);
    }
  });
});

async function runSandbox(harness: Harness, request: RunRequest): Promise<string> {
  const { console, outcome } = await harness.run(request);
  return [...console.map(lineOf), `-- ${endingOfSandbox(outcome)}`, ''].join('\n');
}

/** A line of the console as text: the values side by side, as in Go's `fmt.Println`. */
function lineOf({ values }: ConsoleEntry): string {
  return values.map((value) => (value.kind === 'primitive' ? value.text : JSON.stringify(value))).join(' ');
}
