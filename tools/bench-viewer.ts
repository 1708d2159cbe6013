/**
 * Measures the trace viewer against a floor: a page that only parses the same text, builds typed columns and draws 45
 * plain rows. Both are built as for readers and take turns in one Chromium; a ratio is the median of the ratios of all
 * rounds, because a machine that others share is fast at one time and slow at another, for both alike. The ratio of what
 * the threads worked is printed beside. Tasks are measured by what the page's thread worked in them. Prints a table; ends
 * with 1 when a figure is above its bound.
 *
 *     npm run bench:viewer [-- --rounds 9]
 */
import { availableParallelism, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumPath, CHROMIUM_ARGS } from '../tests/harness/harness.ts';
import { buildViewerPages, type ViewerPages } from '../tests/harness/viewer/build.ts';
import {
  actMs,
  domNodes,
  heapBytes,
  live,
  LIVE_MARK,
  open,
  scroll,
  type Opening,
} from '../tests/harness/viewer/measure.ts';
import { withThreads, type ThreadTimes } from '../tests/harness/viewer/threads.ts';

const SIZES = [1_000, 10_000, 50_000] as const;
const MOST_OPENING = { 1_000: 3, 10_000: 2, 50_000: 1.5 } as const;
const MOST_HEAP = { 1_000: 4, 10_000: 2, 50_000: 1.5 } as const;
const ACTS = ['jump', 'expand', 'detail'] as const;
const MOST_ACT = 1.5;
const MOST_SCROLL = 1.3;
const MOST_NODES = 1_500;
const LONG_TASK_MS = 50;

interface Figure {
  readonly name: string;
  readonly value: string;
  readonly bound: string;
  readonly good: boolean;
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' } } });
const rounds = Math.max(1, Number(values.rounds));

const executablePath = chromiumPath();
const pages = await buildViewerPages();
const browser = await chromium.launch({
  args: [...CHROMIUM_ARGS, '--js-flags=--expose-gc'],
  ...(executablePath ? { executablePath } : {}),
});
try {
  const figures = [...(await measureSizes(pages, browser)), ...(await measureShapes(pages, browser))];
  print(figures);
  if (figures.some(({ good }) => !good)) process.exitCode = 1;
} finally {
  await browser.close();
  await pages.close();
}

/** A page of its own: what one left behind must not burden the next. */
async function withPage<T>(of: Browser, use: (page: Page, errors: string[]) => Promise<T>): Promise<T> {
  const context = await of.newContext({
    viewport: { width: 1280, height: 900 },
    serviceWorkers: 'block',
    locale: 'en-GB',
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  try {
    return await use(page, errors);
  } finally {
    await context.close();
  }
}

async function measureSizes({ origin, trace }: ViewerPages, of: Browser): Promise<readonly Figure[]> {
  const empty = {
    floor: await emptyHeap(of, `${origin}floor.html`),
    ours: await emptyHeap(of, `${origin}traces.html`),
  };
  const figures: Figure[] = [];
  const acts = new Map<string, number>();
  for (const size of SIZES) {
    const src = await trace('mixed', size);
    const opening: number[] = [];
    const floors: number[] = [];
    const heaps: number[] = [];
    const tasks: number[] = [];
    const worked: number[] = [];
    const floorsWorked: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const floor = await openOnce(of, `${origin}floor.html?src=${src}`);
      const ours = await openOnce(of, `${origin}traces.html?src=${src}`);
      opening.push(ours.ms);
      floors.push(floor.ms);
      heaps.push((ours.heap - empty.ours) / Math.max(1, floor.heap - empty.floor));
      tasks.push(ours.longestTask);
      worked.push(ours.worked);
      floorsWorked.push(floor.worked);
    }
    const label = size.toLocaleString('en');
    const threads = median(ratios(worked, floorsWorked)).toFixed(2);
    const times = `${ms(median(opening))} to ${ms(median(floors))}; threads ${threads} ×`;
    figures.push(
      ratioFigure(`open ${label} (${times})`, median(ratios(opening, floors)), MOST_OPENING[size]),
      ratioFigure(`heap ${label}`, median(heaps), MOST_HEAP[size]),
    );
    if (size === 50_000) figures.push(limitFigure('longest task while opening 50,000', best(tasks), LONG_TASK_MS));
    await withPage(of, async (page) => {
      await open(page, `${origin}traces.html?src=${src}`);
      for (const act of ACTS) {
        const taken: number[] = [];
        for (let round = 0; round < rounds + 2; round += 1) taken.push(await actMs(page, act));
        acts.set(`${act} ${size}`, best(taken));
      }
      const scrolls = [];
      for (let round = 0; round < Math.min(3, rounds); round += 1) scrolls.push(await scroll(page));
      acts.set(`scroll ${size}`, best(scrolls.map(({ p95 }) => p95)));
      const blank = scrolls.reduce((most, frames) => Math.max(most, frames.blank), 0);
      if (size === 50_000) figures.push(limitFigure('blank frames while scrolling 50,000', blank, 0, ''));
      figures.push(limitFigure(`DOM nodes ${label}`, await domNodes(page), MOST_NODES, ''));
    });
  }
  for (const [act, bound] of [...ACTS.map((name) => [name, MOST_ACT] as const), ['scroll', MOST_SCROLL] as const]) {
    const small = acts.get(`${act} 1000`) ?? Number.NaN;
    const large = acts.get(`${act} 50000`) ?? Number.NaN;
    const name = act === 'scroll' ? 'scroll p95' : act;
    figures.push(ratioFigure(`${name} at 50,000 (${ms(large)}) to 1,000 (${ms(small)})`, large / small, bound));
  }
  return figures;
}

async function openOnce(of: Browser, address: string): Promise<Opening & ThreadTimes & { readonly heap: number }> {
  return withPage(of, async (page) => {
    const opening = await withThreads(of, page, 'trace-data', () => open(page, address));
    const session = await page.context().newCDPSession(page);
    return { ...opening, heap: await heapBytes(session) };
  });
}

async function emptyHeap(of: Browser, address: string): Promise<number> {
  return withPage(of, async (page) => {
    await page.goto(address);
    return heapBytes(await page.context().newCDPSession(page));
  });
}

async function measureShapes({ origin, trace }: ViewerPages, of: Browser): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [shape, size] of [
    ['deep', 10_000],
    ['wide', 50_000],
  ] as const) {
    const src = await trace(shape, size);
    await withPage(of, async (page, errors) => {
      await open(page, `${origin}traces.html?src=${src}`);
      const critical = await page.locator('.tv-crit').count();
      const jump = await actMs(page, 'jump');
      const nodes = await domNodes(page);
      const good = errors.length === 0 && critical > 0 && Number.isFinite(jump);
      figures.push(
        {
          name: `${shape}:${size}: opens, jumps (${ms(jump)}), shows a critical path`,
          value: good ? 'yes' : (errors[0] ?? `critical marks: ${critical}`),
          bound: 'yes',
          good,
        },
        limitFigure(`${shape}:${size}: DOM nodes`, nodes, MOST_NODES, ''),
      );
    });
  }
  await withPage(of, async (page, errors) => {
    await page.goto(`${origin}live.html`);
    const { longestTask, held, rows } = await withThreads(of, page, LIVE_MARK, () => live(page, 10_000, 100));
    figures.push(limitFigure('live, 10,000 in batches of 100: longest task', longestTask, LONG_TASK_MS), {
      name: `live: selection and scroll position hold (${rows} rows)`,
      value: held && errors.length === 0 ? 'yes' : (errors[0] ?? 'no'),
      bound: 'yes',
      good: held && errors.length === 0,
    });
  });
  return figures;
}

function best(list: readonly number[]): number {
  return Math.min(...list);
}

/** What each round took to what the floor took in it. */
function ratios(ours: readonly number[], floors: readonly number[]): readonly number[] {
  return ours.map((value, round) => value / (floors[round] ?? Number.NaN));
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function ms(value: number): string {
  return `${value.toFixed(0)} ms`;
}

function ratioFigure(name: string, value: number, bound: number): Figure {
  return { name, value: `${value.toFixed(2)} ×`, bound: `≤ ${bound} ×`, good: value <= bound };
}

function limitFigure(name: string, value: number, bound: number, unit = ' ms'): Figure {
  return { name, value: `${value.toFixed(0)}${unit}`, bound: `≤ ${bound}${unit}`, good: value <= bound };
}

function print(figures: readonly Figure[]): void {
  process.stdout.write(
    `load of the machine: ${loadavg()[0]?.toFixed(1) ?? '?'} on ${availableParallelism()} processors\n`,
  );
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, bound, good } of figures) {
    process.stdout.write(`${good ? '  ' : '✗ '}${name.padEnd(width)}  ${value.padStart(9)}  ${bound}\n`);
  }
}
