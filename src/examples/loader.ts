import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { IMPORTABLE } from '../sandbox/build/chunks.ts';
import { compileUnedited } from '../sandbox/compile/unedited.ts';
import type { CompiledModule } from '../sandbox/contract.ts';
import { resolveModules } from '../sandbox/compile/resolve.ts';
import { exerciseEntry, readExercise, solutionOf } from './exercise.ts';
import { hiddenInputsSchema, INPUTS_FILE, inputsSource } from './inputs.ts';
import { EXAMPLES_DIRECTORY, readExample, readExamples, type Example, type ExampleRun } from './read.ts';
import { exampleSchema } from './schema.ts';
import { readGoFiles, readTwinRules, twinPrograms, twinRulesSchema, twinVersions } from './twin.ts';

/** A file whose types are erased, see `CompiledModule` in `src/sandbox/contract.ts`. */
const compiledModule = z.object({
  name: z.string(),
  code: z.string(),
  imports: z.array(z.object({ specifier: z.string(), start: z.number(), end: z.number(), dynamic: z.boolean() })),
});

/** One program of an example, ready to run: types are erased, files stand in order of dependency. */
const program = z.object({
  name: z.string(),
  entry: z.string(),
  modules: z.array(compiledModule),
  /** The golden run as it was recorded, if there is one. */
  golden: z.unknown(),
});

/** The Go twins of an example, as far as pages show them. */
const twin = z.object({
  /** The versions of Go and of OpenTelemetry for Go. */
  versions: z.object({ go: z.string(), otel: z.string() }),
  rules: twinRulesSchema,
  programs: z.array(
    z.object({
      /** The run that it is the twin of: `main`, `dont` or `do`. */
      name: z.string(),
      /** The Go package, as a folder below `content/examples/`. */
      folder: z.string(),
      files: z.array(z.object({ name: z.string(), code: z.string() })),
      golden: z.unknown(),
    }),
  ),
});

/** What pages know of an example. */
export const exampleEntry = z.object({
  meta: exampleSchema,
  files: z.array(z.object({ name: z.string(), code: z.string() })),
  programs: z.array(program),
  twin: twin.optional(),
  /** In an exercise: what takes the place of `inputs.ts` when it is graded a second time. */
  hidden: compiledModule.optional(),
  /** In an exercise: hints and the solution, which the page fetches apart from its programs. */
  exercise: exerciseEntry.extend({ program }).optional(),
});

export type ExampleEntry = z.output<typeof exampleEntry>;

/** Loads `content/examples/` and keeps it up to date while the site is developed. */
export function examplesLoader(): Loader {
  return {
    name: 'examples',
    schema: exampleEntry,
    async load({ config, generateDigest, logger, parseData, store, watcher }) {
      const root = fileURLToPath(config.root);
      const put = async (example: Example): Promise<void> => {
        const raw = await entryOf(example);
        const digest = generateDigest(JSON.stringify(raw));
        const data = await parseData({ id: example.id, data: raw });
        store.set({ id: example.id, data, digest, filePath: relative(root, `${example.directory}example.json`) });
      };
      const examples = await readExamples();
      for (const example of examples) await put(example);
      const known = new Set(examples.map(({ id }) => id));
      for (const id of store.keys()) if (!known.has(id)) store.delete(id);

      watcher?.add(EXAMPLES_DIRECTORY);
      watcher?.on('all', (_event, path) => {
        const file = relative(EXAMPLES_DIRECTORY, path).replaceAll('\\', '/');
        if (file.startsWith('..')) return;
        // The Go twin of a run may lie one folder further down.
        const folder = dirname(file);
        const id = [folder, dirname(folder)].find((at) => existsSync(`${EXAMPLES_DIRECTORY}${at}/example.json`));
        if (id === undefined) return;
        readExample(id)
          .then(put)
          .catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}

/** The runs that a reader can start; of an exercise, apart from them, its solution. */
async function entryOf(example: Example): Promise<z.input<typeof exampleEntry>> {
  const shown = example.runs.filter(({ name }) => ['main', 'dont', 'do'].includes(name));
  const isExercise = example.meta.kind === 'exercise';
  const twins = await twinOf(example);
  const hiddenInputs = `${example.directory}inputs.hidden.json`;
  return {
    ...(existsSync(hiddenInputs) ? { hidden: compileInputs(await readFile(hiddenInputs, 'utf8')) } : {}),
    ...(isExercise
      ? { exercise: { ...(await readExercise(example)), program: await programOf(example, solutionOf(example)) } }
      : {}),
    ...(twins === undefined ? {} : { twin: twins }),
    meta: example.meta,
    files: [...example.files],
    programs: await Promise.all(shown.map((run) => programOf(example, run))),
  };
}

async function programOf({ directory }: Example, run: ExampleRun): Promise<z.input<typeof program>> {
  const modules = resolveModules(
    run.files.map((file) => compileUnedited(file)),
    IMPORTABLE,
    run.entry,
  );
  const golden = run.golden === undefined ? undefined : `${directory}${run.golden}`;
  return {
    name: run.name,
    entry: run.entry,
    modules: modules.map((module) => plain(module)),
    golden: golden !== undefined && existsSync(golden) ? JSON.parse(await readFile(golden, 'utf8')) : undefined,
  };
}

/** The twins of what a reader can start, once their runs are recorded: the twin of a solution would give it away. */
async function twinOf(example: Example): Promise<z.input<typeof twin> | undefined> {
  const shown = twinPrograms(example).filter(
    ({ run, golden }) => run.name !== 'solution' && existsSync(`${example.directory}${golden}`),
  );
  if (shown.length === 0) return undefined;
  return {
    versions: await twinVersions(),
    rules: await readTwinRules(example),
    programs: await Promise.all(
      shown.map(async ({ run, folder, golden }) => ({
        name: run.name,
        folder,
        files: [...(await readGoFiles(folder))],
        golden: JSON.parse(await readFile(`${example.directory}${golden}`, 'utf8')),
      })),
    ),
  };
}

function compileInputs(text: string): z.input<typeof compiledModule> {
  const code = inputsSource(hiddenInputsSchema.parse(JSON.parse(text)));
  return plain(compileUnedited({ name: INPUTS_FILE, code }));
}

function plain({ imports, ...module }: CompiledModule): z.input<typeof compiledModule> {
  return { ...module, imports: [...imports] };
}
