/**
 * Runs every example as a reader does, in a real browser, and holds it to what its folder says: how it ends, the golden
 * run, the check, wrong answers, mutants. `EXAMPLE_RUNS=20` repeats each run that often for byte identity; the default is 2.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { survivors, type Check, type CheckResult } from '../../src/checks/index.ts';
import { describeEnding, endsAs } from '../../src/examples/ending.ts';
import { hiddenInputsSchema, withInputs } from '../../src/examples/inputs.ts';
import { readExamples, type Example, type ExampleRun } from '../../src/examples/read.ts';
import { requestOf } from '../../src/examples/request.ts';
import { parseGolden, stringifyGolden } from '../../src/otlp/index.ts';
import { compileEdited } from '../../src/sandbox/compile/edited.ts';
import { compileUnedited } from '../../src/sandbox/compile/unedited.ts';
import type { RunRequest } from '../../src/sandbox/contract.ts';
import { startHarness, type Harness } from '../harness/harness.ts';
import type { HarnessRun } from '../harness/page.ts';
import { lintFile, lintProgram, MAX_ANSWER_LINES, MAX_PROGRAM_LINES } from './lint.ts';

const TIMES = Math.max(1, Number(process.env['EXAMPLE_RUNS'] ?? 2));

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness?.close());

for (const example of await readExamples()) {
  describe(`${example.id}`, () => {
    test('its source keeps the rules for examples', async () => {
      const shown = new Set(example.runs.flatMap(({ files }) => files));
      const problems = [
        ...[...shown].flatMap((file) => lintFile(file)),
        ...example.runs.flatMap((run) =>
          run.files
            .filter(({ name }) => name === run.entry)
            .flatMap((file) => lintProgram(file, isAnswer(run) ? MAX_ANSWER_LINES : MAX_PROGRAM_LINES)),
        ),
      ];
      expect([...new Set(problems)], `content/examples/${example.id}`).toEqual([]);
    });

    test('both compilers give the same programs', () => {
      for (const run of example.runs) {
        expect(requestOf(example.meta, run, compileEdited), `${example.id}: ${run.name}`).toEqual(
          requestOf(example.meta, run, compileUnedited),
        );
      }
    });

    for (const run of example.runs) testRun(example, run);
    for (const run of example.runs.filter(({ expected }) => expected === 'pass')) testMutants(example, run);
    if (example.meta.kind === 'exercise') testExercise(example);
  });
}

/** Whether a reader of an exercise has to write this program, or could have. */
function isAnswer({ name }: ExampleRun): boolean {
  return name === 'solution' || name.startsWith('wrong-');
}

function testRun(example: Example, run: ExampleRun): void {
  describe(`${run.name}`, () => {
    const place = `content/examples/${example.id} (${run.name})`;

    test(`ends as example.json says, ${TIMES} times the same`, async () => {
      const text = stringifyGolden((await firstRun(place, example, run)).golden);
      if (example.meta.clock === 'real') return;
      const request = requestOf(example.meta, run, compileUnedited);
      for (let time = 1; time < TIMES; time += 1) {
        const again = await start(place, request, run);
        expect(stringifyGolden(again.golden), `${place}: run ${time + 1} differs from the first`).toBe(text);
      }
      if (run.golden === undefined) return;
      const path = `${example.directory}${run.golden}`;
      expect(existsSync(path), `${place} has no ${run.golden}; record it with "npm run golden ${example.id}"`).toBe(
        true,
      );
      expect(
        text,
        `${place} leaves another trace than ${run.golden}; if that is meant, "npm run golden ${example.id}"`,
      ).toBe(await readFile(path, 'utf8'));
    });

    test(`its check says ${run.expected}`, async () => {
      const check = await loadCheck(example);
      const telemetry = parseGolden((await firstRun(place, example, run)).golden);
      expect(misjudged(place, run, check(telemetry))).toEqual([]);
    });
  });
}

function testMutants(example: Example, run: ExampleRun): void {
  test(`${run.name}: its check notices mutants of every kind`, async () => {
    const place = `content/examples/${example.id} (${run.name})`;
    const check = await loadCheck(example);
    const report = survivors(check, parseGolden((await firstRun(place, example, run)).golden));
    // An exercise accepts every correct program, so it may leave open what it does not ask for.
    const missed = example.meta.kind === 'exercise' ? report.blind : report.survivors.map(({ name }) => name);
    expect(missed, `${place}: check.ts accepts these faults; demand more in it`).toEqual([]);
  });
}

function testExercise(example: Example): void {
  const place = `content/examples/${example.id}`;

  test('has a wrong answer for each requirement', async () => {
    const results = (await loadCheck(example))({ spans: [], metrics: [], logs: [] });
    const answered = example.runs.flatMap(({ failing }) => failing ?? []);
    const missing = results.map(({ id }) => id).filter((id) => !answered.includes(id));
    expect(missing, `${place}: add wrong-<requirement>.ts for these`).toEqual([]);
  });

  test('has three hints in both languages', async () => {
    const hints: unknown = JSON.parse(await readFile(`${example.directory}hints.json`, 'utf8'));
    const three = [expect.any(String), expect.any(String), expect.any(String)];
    expect(hints, `${place}/hints.json`).toEqual({ en: three, 'zh-cn': three });
  });

  const hidden = `${example.directory}inputs.hidden.json`;
  if (!existsSync(hidden)) return;
  for (const run of example.runs) {
    test(`${run.name} with hidden inputs: its check says ${run.expected}`, async () => {
      const inputs = hiddenInputsSchema.parse(JSON.parse(await readFile(hidden, 'utf8')));
      const request = requestOf(example.meta, run, compileUnedited, withInputs(run.files, inputs));
      const check = await loadCheck(example);
      const at = `${place} (${run.name}, hidden inputs)`;
      const telemetry = parseGolden((await start(at, request, run)).golden);
      expect(misjudged(at, run, check(telemetry))).toEqual([]);
    });
  }
}

/** Runs a program and makes sure that it ends as it must. */
async function start(place: string, request: RunRequest, run: ExampleRun): Promise<HarnessRun> {
  const result = await harness.run(request);
  const { outcome } = result;
  const demanded = `example.json says ${describeEnding(run.ending)}`;
  expect(endsAs(outcome, run.ending), `${place} ended with ${describeEnding(outcome)}; ${demanded}`).toBe(true);
  return result;
}

const firstRuns = new Map<ExampleRun, Promise<HarnessRun>>();

/** The first run of a program, which all tests of it look at. */
function firstRun(place: string, example: Example, run: ExampleRun): Promise<HarnessRun> {
  const known = firstRuns.get(run);
  if (known) return known;
  const started = start(place, requestOf(example.meta, run, compileUnedited), run);
  firstRuns.set(run, started);
  return started;
}

/** Where the results of a check are not what the run is for: sentences, none if all is well. */
function misjudged(place: string, run: ExampleRun, results: readonly CheckResult[]): readonly string[] {
  const failed = results.filter(({ ok }) => !ok);
  if (run.expected === 'pass') {
    return failed.map(
      ({ id, expected, actual }) => `${place}: "${id}" of check.ts wants ${expected.en}, but ${actual.en}`,
    );
  }
  if (failed.length === 0) return [`${place} passes check.ts, and must not`];
  if (run.failing === undefined || (failed.length === 1 && failed[0]?.id === run.failing)) return [];
  const those = failed.map(({ id, actual }) => `"${id}" (${actual.en})`).join(', ');
  return [`${place} must fail "${run.failing}" of check.ts and nothing else, and fails ${those}`];
}

async function loadCheck(example: Example): Promise<Check> {
  const path = `${example.directory}check.ts`;
  expect(existsSync(path), `content/examples/${example.id} has no check.ts`).toBe(true);
  const module: unknown = await import(pathToFileURL(path).href);
  if (typeof module === 'object' && module !== null && 'default' in module && isCheck(module.default))
    return module.default;
  throw new Error(`content/examples/${example.id}/check.ts must export a check as its default.`);
}

function isCheck(value: unknown): value is Check {
  return typeof value === 'function';
}
