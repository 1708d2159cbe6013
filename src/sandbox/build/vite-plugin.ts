import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { CHUNKS, CHUNK_NAMES, type ChunkName } from './chunks.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const CACHE = `${ROOT}.cache/sandbox/`;
const VIRTUAL = 'virtual:sandbox';

/** Free names in OpenTelemetry's bundle that must not be the reader's globals, and what stands in their place. */
const SDK_GLOBALS: Readonly<Record<string, string>> = {
  performance: '__tp.sdk.performance',
  Date: '__tp.sdk.Date',
  setTimeout: '__tp.sdk.setTimeout',
  clearTimeout: '__tp.sdk.clearTimeout',
  setInterval: '__tp.sdk.setInterval',
  clearInterval: '__tp.sdk.clearInterval',
  'Math.random': '__tp.sdk.random',
};

/** Modules that are always loaded, by their path or package name: later chunks take them from the registry. */
const SHARED: ReadonlyMap<string, string> = new Map(
  CHUNK_NAMES.filter((chunk) => CHUNKS[chunk].base)
    .flatMap((chunk) => Object.entries(CHUNKS[chunk].modules))
    .map(([name, source]) => [source.startsWith('/') ? `${ROOT}${source.slice(1)}` : source, name]),
);

/**
 * Scripts are served as text: the page fetches them and posts them on, and a server or bundler that took them for
 * modules would change them.
 *
 * Bundles the frame's script and the worker's chunks, each as one classic script, and offers their addresses as
 * `virtual:sandbox` (typed in `src/env.d.ts`). In development a change below `src/` bundles them again.
 */
export function sandbox(): Plugin {
  let ready: Promise<void> | undefined;
  return {
    name: 'sandbox',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    async load(id) {
      if (id !== `\0${VIRTUAL}`) return undefined;
      await (ready ??= bundleAll());
      const frame = await readFile(`${CACHE}frame.txt`, 'utf8');
      const hash = createHash('sha256').update(frame).digest('base64');
      return [
        ...CHUNK_NAMES.map((name) => `import ${name} from '${CACHE}${name}.txt?url&no-inline';`),
        `export const chunkUrls = { ${CHUNK_NAMES.join(', ')} };`,
        `export const frameScript = ${JSON.stringify(frame)};`,
        `export const frameHash = 'sha256-${hash}';`,
      ].join('\n');
    },
    async hotUpdate({ file, modules, timestamp }) {
      if (!/\/src\/(csp|kit|sandbox|checks|trace|otlp)\//.test(file)) return;
      ready = bundleAll();
      await ready;
      const virtual = this.environment.moduleGraph.getModuleById(`\0${VIRTUAL}`);
      if (virtual) this.environment.moduleGraph.invalidateModule(virtual, undefined, timestamp);
      return virtual ? [...modules, virtual] : modules;
    },
  };
}

async function bundleAll(): Promise<void> {
  await mkdir(CACHE, { recursive: true });
  await Promise.all([bundleOwn('frame', 'frame/frame.ts'), ...CHUNK_NAMES.map((name) => bundleChunk(name))]);
}

/** The frame's script and the worker's first: they come before the registry. */
async function bundleOwn(name: string, source: string): Promise<void> {
  const code = await bundle(name, `import '${ROOT}src/sandbox/${source}';`, {}, []);
  await writeFile(`${CACHE}${name}.txt`, code);
}

async function bundleChunk(name: ChunkName): Promise<void> {
  if (name === 'boot') return bundleOwn(name, 'worker/boot.ts');
  const { modules, sdk } = CHUNKS[name];
  const entry = Object.entries(modules)
    .map(([registered, source], index) => {
      const from = source.startsWith('/') ? `${ROOT}${source.slice(1)}` : source;
      return `import * as m${index} from '${from}';\n__tp.modules['${registered}'] = m${index};`;
    })
    .join('\n');
  const plugin = shareModules(new Set(Object.keys(modules)));
  const code = await bundle(name, entry, sdk ? SDK_GLOBALS : {}, [plugin]);
  await writeFile(`${CACHE}${name}.txt`, `((__tp)=>{${code}})(globalThis.__tp);`);
}

/** Takes from the registry what an earlier chunk holds, so that no module exists twice in a worker. */
function shareModules(provided: ReadonlySet<string>): Plugin {
  return {
    name: 'sandbox-share',
    enforce: 'pre',
    async resolveId(id, importer) {
      const path = id.startsWith('.') ? (await this.resolve(id, importer, { skipSelf: true }))?.id : id;
      const shared = path === undefined ? undefined : SHARED.get(path);
      return shared === undefined || provided.has(shared) ? undefined : { id: shared, external: true };
    },
  };
}

/** Bundles one entry into one classic script and returns its text. */
async function bundle(
  name: string,
  entry: string,
  define: Readonly<Record<string, string>>,
  plugins: Plugin[],
): Promise<string> {
  const file = `${CACHE}${name}.entry.js`;
  await writeFile(file, entry);
  const output = await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { ...define, 'process.env.NODE_ENV': '"production"' },
    plugins,
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      lib: { entry: file, formats: ['iife'], name: '_' },
      rolldownOptions: { output: { globals: (id) => `__tp.modules['${id}']` } },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (!chunk) throw new Error(`The sandbox script "${name}" came out empty.`);
  return chunk.code;
}
