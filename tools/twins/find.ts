/** Which examples have a Go twin, and where its parts are. For Node. */
import { readExamples, type Example, type ExampleRun } from '../../src/examples/read.ts';
import { readTwinRules, twinPrograms, type TwinRules } from '../../src/examples/twin.ts';
import type { Allowed } from './compare.ts';

/** One Go program beside one run of an example. */
export interface Twin {
  readonly example: Example;
  readonly run: ExampleRun;
  /** The Go package, as a folder below `content/examples/`. */
  readonly folder: string;
  /** Its recorded run, in full. */
  readonly golden: string;
  readonly goGolden: string;
  readonly rules: TwinRules;
}

/** What may differ in one run. */
export function allowedIn({ rules, run }: Twin): readonly Allowed[] {
  const listed = rules.differs.filter((one) => one.run === undefined || one.run === run.name);
  return rules.compare === 'shape' ? [...listed, { fields: ['start', 'duration'] }] : listed;
}

/** Whether every recording of a twin must be the same text; if not, it must be the same trace less what may differ. */
export function isExact({ rules, run }: Twin): boolean {
  const varying = rules.differs.some((one) => one.varies && (one.run === undefined || one.run === run.name));
  return rules.compare === 'exact' && !varying;
}

/** Every twin, in the order of the examples. */
export async function findTwins(): Promise<readonly Twin[]> {
  const twins: Twin[] = [];
  for (const example of await readExamples()) {
    const rules = await readTwinRules(example);
    for (const { run, folder, golden } of twinPrograms(example)) {
      const { directory } = example;
      twins.push({
        example,
        run,
        folder,
        golden: `${directory}${run.golden ?? ''}`,
        goGolden: `${directory}${golden}`,
        rules,
      });
    }
  }
  return twins;
}
