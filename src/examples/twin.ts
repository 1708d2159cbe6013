/** The Go twins of an example as they lie on disk, and what their traces may differ in. For Node. */
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import type { SourceFile } from '../sandbox/contract.ts';
import { EXAMPLES_DIRECTORY, type Example, type ExampleRun } from './read.ts';
import { words } from './schema.ts';

/** A part of a span that may differ; `attributes.<key>` is one attribute alone. */
export type Field = 'kind' | 'status' | 'start' | 'duration' | 'attributes' | 'links' | `attributes.${string}`;

const FIELD = /^(?:kind|status|start|duration|links|attributes(?:\..+)?)$/;

/** What `twin.json` holds. */
export const twinRulesSchema = z.strictObject({
  /** `shape`: the scheduler decides about times, so they are not compared. */
  compare: z.enum(['exact', 'shape']).default('exact'),
  /** What may differ, and why: the page says so beside the comparison. */
  differs: z
    .array(
      z.strictObject({
        /** The run that this is about; every run if left out. */
        run: z.string().exactOptional(),
        /** The name of the spans, or several names; every span if left out. */
        span: z.union([z.string(), z.array(z.string()).min(2)]).exactOptional(),
        /** The event name of log records, if this is about them and not about spans. */
        log: z.string().exactOptional(),
        /** It differs from one recording to the next as well: the scheduler, or a choice by lot, decides about it. */
        varies: z.boolean().default(false),
        fields: z.array(z.custom<Field>((value) => typeof value === 'string' && FIELD.test(value))).min(1),
        reason: words,
      }),
    )
    .default([]),
});

/** `twin.json` beside an example: what its two languages may differ in. Without the file: nothing. */
export type TwinRules = z.output<typeof twinRulesSchema>;

/** One Go program beside one run of an example. */
export interface TwinProgram {
  readonly run: ExampleRun;
  /** The Go package, as a folder below `content/examples/`. */
  readonly folder: string;
  /** The name of its recorded run in the example's folder, such as `telemetry.go.json`. */
  readonly golden: string;
}

/**
 * The Go programs of an example, in the order of its runs. The twin of `main.ts` lies in the example's own folder, that
 * of another run (`do`, `dont`, `solution`) in a folder below it that has the run's name.
 */
export function twinPrograms({ id, runs }: Example): readonly TwinProgram[] {
  return runs.flatMap((run) => {
    if (run.golden === undefined) return [];
    const folder = run.name === 'main' ? id : `${id}/${run.name}`;
    if (!existsSync(`${EXAMPLES_DIRECTORY}${folder}/main_test.go`)) return [];
    return [{ run, folder, golden: run.golden.replace(/json$/, 'go.json') }];
  });
}

/** The rules of an example's twins. Throws an error that names the file and what is wrong with it. */
export async function readTwinRules({ id, directory }: Pick<Example, 'id' | 'directory'>): Promise<TwinRules> {
  const path = `${directory}twin.json`;
  if (!existsSync(path)) return twinRulesSchema.parse({});
  const parsed = twinRulesSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`);
  throw new Error(`content/examples/${id}/twin.json: ${problems.join('; ')}.`);
}

/** What a reader sees of a Go program: its files without the tests, `main.go` first. */
export async function readGoFiles(folder: string): Promise<readonly SourceFile[]> {
  const names = (await readdir(`${EXAMPLES_DIRECTORY}${folder}`)).filter(
    (name) => name.endsWith('.go') && !name.endsWith('_test.go'),
  );
  const order = names.toSorted((a, b) => Number(b === 'main.go') - Number(a === 'main.go') || a.localeCompare(b));
  return Promise.all(
    order.map(async (name) => ({ name, code: await readFile(`${EXAMPLES_DIRECTORY}${folder}/${name}`, 'utf8') })),
  );
}

/** The versions that a `go.mod` names: of Go itself, and of OpenTelemetry for Go. Throws where one is missing. */
export function versionsIn(goMod: string): { readonly go: string; readonly otel: string } {
  const go = /^go (\S+)$/m.exec(goMod)?.[1];
  const otel = /^\s*(?:require )?go\.opentelemetry\.io\/otel v(\S+)$/m.exec(goMod)?.[1];
  if (go === undefined) throw new Error('content/examples/go.mod names no version of Go: it needs a line "go 1.x".');
  if (otel === undefined) throw new Error('content/examples/go.mod does not require go.opentelemetry.io/otel.');
  return { go, otel };
}

/** The versions that the twins are built with. */
export async function twinVersions(): Promise<ReturnType<typeof versionsIn>> {
  return versionsIn(await readFile(`${EXAMPLES_DIRECTORY}go.mod`, 'utf8'));
}
