import type { CompiledModule } from '../../sandbox/contract.ts';
import type { Piece } from './highlight.ts';

/** The solution of an exercise as a page fetches it. Made by `src/routes/exercise.json.ts`. */
export interface SolutionPackage {
  /** The text that would stand in `main.ts`, coloured. */
  readonly lines: readonly (readonly Piece[])[];
  /** The program, ready to run. */
  readonly modules: readonly CompiledModule[];
  /** What it emitted when it was recorded; `parseGolden` reads it. */
  readonly golden: unknown;
}

/** Fetches the solution of an exercise. Rejects when the site cannot be reached. */
export async function fetchSolution(src: string): Promise<SolutionPackage> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src} answers ${response.status}.`);
  // Made by this site's own build from files that a schema has checked.
  return (await response.json()) as SolutionPackage;
}
