import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, preview, type PreviewServer } from 'vite';
import { traceText, type Shape } from './shapes.ts';

const ROOT = fileURLToPath(new URL('.', import.meta.url));
const OUT = fileURLToPath(new URL('../../../.cache/bench-viewer/', import.meta.url));

/** The pages of this folder, built as for readers and served from this machine. */
export interface ViewerPages {
  /** Where the pages are, with a slash at the end. */
  readonly origin: string;
  /** Writes a made-up trace beside the pages and returns its address within them. */
  readonly trace: (shape: Shape, count: number) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** Builds the pages, minified: what is measured is what readers get. */
export async function buildViewerPages(): Promise<ViewerPages> {
  const pages = ['floor', 'traces', 'live'].map((name) => `${ROOT}${name}.html`);
  await build({
    root: ROOT,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { outDir: OUT, emptyOutDir: true, target: 'es2022', rolldownOptions: { input: pages } },
    worker: { format: 'es' },
  });
  const server: PreviewServer = await preview({
    root: ROOT,
    base: '/',
    configFile: false,
    logLevel: 'error',
    build: { outDir: OUT },
    preview: { port: 0 },
  });
  const made = new Map<string, Promise<string>>();
  return {
    origin: server.resolvedUrls?.local[0] ?? '',
    trace: (shape, count) => {
      const name = `traces/${shape}-${count}.json`;
      const known = made.get(name) ?? write(name, shape, count);
      made.set(name, known);
      return known;
    },
    close: () => server.close(),
  };
}

async function write(name: string, shape: Shape, count: number): Promise<string> {
  await mkdir(`${OUT}traces`, { recursive: true });
  await writeFile(`${OUT}${name}`, traceText(shape, count));
  return `/${name}`;
}
