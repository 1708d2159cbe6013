import type { GoldenRun } from '../../otlp/index.ts';
import type { Ending } from '../../examples/schema.ts';
import type { Answer, ClockKind, CompiledModule } from '../../sandbox/contract.ts';

/** One program of an example as the site was built with it. */
export interface BuiltProgram {
  readonly name: string;
  readonly entry: string;
  readonly modules: readonly CompiledModule[];
  readonly golden?: GoldenRun;
}

/** What a page knows of an example beyond its text. Made by `src/routes/example.json.ts`. */
export interface ExamplePackage {
  readonly kind: 'basic' | 'failure' | 'antipattern' | 'exercise';
  readonly clock: ClockKind;
  readonly answers: readonly Answer[];
  readonly programs: readonly BuiltProgram[];
  /** In an exercise: what takes the place of `inputs.ts` when it is graded a second time. */
  readonly hidden?: CompiledModule;
  /** In an exercise: how a right answer ends. */
  readonly ends?: Ending;
}

/** A program that was never built: the playground's. */
export const UNBUILT: ExamplePackage = { kind: 'basic', clock: 'virtual', answers: [], programs: [] };

/** Fetches what the site was built with. Rejects when the site cannot be reached. */
export async function fetchPackage(src: string): Promise<ExamplePackage> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`${src} answers ${response.status}.`);
  // Made by this site's own build from files that a schema has checked.
  return (await response.json()) as ExamplePackage;
}
