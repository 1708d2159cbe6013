/**
 * Records Go twins: `npm run twins [id-prefix…]`.
 *
 * Runs the twin of every example whose id starts with one of the prefixes (all of them without any) 20 times
 * (`TWIN_RUNS`) under a virtual clock, writes its `telemetry.go.json`, and compares that with the recorded TypeScript run,
 * less what `twin.json` lists. Needs Go as `content/examples/go.mod` says.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { parseGolden } from '../src/otlp/index.ts';
import { allDifferences } from './twins/compare-telemetry.ts';
import { allowedIn, findTwins, isExact, type Twin } from './twins/find.ts';
import { goVersion, recordTwins } from './twins/record.ts';

const TIMES = Math.max(2, Number(process.env['TWIN_RUNS'] ?? 20));

function fail(message: string): void {
  console.error(message);
  process.exitCode = 1;
}

/** Writes one recording and says what became of it. */
async function keep(twin: Twin, texts: readonly string[]): Promise<void> {
  const [text = ''] = texts;
  const place = `content/examples/${twin.folder}`;
  const different = new Set(texts).size;
  if (different > 1 && isExact(twin)) {
    fail(
      `${place}: ${texts.length} runs left ${different} different traces; not recorded. Take away what the scheduler ` +
        'decides, or list it in twin.json as what "varies".',
    );
    return;
  }
  const before = existsSync(twin.goGolden) ? await readFile(twin.goGolden, 'utf8') : undefined;
  const stands = before !== undefined && (before === text || (different > 1 && isLike(twin, before, text)));
  if (!stands) await writeFile(twin.goGolden, text);
  const change = before === undefined ? 'new' : stands ? 'unchanged' : 'changed';
  const agreed = different === 1 ? `${texts.length} runs the same` : `${different} traces in ${texts.length} runs`;
  console.log(`${place}: ${change}, ${agreed}`);
  await compare(twin);
}

/** Whether two recordings differ in nothing but what varies. */
function isLike(twin: Twin, before: string, text: string): boolean {
  const [left, right] = [parseGolden(JSON.parse(before)), parseGolden(JSON.parse(text))];
  return allDifferences(left, right, allowedIn(twin)).length === 0;
}

async function compare(twin: Twin): Promise<void> {
  const typescript = parseGolden(JSON.parse(await readFile(twin.golden, 'utf8')));
  const go = parseGolden(JSON.parse(await readFile(twin.goGolden, 'utf8')));
  for (const line of allDifferences(typescript, go, allowedIn(twin))) {
    fail(`content/examples/${twin.folder}: ${line}`);
  }
}

const prefixes = process.argv.slice(2);
const twins = (await findTwins()).filter(
  ({ example }) => prefixes.length === 0 || prefixes.some((prefix) => example.id.startsWith(prefix)),
);
const version = await goVersion();
if (version === undefined) {
  fail('Go is not installed, and recording a twin needs it; content/examples/go.mod says which version.');
} else if (twins.length === 0) {
  fail(`No example with an id that starts with ${prefixes.join(' or ')} has a Go twin (main.go with main_test.go).`);
} else {
  console.log(version);
  for (const [twin, texts] of await recordTwins(twins, TIMES)) await keep(twin, texts);
}
