/** What an exercise has beside its program: hints, the solution, and how a right answer ends. For Node. */
import { readFile } from 'node:fs/promises';
import { z } from 'astro/zod';
import type { SourceFile } from '../sandbox/contract.ts';
import type { Example, ExampleRun } from './read.ts';
import { ending } from './schema.ts';

const steps = z.tuple([z.string().min(1), z.string().min(1), z.string().min(1)]);

/** `hints.json`: three steps, from a question over the place to code. How they are marked up: `hint.ts`. */
export const hintsSchema = z.strictObject({ en: steps, 'zh-cn': steps });

/** What a page knows of an exercise beside its program. */
export const exerciseEntry = z.object({
  hints: hintsSchema,
  /** How the solution ends, and every right answer with it. */
  ends: ending,
  /** The text that would stand in `main.ts`. */
  solution: z.string(),
});

export type ExerciseEntry = z.output<typeof exerciseEntry>;

/**
 * Reads what an exercise has beside its program.
 *
 * @throws Error that names the file and what is wrong with it.
 */
export async function readExercise(example: Example): Promise<ExerciseEntry> {
  const path = `${example.directory}hints.json`;
  const hints = hintsSchema.safeParse(JSON.parse(await readFile(path, 'utf8')));
  if (!hints.success) throw new Error(`content/examples/${example.id}/hints.json: ${z.prettifyError(hints.error)}`);
  const run = solutionOf(example);
  return { hints: hints.data, ends: run.ending, solution: sourceOf(run).code };
}

/** The run of an exercise's solution. */
export function solutionOf({ id, runs }: Example): ExampleRun {
  const found = runs.find(({ name }) => name === 'solution');
  if (!found) throw new Error(`content/examples/${id} is no exercise: it has no solution.ts.`);
  return found;
}

function sourceOf({ entry, files }: ExampleRun): SourceFile {
  const found = files.find(({ name }) => name === entry);
  if (!found) throw new Error(`A run of ${entry} does not have that file.`);
  return found;
}
