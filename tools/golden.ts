/**
 * Records golden runs: `npm run golden [id-prefix…]`.
 *
 * Runs every example whose id starts with one of the prefixes (all of them without any) in the browser and writes its
 * `telemetry.json`. A run that does not end as `example.json` says is not recorded. What changed is for `git diff`; say
 * in the commit why it changed.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { stringifyGolden } from '../src/otlp/index.ts';
import { describeEnding, endsAs } from '../src/examples/ending.ts';
import { readExamples, type Example, type ExampleRun } from '../src/examples/read.ts';
import { requestOf } from '../src/examples/request.ts';
import { compileUnedited } from '../src/sandbox/compile/unedited.ts';
import { startHarness, type Harness } from '../tests/harness/harness.ts';

/** Records one run and says in a few words what became of it. */
async function record(harness: Harness, example: Example, run: ExampleRun, file: string): Promise<string> {
  const result = await harness.run(requestOf(example.meta, run, compileUnedited));
  if (!endsAs(result.outcome, run.ending)) {
    process.exitCode = 1;
    return `not recorded: it ended with ${describeEnding(result.outcome)}, example.json says ${describeEnding(run.ending)}`;
  }
  const path = `${example.directory}${file}`;
  const before = existsSync(path) ? await readFile(path, 'utf8') : undefined;
  const text = stringifyGolden(result.golden);
  if (text === before) return 'unchanged';
  await writeFile(path, text);
  return before === undefined ? 'new' : 'changed';
}

const prefixes = process.argv.slice(2);
const chosen = (await readExamples()).filter(
  ({ id }) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(
    `No example has an id that starts with ${prefixes.join(' or ')}. Ids are the folders below content/examples/.`,
  );
  process.exit(1);
}
const harness = await startHarness();
try {
  for (const example of chosen) {
    for (const run of example.runs) {
      if (run.golden === undefined) continue;
      console.log(`${example.id}/${run.golden}: ${await record(harness, example, run, run.golden)}`);
    }
  }
} finally {
  await harness.close();
}
