/**
 * Hidden inputs. An exercise may show a file `inputs.ts` of exported constants; when it is graded a second time, that
 * file is replaced by constants that the page does not show, so that an answer cannot be the numbers themselves.
 */
import { z } from 'astro/zod';
import type { SourceFile } from '../sandbox/contract.ts';

/** The tab whose place the hidden inputs take. */
export const INPUTS_FILE = 'inputs.ts';

/** What `inputs.hidden.json` holds: the name of each constant and its value. */
export const hiddenInputsSchema = z.record(
  z.string().regex(/^[A-Za-z_$][\w$]*$/, 'is no name of a constant'),
  z.json(),
);

export type HiddenInputs = z.output<typeof hiddenInputsSchema>;

/** The source of `inputs.ts` for these inputs: one exported constant each, in the order of the file. */
export function inputsSource(inputs: HiddenInputs): string {
  return Object.entries(inputs)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join('');
}

/**
 * The same program with other inputs.
 *
 * @throws Error if the program has no `inputs.ts` that could be replaced.
 */
export function withInputs(files: readonly SourceFile[], inputs: HiddenInputs): readonly SourceFile[] {
  if (!files.some(({ name }) => name === INPUTS_FILE)) {
    throw new Error(
      `Hidden inputs replace the file "${INPUTS_FILE}", and this program has none. Add it to "files" in example.json.`,
    );
  }
  const code = inputsSource(inputs);
  return files.map((file) => (file.name === INPUTS_FILE ? { name: INPUTS_FILE, code } : file));
}
