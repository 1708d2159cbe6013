/**
 * What a reader downloads, held to its bounds: `npm run budget`, after a build (`SITE_DIST` names another folder than
 * `dist`).
 *
 * Every page is loaded in Chromium, and one example of each sort is run. Sizes are those after `gzip -9`, in kB of 1,000
 * bytes. Before Run a page loads little; Run loads what the program imports; only Edit loads the editor.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import { CHUNK_NAMES, CHUNKS } from '../src/sandbox/build/chunks.ts';
import { manifestOf, readBuiltFiles } from '../src/offline/build/files.ts';
import { readBuiltSite, runGroups, type BuiltExample, type BuiltPage } from './budget/site.ts';
import { launch, Traffic, type Transfer } from './support/browser.ts';
import { inParallel } from './support/parallel.ts';
import { ROOT } from './support/process.ts';
import { serveSite, type SiteServer } from './support/server.ts';
import { kilobytes, table } from './support/table.ts';
import { sayTotal } from './support/total.ts';

/** Bounds in bytes after gzip. */
const BOUNDS = {
  js: 30_000,
  css: 22_000,
  html: 18_000,
  htmlPerExample: 7_000,
  run: 90_000,
  kept: 700_000,
  serviceWorker: 12_000,
} as const;

/** Starlight loads its search dialog when the page is idle; it is a tool of its own, not part of the page. */
const SEARCH = /\/_astro\/ui-core\.|\/pagefind\//;
/** What only the editor needs. */
const EDITOR = /\/_astro\/(monaco|editor\.api|editor\.worker|ts\.worker|types)\./;
/** The compiler for edited code. */
const COMPILER = /\/_astro\/compile\./;
/** What grades an exercise after it has run. */
const GRADING: readonly string[] = ['exercise', 'check'];
/** The page that has the whole viewer from the start. */
const VIEWER = /(^|\/)traces\/$/;
/** How long a page gets to do what it does when idle, in ms; the card looks for kept edits within 2 s. */
const IDLE_MS = 2_500;

/** How many pages are open at a time: most of their time they wait. */
const AT_ONCE = 4;

/** One figure and its bound, or one thing that must be so. */
interface Figure {
  readonly place: string;
  readonly what: string;
  readonly value: string;
  readonly bound: string;
  readonly held: boolean;
  /** What the value is made of, the largest first; printed when it is too large. */
  readonly parts: readonly Transfer[];
}

function size(place: string, what: string, parts: readonly Transfer[], bound: number): Figure {
  const sum = parts.reduce((total, { bytes }) => total + bytes, 0);
  return { place, what, value: kilobytes(sum), bound: kilobytes(bound), held: sum <= bound, parts };
}

function rule(place: string, what: string, held: boolean, parts: readonly Transfer[] = []): Figure {
  return { place, what, value: held ? 'yes' : 'no', bound: 'yes', held, parts };
}

/** Loads a page as a first-time reader does, and lets it come to rest. */
async function beforeRun(browser: Browser, server: SiteServer, page: BuiltPage): Promise<readonly Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  try {
    const tab = await context.newPage();
    const traffic = new Traffic(tab);
    await tab.goto(new URL(page.path, server.url).href);
    await traffic.quiet(IDLE_MS);
    const all = (await traffic.take()).filter(({ url }) => !SEARCH.test(url));
    const of = (kind: Transfer['kind']): readonly Transfer[] => all.filter((transfer) => transfer.kind === kind);
    return [
      // The trace viewer's page is the viewer: it loads what a lesson loads with Run.
      size(page.path, 'JavaScript', of('js'), VIEWER.test(page.path) ? BOUNDS.run : BOUNDS.js),
      size(page.path, 'CSS', of('css'), BOUNDS.css),
      size(page.path, 'HTML', of('html'), BOUNDS.html + BOUNDS.htmlPerExample * page.examples.length),
    ];
  } finally {
    await context.close();
  }
}

/** The names of the sandbox's scripts among what was loaded. */
function chunksIn(transfers: readonly Transfer[]): readonly string[] {
  return CHUNK_NAMES.filter((name) => transfers.some(({ url }) => new RegExp(`/${name}\\.[^/]+\\.txt$`).test(url)));
}

/** Runs one example on its page and, where asked to, opens its editor. */
async function fromRunOn(
  browser: Browser,
  server: SiteServer,
  example: BuiltExample,
  edit: boolean,
): Promise<readonly Figure[]> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  try {
    const tab = await context.newPage();
    const traffic = new Traffic(tab);
    await tab.goto(new URL(example.page, server.url).href);
    await traffic.quiet(IDLE_MS);
    const before = await traffic.take();

    const card = tab.locator(`tp-example[data-id="${example.id}"]`);
    // By keyboard: a pointer would rest on the trace in one layout and not in another.
    await card.locator('[data-do="run"]').press('Enter');
    await card.locator('.tp-ex-run').waitFor({ state: 'visible', timeout: 30_000 });
    await tab.waitForFunction(
      (id) => document.querySelector(`tp-example[data-id="${id}"] [role="status"]`)?.textContent?.trim() !== '',
      example.id,
      { timeout: 30_000 },
    );
    await traffic.quiet(IDLE_MS);
    const added = (await traffic.take()).filter(({ url }) => !SEARCH.test(url));

    const names = chunksIn(added);
    const extra = example.chunks.filter((name) => !CHUNKS[name].base);
    // What is loaded because the program imports it, or because it is graded, is no part of a plain run.
    const apart = new RegExp(`/(${[...extra, ...GRADING].join('|')})\\.[^/]+\\.(txt|js)$`);
    const figures = [
      size(
        example.id,
        `Run (${[example.kind, ...extra].join(', ')})`,
        added.filter(({ url }) => !apart.test(url)),
        BOUNDS.run,
      ),
      rule(example.id, `Run loads ${example.chunks.join(', ')} only`, names.join() === example.chunks.join(), added),
      rule(
        example.id,
        'no editor, no compiler before Edit',
        ![...before, ...added].some(({ url }) => EDITOR.test(url) || COMPILER.test(url)),
      ),
    ];
    if (!edit) return figures;

    await card.locator('[data-do="edit"]').click();
    await card.locator('.monaco-editor').first().waitFor({ state: 'attached', timeout: 60_000 });
    await traffic.quiet(IDLE_MS);
    const editor = await traffic.take();
    figures.push(
      rule(
        example.id,
        'Edit loads the editor',
        editor.some(({ url }) => EDITOR.test(url)),
        editor,
      ),
    );
    return figures;
  } finally {
    await context.close();
  }
}

/** What the service worker fetches with the first visit, when the browser is idle, so that pages run without network. */
async function keptWithFirstVisit(folder: string): Promise<readonly Figure[]> {
  const { run } = manifestOf(await readBuiltFiles(folder), '');
  const kept: Transfer[] = [];
  for (const path of ['sw.js', ...run]) {
    const { byteLength } = gzipSync(await readFile(join(folder, path)), { level: 9 });
    kept.push({ url: new URL(path, 'http://site/').href, kind: 'js', bytes: byteLength });
  }
  return [
    size('every page', 'the service worker', kept.slice(0, 1), BOUNDS.serviceWorker),
    size('every page', 'kept in the background for runs without network', kept.slice(1), BOUNDS.kept),
  ];
}

const directory = process.env['SITE_DIST'] ?? `${ROOT}dist`;
const site = await readBuiltSite(directory, (file) => readFile(file, 'utf8'));
const server = await serveSite({ directory, base: process.env['SITE_BASE'] ?? '' });
const browser = await launch();
const figures: Figure[] = [];
try {
  const groups = runGroups(site.examples);
  const work = [
    ...site.pages.map((page) => () => beforeRun(browser, server, page)),
    ...groups.map((example, at) => {
      // The editor is the same for all examples of a kind.
      const edit = groups.findIndex(({ kind }) => kind === example.kind) === at;
      return () => fromRunOn(browser, server, example, edit);
    }),
  ];
  figures.push(...(await keptWithFirstVisit(directory)), ...(await inParallel(work, AT_ONCE)).flat());
} finally {
  await browser.close();
  await server.close();
}

console.log(
  table([
    ['', 'where', 'what', 'is', 'at most'],
    ...figures.map(({ place, what, value, bound, held }) => [held ? '✓' : '✕', place, what, value, bound]),
  ]),
);
for (const { place, what, parts } of figures.filter(({ held }) => !held)) {
  console.log(`\n${place}: ${what} is made of`);
  const largest = parts.toSorted((a, b) => b.bytes - a.bytes);
  console.log(table(largest.map(({ bytes, url }) => ['  ', kilobytes(bytes), new URL(url).pathname])));
}
const failed = figures.filter(({ held }) => !held).length;
sayTotal({ passed: figures.length - failed, failed });
