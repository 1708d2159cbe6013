/** What a built site consists of, as far as its weight is concerned. */
import { existsSync } from 'node:fs';
import { glob, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { chunksFor, type ChunkName } from '../../src/sandbox/build/chunks.ts';

/** A page that readers open. */
export interface BuiltPage {
  /** Its address below the site's root, without a slash at the front: `start/otlp-init/`. */
  readonly path: string;
  /** Ids of the examples on it. */
  readonly examples: readonly string[];
}

/** An example that is run on a page. */
export interface BuiltExample {
  readonly id: string;
  readonly page: string;
  readonly kind: string;
  /** What its first program needs of the sandbox's scripts. */
  readonly chunks: readonly ChunkName[];
  /** Size of what the page fetches for it, in bytes. */
  readonly bytes: number;
}

/** All pages, and of each example the first page that shows it. */
export interface BuiltSite {
  readonly pages: readonly BuiltPage[];
  readonly examples: readonly BuiltExample[];
}

/** Ids of the examples on a page that have a program from the build, each once. */
export function examplesIn(html: string): readonly string[] {
  const tags = html.match(/<tp-example\b[^>]*>/g) ?? [];
  const ids = tags.flatMap((tag) => (/\bdata-src=/.test(tag) ? [/\bdata-id="([^"]*)"/.exec(tag)?.[1] ?? ''] : []));
  return [...new Set(ids)].filter((id) => id !== '');
}

/** The kind of an example and what its first program imports, from what the page fetches for it. */
export function readPackage(json: string): { readonly kind: string; readonly imports: readonly string[] } {
  const {
    kind,
    programs,
  }: {
    readonly kind: string;
    readonly programs: readonly {
      readonly modules: readonly { readonly imports: readonly { specifier: string }[] }[];
    }[];
  } = JSON.parse(json);
  const modules = programs[0]?.modules ?? [];
  return { kind, imports: modules.flatMap(({ imports }) => imports.map(({ specifier }) => specifier)) };
}

/** Reads a built site from its folder. */
export async function readBuiltSite(directory: string, read: (file: string) => Promise<string>): Promise<BuiltSite> {
  const pages: BuiltPage[] = [];
  for await (const file of glob('**/*.html', { cwd: directory })) {
    const path = file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1');
    pages.push({ path, examples: examplesIn(await read(join(directory, file))) });
  }
  pages.sort((a, b) => a.path.localeCompare(b.path));
  const examples: BuiltExample[] = [];
  for (const page of pages) {
    for (const id of page.examples) {
      const file = join(directory, 'examples', `${id}.json`);
      if (examples.some((example) => example.id === id)) continue;
      if (!existsSync(file)) throw new Error(`${page.path} shows the example ${id}, but ${file} was not built.`);
      const { kind, imports } = readPackage(await read(file));
      examples.push({ id, page: page.path, kind, chunks: chunksFor(imports), bytes: (await stat(file)).size });
    }
  }
  return { pages, examples };
}

/**
 * Examples that load the same weigh the same but for their own programs. Of each such group the heaviest is enough to be
 * run.
 */
export function runGroups(examples: readonly BuiltExample[]): readonly BuiltExample[] {
  const heaviest = new Map<string, BuiltExample>();
  for (const example of examples) {
    const key = `${example.kind} ${example.chunks.join()}`;
    if (example.bytes > (heaviest.get(key)?.bytes ?? -1)) heaviest.set(key, example);
  }
  return [...heaviest.values()];
}
