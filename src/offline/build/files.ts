import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Manifest } from '../manifest.ts';

/** A file of the built site. */
export interface BuiltFile {
  /** Below the folder of the build, with slashes: `31-concurrency/pipeline/index.html`. */
  readonly path: string;
  readonly content: Uint8Array;
}

/** Reads the files of a build, without the service worker itself. */
export async function readBuiltFiles(folder: string): Promise<readonly BuiltFile[]> {
  const files: BuiltFile[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = `${entry.parentPath}${sep}${entry.name}`;
    const path = relative(folder, file).replaceAll(sep, '/');
    if (entry.isFile() && path !== 'sw.js') files.push({ path, content: await readFile(file) });
  }
  return files;
}

/** Files that only Monaco asks for, by the names that the bundler gives them. `npm run budget` sees when one slips. */
const EDITOR = /^_astro\/(monaco|editor\.api|editor\.worker|ts\.worker|tsMode|typescript|types|codicon)[.-]/;

/** Sorts the files of a build into what the service worker keeps, and when. Files for robots are left out. */
export function manifestOf(files: readonly BuiltFile[], base: string): Manifest {
  const pages: string[] = [];
  const run: string[] = [];
  const editor: string[] = [];
  const search: string[] = [];
  const hash = createHash('sha256');
  let bytes = 0;
  for (const { path, content } of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
    const group = groupOf(path);
    if (group === undefined) continue;
    const address = base + path.replace(/(^|\/)index\.html$/, '$1');
    ({ pages, run, editor, search })[group].push(address);
    hash.update(path).update('\0').update(content);
    bytes += content.byteLength;
  }
  return { version: hash.digest('hex').slice(0, 16), base, pages, run, editor, search, bytes };
}

function groupOf(path: string): 'pages' | 'run' | 'editor' | 'search' | undefined {
  if (path.startsWith('pagefind/')) return 'search';
  if (EDITOR.test(path)) return 'editor';
  if (path.startsWith('_astro/') || path === 'favicon.svg') return 'run';
  if (path === '404.html' || /(^|\/)404\/index\.html$/.test(path)) return undefined;
  return /\.(html|json)$/.test(path) ? 'pages' : undefined;
}
