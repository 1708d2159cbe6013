import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { manifestOf, readBuiltFiles } from './files.ts';

const WORKER = fileURLToPath(new URL('../worker/sw.ts', import.meta.url));

/**
 * Writes the service worker, `sw.js`, once everything else is built: it carries the list of all files. There is none in
 * development, where files change under the reader's hands.
 */
export function offline(base: string): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const files = await readBuiltFiles(fileURLToPath(dir));
        const manifest = manifestOf(files, `${base}/`);
        const built = await build({
          configFile: false,
          logLevel: 'warn',
          define: { BUILT_MANIFEST: JSON.stringify(manifest), 'process.env.NODE_ENV': '"production"' },
          build: {
            write: false,
            target: 'es2022',
            lib: { entry: WORKER, formats: ['iife'], name: 'sw' },
          },
        });
        const [output] = Array.isArray(built) ? built : [];
        const chunk = output?.output[0];
        if (chunk === undefined) throw new Error(`${WORKER} could not be bundled.`);
        await writeFile(new URL('sw.js', dir), chunk.code);
        logger.info(`\`sw.js\` knows ${files.length} files, version ${manifest.version}`);
      },
    },
  };
}
