import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { collectTypes } from './collect-types.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const file = `${root}.cache/editor/types.json`;
const virtual = 'virtual:editor-types';

/**
 * Offers the types of everything that an example can import, as one JSON file whose address is `virtual:editor-types`.
 *
 * @param modules what can be imported: a package's own name, or a name of ours and the path of its source from the root
 *   of the repository, such as `/src/csp/index.ts`
 */
export function editorTypes(modules: Readonly<Record<string, string>>): Plugin {
  const make = async (): Promise<void> => {
    const types = await collectTypes(root, modules);
    await mkdir(`${root}.cache/editor/`, { recursive: true });
    await writeFile(file, JSON.stringify(types));
  };
  let made: Promise<void> | undefined;
  return {
    name: 'editor-types',
    resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
    async load(id) {
      if (id !== `\0${virtual}`) return undefined;
      await (made ??= make());
      return `export { default } from '${file}?url&no-inline';`;
    },
    async hotUpdate({ file: changed }) {
      if (made !== undefined && Object.values(modules).some((source) => isBeside(changed, source))) {
        made = make();
        await made;
      }
    },
  };
}

/** Whether a changed file is in the folder of one of our own modules. */
function isBeside(changed: string, source: string): boolean {
  return source.startsWith('/') && changed.startsWith(`${root}${source.slice(1, source.lastIndexOf('/') + 1)}`);
}
