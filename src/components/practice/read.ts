/** The best practices of the whole guide, as they stand in `content/practices/<chapter>.json`. */
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { practiceSchema, practicesSchema, type Practice } from './schema.ts';

/** The folder, with a slash at its end. */
export const PRACTICES_DIRECTORY = fileURLToPath(new URL('../../../content/practices/', import.meta.url));

/** A practice with its name in the guide: `31-concurrency/look-at-ok`. */
export interface NamedPractice extends Practice {
  readonly id: string;
}

/**
 * Reads all practices, chapter by chapter and in the order in which they are written.
 *
 * @throws Error which names the file if it is not what `schema.ts` says.
 */
export async function readPractices(): Promise<readonly NamedPractice[]> {
  const files: string[] = [];
  for await (const file of glob('*.json', { cwd: PRACTICES_DIRECTORY })) files.push(file);
  const chapters = files.toSorted().map(async (file) => {
    const parsed = practicesSchema.safeParse(JSON.parse(await readFile(`${PRACTICES_DIRECTORY}${file}`, 'utf8')));
    if (!parsed.success) throw new Error(`content/practices/${file}: ${parsed.error.message}`);
    const chapter = file.replace(/\.json$/, '');
    return Object.entries(parsed.data).map(([name, practice]) => ({ id: `${chapter}/${name}`, ...practice }));
  });
  return (await Promise.all(chapters)).flat();
}

/** Loads the practices as a collection, so that pages can show one, and an index all of them. */
export function practicesLoader(): Loader {
  return {
    name: 'practices',
    schema: practiceSchema,
    async load({ logger, parseData, store, watcher }) {
      const load = async (): Promise<void> => {
        const practices = await readPractices();
        store.clear();
        for (const { id, ...data } of practices) store.set({ id, data: await parseData({ id, data }) });
      };
      await load();
      watcher?.add(PRACTICES_DIRECTORY);
      watcher?.on('all', (_event, path) => {
        if (path.startsWith(PRACTICES_DIRECTORY)) load().catch((error: unknown) => logger.error(String(error)));
      });
    },
  };
}
