/** From an example on disk to what the sandbox is asked to run. */
import { IMPORTABLE } from '../sandbox/build/chunks.ts';
import { resolveModules } from '../sandbox/compile/resolve.ts';
import type { CompiledModule, RunRequest, SourceFile } from '../sandbox/contract.ts';
import type { ExampleRun } from './read.ts';
import type { ExampleMeta } from './schema.ts';

/** The seed of every recorded run: ids, retry jitter and `select` follow from it. */
export const RECORDED_SEED = 1;

/** Erases the types of one file: `compileUnedited` as at build, `compileEdited` as in the page. */
export type Compile = (file: SourceFile) => CompiledModule;

/**
 * The request that runs a program of an example the way the page does.
 *
 * @param files the program's files; those of the run if left out. Pass others to run it with hidden inputs.
 * @throws {CompileError} with the place and one sentence.
 */
export function requestOf(
  meta: ExampleMeta,
  run: ExampleRun,
  compile: Compile,
  files: readonly SourceFile[] = run.files,
): RunRequest {
  return {
    modules: resolveModules(
      files.map((file) => compile(file)),
      IMPORTABLE,
      run.entry,
    ),
    entry: run.entry,
    clock: meta.clock,
    seed: RECORDED_SEED,
    answers: meta.answers,
  };
}
