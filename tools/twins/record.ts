/** Runs Go twins and reads what they sent. For Node. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { z } from 'astro/zod';
import { EXAMPLES_DIRECTORY } from '../../src/examples/read.ts';
import { decodeExport, normalise, parseGolden, signalOf, stringifyGolden } from '../../src/otlp/index.ts';
import type { LogRecord, Metric, Span, Telemetry } from '../../src/otlp/telemetry.ts';
import { describeSpans } from './compare.ts';
import type { Twin } from './find.ts';

/** Go is never fetched in another version than the installed one. */
const ENVIRONMENT = { ...process.env, GOTOOLCHAIN: 'local' };

const requestsSchema = z
  .array(z.strictObject({ path: z.string(), contentType: z.string(), body: z.base64() }))
  .nullable();

/** How many threads a twin is run with: other numbers, other schedules. */
const PROCESSORS = '1,2';

/** What `go version` says, or undefined where Go is not installed. */
export async function goVersion(): Promise<string | undefined> {
  try {
    return (await go(['version'])).trim();
  } catch {
    return undefined;
  }
}

/**
 * Runs `go` in the folder of the examples and gives what it prints.
 *
 * @throws Error with all that it printed, if it failed.
 */
export function go(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = { cwd: EXAMPLES_DIRECTORY, env: { ...ENVIRONMENT, ...environment }, maxBuffer: 64 << 20 };
    execFile('go', args, options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else reject(new Error(`go ${args.join(' ')} failed.\n${stdout}${stderr}`, { cause: error }));
    });
  });
}

/**
 * Runs each twin `times` times, half of them with one thread and half with two, and gives the text of every run's
 * golden form: one for each run, all the same where the scheduler decides nothing.
 *
 * @throws Error with what Go printed, if a twin fails.
 */
export async function recordTwins(
  twins: readonly Twin[],
  times: number,
): Promise<ReadonlyMap<Twin, readonly string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'twins-'));
  try {
    const packages = twins.map((twin) => `./${twin.folder}`);
    const count = Math.max(1, Math.ceil(times / 2));
    const args = ['test', '-p=1', `-count=${count}`, `-cpu=${PROCESSORS}`, '-run=^TestTwin$', ...packages];
    await go(args, { TWIN_RECORD: folder });
    const recorded = new Map<Twin, readonly string[]>();
    for (const twin of twins)
      recorded.set(twin, await readRuns(join(folder, twin.folder), await typescriptSpans(twin)));
    return recorded;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function typescriptSpans({ golden }: Twin): Promise<readonly Span[]> {
  return existsSync(golden) ? parseGolden(JSON.parse(await readFile(golden, 'utf8'))).spans : [];
}

async function readRuns(folder: string, typescript: readonly Span[]): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const file of await readdir(folder)) {
    const requests = requestsSchema.parse(JSON.parse(await readFile(join(folder, file), 'utf8'))) ?? [];
    const all: { spans: Span[]; metrics: Metric[]; logs: LogRecord[] } = { spans: [], metrics: [], logs: [] };
    for (const { path, contentType, body } of requests) {
      const signal = signalOf(path);
      if (signal === undefined) throw new Error(`${file}: ${path} is no path of OTLP.`);
      const { telemetry, rejected } = await decodeExport(signal, contentType, Buffer.from(body, 'base64'));
      if (rejected.count > 0) throw new Error(`${file}: ${rejected.message}`);
      all.spans.push(...telemetry.spans);
      all.metrics.push(...telemetry.metrics);
      all.logs.push(...telemetry.logs);
    }
    texts.push(stringifyGolden(normalise(settled(all, typescript))));
  }
  return texts;
}

/**
 * In an order that no scheduler decides: goroutines that end in the same instant hand in their spans as they happen to.
 * Spans stand as their likes do in the TypeScript run, so that the two traces can be read side by side.
 */
function settled({ spans, metrics, logs }: Telemetry, typescript: readonly Span[]): Telemetry {
  const order = [...new Set([...describeSpans(typescript), ...describeSpans(spans).toSorted()])];
  const places = describeSpans(spans).map((place) => order.indexOf(place));
  return {
    spans: sortedBy(spans, (_, index) => places[index] ?? 0),
    metrics: sortedBy(metrics, ({ name }) => name),
    logs: sortedBy(logs, ({ eventName, body }) => `${eventName} ${text(body)}`),
  };
}

function sortedBy<T>(items: readonly T[], keyOf: (item: T, index: number) => string | number): readonly T[] {
  const keyed = items.map((item, index) => ({ item, key: keyOf(item, index) }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key))).map(({ item }) => item);
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? String(part) : part));
}
