import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';

/** Where the editor's TypeScript looks for packages, and where our own sources are put. */
const packages = 'file:///node_modules/';
const sources = 'file:///guide/';

/** Packages whose comments outweigh their types. */
const terse = new Set(['@opentelemetry/semantic-conventions']);

/**
 * Collects the type definitions of modules and of all that these import, by the paths under which TypeScript in the
 * editor finds them. Our own modules are included as they are written.
 *
 * @param root the folder of the repository, with a slash at its end
 * @param modules name → package name or path of our own source from the root, such as `/src/csp/index.ts`
 * @throws for a module whose types cannot be found
 */
export async function collectTypes(
  root: string,
  modules: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const collector = new Collector(root);
  for (const [name, source] of Object.entries(modules)) {
    if (source.startsWith('/')) await collector.addOwn(name, source);
    else await collector.addPackage(source);
  }
  return Object.fromEntries([...collector.files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

class Collector {
  readonly files = new Map<string, string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** A name of ours stands for a source file: `telemetry/metrics` becomes `telemetry/metrics.d.ts`. */
  async addOwn(name: string, source: string): Promise<void> {
    const inside = source.replace(/^\/src\//u, '');
    const stub = `${packages}${name}${name.includes('/') ? '' : '/index'}.d.ts`;
    this.files.set(stub, reexport(posix.relative(posix.dirname(stub), `${sources}${inside}`), false));
    await this.#follow(`${this.#root}src/`, sources, inside);
  }

  /** A package, or a path inside one, is found by the types that its package.json names. */
  async addPackage(name: string): Promise<void> {
    const [scope = '', inner = '', ...rest] = name.split('/');
    const packageName = scope.startsWith('@') ? `${scope}/${inner}` : scope;
    const subpath = (scope.startsWith('@') ? rest : [inner, ...rest]).filter((part) => part !== '').join('/');
    const stub = `${packages}${packageName}/${subpath === '' ? 'index' : subpath}.d.ts`;
    if (this.files.has(stub)) return;
    const folder = `${this.#root}node_modules/${packageName}/`;
    const entry = typesOf(JSON.parse(await readFile(`${folder}package.json`, 'utf8')), subpath);
    if (entry === undefined) throw new Error(`${name}: its package.json names no types`);
    // Reserved before its imports are followed, since packages may import each other.
    this.files.set(stub, '');
    await this.#follow(folder, `${packages}${packageName}/`, entry);
    const text = this.files.get(`${packages}${packageName}/${entry}`) ?? '';
    this.files.set(stub, reexport(`./${entry.replace(/\.d\.([mc]?)ts$/u, '.$1js')}`, /^export default\b/mu.test(text)));
  }

  /** Adds a file and what it imports. `path` is relative to both `folder`, on disk, and `base`, in the editor. */
  async #follow(folder: string, base: string, path: string): Promise<void> {
    const at = base + path;
    if (this.files.has(at)) return;
    const text = await readFile(folder + path, 'utf8');
    this.files.set(
      at,
      tidy(
        text,
        [...terse].some((name) => base.includes(name)),
      ),
    );
    for (const specifier of specifiersOf(text)) {
      if (specifier.startsWith('.')) {
        const inside = posix.join(posix.dirname(path), specifier);
        await this.#follow(folder, base, await this.#definition(folder, inside, at));
      } else if (specifier.startsWith('@opentelemetry/')) await this.addPackage(specifier);
    }
  }

  /** The file that a relative specifier means, as TypeScript's bundler resolution finds it. */
  async #definition(folder: string, path: string, from: string): Promise<string> {
    const bare = path.replace(/\.([mc]?)[jt]s$/u, '');
    const kind = /\.([mc])[jt]s$/u.exec(path)?.[1] ?? '';
    for (const candidate of [path, `${bare}.d.${kind}ts`, `${path}.d.ts`, `${path}/index.d.ts`]) {
      if (!candidate.endsWith('ts')) continue;
      const found = await readFile(folder + candidate, 'utf8').catch(() => undefined);
      if (found !== undefined) return candidate;
    }
    throw new Error(`${from} imports ${path}, whose types cannot be found`);
  }
}

function reexport(path: string, hasDefault: boolean): string {
  const from = JSON.stringify(path.startsWith('.') ? path : `./${path}`);
  return `export * from ${from};\n${hasDefault ? `export { default } from ${from};\n` : ''}`;
}

/** The types that a package.json names for a path inside it: by `exports`, or by `types` for the package itself. */
function typesOf(manifest: unknown, subpath: string): string | undefined {
  const exported = property(property(manifest, 'exports'), subpath === '' ? '.' : `./${subpath}`);
  const types =
    findTypes(property(exported, 'default')) ?? findTypes(exported) ?? (subpath === '' && property(manifest, 'types'));
  return typeof types === 'string' ? types.replace(/^\.\//u, '') : undefined;
}

function findTypes(conditions: unknown): string | undefined {
  const types = property(conditions, 'types');
  return typeof types === 'string' ? types : undefined;
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}

/** Every module that a source or definition imports, statically or in a type. */
function specifiersOf(text: string): readonly string[] {
  const withoutComments = text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
  const imports = withoutComments.matchAll(/\bfrom\s*(['"])([^'"\n]+)\1|\bimport\s*\(?\s*(['"])([^'"\n]+)\3/gu);
  return [...imports].map((match) => match[2] ?? match[4] ?? '');
}

function tidy(text: string, withoutComments: boolean): string {
  const mapless = text.replaceAll(/^\/\/# sourceMappingURL=.*$/gmu, '');
  return withoutComments ? mapless.replaceAll(/\/\*[\s\S]*?\*\/\s*/gu, '') : mapless;
}
