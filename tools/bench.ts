/**
 * How fast a run answers: `npm run bench [-- --rounds 15]`, after a build (`SITE_DIST` names another folder than `dist`).
 *
 * Times mean little on a machine that does other work, so every figure is a ratio to a floor that is measured in turns
 * with it. The floor of a click is the least that any sandbox must do: a new worker from a blob that answers one message,
 * and one row drawn in a bare page. The floor of a large run is `JSON.parse` of the very bodies that it exports.
 */
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright';
import { encodeShare } from '../src/learn/share.ts';
import { bodies, SPANS, spansProgram } from './bench/bodies.ts';
import { clickToRow, FLOOR_PAGE, runToEnd } from './bench/page.ts';
import { launch, Traffic } from './support/browser.ts';
import { ROOT } from './support/process.ts';
import { serveSite, type SiteServer } from './support/server.ts';
import { median, table } from './support/table.ts';
import { sayTotal } from './support/total.ts';

const MOST_WARM = 3;
const MOST_COLD = 12;
const MOST_SPANS = 20;
/** A lesson with a program of the usual size, and where it stands. */
const LESSON = { page: '31-concurrency/traced-channel/', id: '31-concurrency/traced-channel/basic' } as const;
const PLAYGROUND = 'playground/';
/** How long a page gets to fetch what an interested reader needs and to make a worker ready, in ms. */
const WARM_MS = 1_000;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '15' } } });
const rounds = Math.max(3, Number(values.rounds));

/** Something that is timed in a page of its own, in ms. */
type Subject = (page: Page) => Promise<number>;

/** A figure: the subject's median through the floor's. */
interface Figure {
  readonly name: string;
  readonly floor: Subject;
  readonly subject: Subject;
  readonly most: number;
}

/** Opens a page, lets it come to rest, and shows interest in its card where a worker is to be ready. */
async function open(page: Page, url: string, card: string, warm: boolean): Promise<void> {
  const traffic = new Traffic(page);
  await page.goto(url);
  await page.locator(`${card} [data-do="run"]:enabled`).waitFor();
  await traffic.quiet(warm ? 500 : 2_500);
  if (!warm) return;
  await page.locator(card).dispatchEvent('pointerenter');
  await page.waitForTimeout(WARM_MS);
  await traffic.quiet(500);
}

function click(url: string, card: string, warm: boolean): Subject {
  return async (page) => {
    await open(page, url, card, warm);
    return page.evaluate(clickToRow, card);
  };
}

/** Measures in turns, each time in a fresh page of a fresh context: nothing is kept but what the server's answers allow. */
async function medians(browser: Browser, subjects: readonly Subject[]): Promise<readonly number[]> {
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
      try {
        times[index]?.push(await subject(await context.newPage()));
      } finally {
        await context.close();
      }
    }
  }
  return times.map((list) => median(list));
}

async function figuresFor(server: SiteServer): Promise<readonly Figure[]> {
  const at = (path: string): string => new URL(path, server.url).href;
  const card = `tp-example[data-id="${LESSON.id}"]`;
  const edited = `tp-example`;
  const source = await fetch(at(`examples/${LESSON.id}.json`)).then((response) => response.json());
  const modules: readonly { readonly name: string; readonly code: string }[] = source.programs[0].modules;
  const link = await encodeShare({ files: modules.map(({ name, code }) => ({ name, code })), entry: 'main.ts' });
  const large = await encodeShare({ files: [{ name: 'main.ts', code: spansProgram }] });
  const texts = await bodies();

  const floor: Subject = async (page) => {
    await page.goto(at('404.html'));
    await page.setContent(FLOOR_PAGE);
    return page.evaluate(clickToRow, 'main');
  };
  const parse: Subject = async (page) => {
    await page.goto(at('404.html'));
    await page.setContent('<p>floor</p>');
    return page.evaluate((all) => {
      const start = performance.now();
      for (const text of all) JSON.parse(text);
      return performance.now() - start;
    }, texts);
  };
  const spans: Subject = async (page) => {
    await open(page, at(`${PLAYGROUND}${large}`), edited, true);
    return page.evaluate(runToEnd, { card: edited, spans: SPANS });
  };
  return [
    { name: 'click → row, worker ready', floor, subject: click(at(LESSON.page), card, true), most: MOST_WARM },
    { name: 'click → row, cold', floor, subject: click(at(LESSON.page), card, false), most: MOST_COLD },
    {
      name: 'click → row, edited, worker ready',
      floor,
      subject: click(at(`${PLAYGROUND}${link}`), edited, true),
      most: MOST_WARM,
    },
    {
      name: 'click → row, edited, cold',
      floor,
      subject: click(at(`${PLAYGROUND}${link}`), edited, false),
      most: MOST_COLD,
    },
    { name: `${SPANS} spans, run to end / JSON.parse`, floor: parse, subject: spans, most: MOST_SPANS },
  ];
}

const directory = process.env['SITE_DIST'] ?? `${ROOT}dist`;
const server = await serveSite({ directory, base: process.env['SITE_BASE'] ?? '' });
const browser = await launch();
const rows: string[][] = [];
let failed = 0;
try {
  const figures = await figuresFor(server);
  const times = await medians(
    browser,
    figures.flatMap(({ floor, subject }) => [floor, subject]),
  );
  for (const [index, { name, most }] of figures.entries()) {
    const [floor = Number.NaN, subject = Number.NaN] = times.slice(index * 2, index * 2 + 2);
    const ratio = subject / floor;
    const held = ratio <= most;
    if (!held) failed++;
    const ms = (time: number): string => `${time.toFixed(1)} ms`;
    rows.push([held ? '✓' : '✕', name, ms(floor), ms(subject), `${ratio.toFixed(1)} ×`, `${most} ×`]);
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(table([['', 'what', 'floor', 'ours', 'ratio', 'at most'], ...rows]));
console.log(`Medians of ${rounds} rounds, floor and ours in turns.`);
sayTotal({ passed: rows.length - failed, failed });
