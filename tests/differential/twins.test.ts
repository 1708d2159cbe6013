/**
 * Holds every Go twin to its TypeScript example. Where Go is installed, each twin runs 20 times (`TWIN_RUNS`) and must leave
 * its recorded `telemetry.go.json` each time; where it is not, a line says that nothing was recorded again. In both cases
 * the two recorded runs must be the same spans, log records and metrics, less what `twin.json` lists, and that list must hold nothing idle.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXAMPLES_DIRECTORY } from '../../src/examples/read.ts';
import { parseGolden } from '../../src/otlp/index.ts';
import type { Telemetry } from '../../src/otlp/telemetry.ts';
import { allDifferences } from '../../tools/twins/compare-telemetry.ts';
import { allowedIn, findTwins, isExact, type Twin } from '../../tools/twins/find.ts';
import { go, goVersion, recordTwins } from '../../tools/twins/record.ts';

const TIMES = Math.max(2, Number(process.env['TWIN_RUNS'] ?? 20));

const twins = await findTwins();
const named = twins.map((twin) => [twin.folder, twin] as const);
const exact = named.filter(([, twin]) => isExact(twin));
const varying = named.filter(([, twin]) => !isExact(twin));
const version = await goVersion();
if (version === undefined) {
  console.warn('Go is not installed: recorded twins are compared as they are, and were not recorded again.');
}

async function telemetryOf(file: string): Promise<Telemetry> {
  expect(existsSync(file), `${file} is missing; "npm run twins" and "npm run golden" record`).toBe(true);
  return parseGolden(JSON.parse(await readFile(file, 'utf8')));
}

describe.runIf(version !== undefined)(`recorded again with ${version ?? ''}`, () => {
  let recorded: ReadonlyMap<Twin, readonly string[]>;
  beforeAll(async () => {
    recorded = await recordTwins(twins, TIMES);
  });

  test.each(exact)('%s leaves its recorded trace every time', async (folder, twin) => {
    const texts = [...new Set(recorded.get(twin))];
    expect(texts, `${folder} leaves ${texts.length} different traces in ${TIMES} runs`).toHaveLength(1);
    expect(texts[0], `${folder} leaves another trace than was recorded; if that is meant, "npm run twins"`).toBe(
      await readFile(twin.goGolden, 'utf8'),
    );
  });

  test.each(varying)('%s leaves its recorded trace every time, less what twin.json says', async (_, twin) => {
    const golden = await telemetryOf(twin.goGolden);
    const found = [...new Set(recorded.get(twin))].flatMap((text) =>
      allDifferences(golden, parseGolden(JSON.parse(text)), allowedIn(twin)),
    );
    expect(found).toEqual([]);
  });

  // One recording may be like the TypeScript run by chance, ten hardly are.
  test.runIf(TIMES >= 10).each(varying)('%s differs where twin.json says that it varies', async (folder, twin) => {
    const typescript = await telemetryOf(twin.golden);
    const traces = [...new Set(recorded.get(twin))].map((text) => parseGolden(JSON.parse(text)));
    const allowed = allowedIn(twin);
    for (const one of allowed.filter(({ varies }) => varies)) {
      const others = allowed.filter((other) => other !== one);
      const found = traces.flatMap((trace) => allDifferences(typescript, trace, others));
      expect(
        found,
        `${folder}: twin.json says that ${JSON.stringify(one)} varies, and nothing differs there`,
      ).not.toEqual([]);
    }
  });

  test('go vet has nothing to say', async () => {
    await expect(go(['vet', './...'])).resolves.toBe('');
  });

  test('gofmt would change nothing', async () => {
    const { stdout } = await promisify(execFile)('gofmt', ['-l', '.'], { cwd: EXAMPLES_DIRECTORY });
    expect(stdout).toBe('');
  });

  // The first time it has to be built.
  test.runIf(TIMES >= 10)('staticcheck has nothing to say', { timeout: 600_000 }, async () => {
    await expect(go(['tool', 'staticcheck', './...'])).resolves.toBe('');
  });
});

describe('the same trace in both languages', () => {
  test.each(named)('%s', async (_, twin) => {
    const [typescript, golang] = [await telemetryOf(twin.golden), await telemetryOf(twin.goGolden)];
    expect(allDifferences(typescript, golang, allowedIn(twin))).toEqual([]);
  });

  test.each(named.filter(([, { rules }]) => rules.differs.length > 0))(
    '%s lists nothing idle',
    async (folder, twin) => {
      const [typescript, golang] = [await telemetryOf(twin.golden), await telemetryOf(twin.goGolden)];
      const allowed = allowedIn(twin);
      // What varies may be alike in the one recording that is kept.
      for (const one of allowed.filter(({ varies }) => varies !== true)) {
        const others = allowed.filter((other) => other !== one);
        const found = allDifferences(typescript, golang, others);
        expect(found, `${folder}: twin.json allows ${JSON.stringify(one)}, and nothing differs there`).not.toEqual([]);
      }
    },
  );
});
