/** Measurements of one page of the viewer, taken from inside it and over the browser's own protocol. */
import type { CDPSession, Page } from 'playwright';

/** What opening a page with a trace took. */
export interface Opening {
  /** From the first `trace-data` to the last `trace-rows`, in milliseconds. */
  readonly ms: number;
}

/**
 * Opens an address and waits until its rows are painted. The page says so itself: a question from here would bring a
 * large script into the page, to be compiled while it opens the trace.
 */
export async function open(page: Page, address: string): Promise<Opening> {
  await page.addInitScript(() => {
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) if (name === 'trace-rows') console.debug(name);
    }).observe({ entryTypes: ['mark'] });
  });
  const painted = page.waitForEvent('console', { predicate: (said) => said.text() === 'trace-rows', timeout: 120_000 });
  await page.goto(address);
  await painted;
  // A task is reported when it is over, and a view may still draw what it left for later.
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const begin = performance.getEntriesByName('trace-data')[0]?.startTime ?? 0;
    const end = performance.getEntriesByName('trace-rows').at(-1)?.startTime ?? 0;
    return { ms: end - begin };
  });
}

/** Bytes that the page's own JavaScript holds after two collections: objects, and what typed arrays lie in. */
export async function heapBytes(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize } = await session.send('Runtime.getHeapUsage');
  return usedSize + backingStorageSize;
}

/** Elements and texts within the viewer. */
export function domNodes(page: Page): Promise<number> {
  return page.evaluate(() => {
    const view = document.querySelector('.tv');
    if (view === null) return Number.POSITIVE_INFINITY;
    const walker = document.createTreeWalker(view);
    let count = 1;
    while (walker.nextNode() !== null) count += 1;
    return count;
  });
}

/** What a reader does, to the paint that shows it. */
export type Act = 'jump' | 'detail' | 'expand';

/** Milliseconds from an act until it is painted. Each act is undone again before it returns. */
export function actMs(page: Page, act: Act): Promise<number> {
  return page.evaluate(async (what) => {
    const painted = (): Promise<void> =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve();
          channel.port2.postMessage(undefined);
        });
      });
    const quiet = async (): Promise<void> => {
      for (let frame = 0; frame < 4; frame += 1) await painted();
    };
    const box = document.querySelector('.tv-box');
    const button = (name: string): HTMLElement | undefined =>
      [...document.querySelectorAll<HTMLElement>('.tv button')].find((one) => one.textContent?.trim() === name);
    if (box === null) return Number.NaN;
    await quiet();
    const middle = Math.floor(box.scrollHeight / 2);
    /** Whether rows are where the reader now looks. */
    const shown = (): boolean => {
      const { top, height } = box.getBoundingClientRect();
      return [...box.querySelectorAll('[role=row]')].some((row) => {
        const y = row.getBoundingClientRect().top - top;
        return y > height / 4 && y < (height * 3) / 4;
      });
    };
    let ready: () => boolean = shown;
    let perform = (): void => {
      box.scrollTop = middle;
    };
    let undo = (): void => {
      box.scrollTop = 0;
    };
    if (what === 'detail') {
      const row = [...box.querySelectorAll<HTMLElement>('[role=row] .tv-text')].at(3);
      perform = () => row?.click();
      ready = () => document.querySelector('.tv-detail') !== null;
      undo = () =>
        document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    } else if (what === 'expand') {
      button('Collapse all')?.click();
      await quiet();
      const folded = Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount'));
      perform = () => button('Expand all')?.click();
      ready = () => Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')) > folded;
      undo = () => undefined;
    }
    const begin = performance.now();
    perform();
    do await painted();
    while (!ready() && performance.now() - begin < 5000);
    const took = performance.now() - begin;
    undo();
    await quiet();
    return took;
  }, act);
}

export interface Scroll {
  /** Milliseconds that 95 of 100 frames took at most. */
  readonly p95: number;
  readonly worst: number;
  /** Frames that showed a part of the list without rows. */
  readonly blank: number;
}

/** Sixty turns of the wheel over the list. */
export async function scroll(page: Page): Promise<Scroll> {
  const box = page.locator('.tv-box');
  const area = await box.boundingBox();
  if (area === null) throw new Error('The viewer has no list of rows.');
  await page.mouse.move(area.x + area.width / 2, area.y + area.height / 2);
  await page.evaluate(() => {
    const frames: number[] = [];
    let blank = 0;
    let last = performance.now();
    let on = true;
    const view = document.querySelector('.tv-box');
    const look = (): void => {
      if (!on || view === null) return;
      const now = performance.now();
      frames.push(now - last);
      last = now;
      const { top, bottom } = view.getBoundingClientRect();
      let lowest = top;
      for (const row of view.querySelectorAll('[role=row]')) {
        const rect = row.getBoundingClientRect();
        if (rect.top < bottom) lowest = Math.max(lowest, rect.bottom);
      }
      if (lowest < bottom - 30) blank += 1;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    Object.assign(globalThis, {
      endScroll: () => {
        on = false;
        const sorted = frames.toSorted((a, b) => a - b);
        return { p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0, worst: sorted.at(-1) ?? 0, blank };
      },
    });
  });
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, turn < 45 ? 400 : -300);
    await page.waitForTimeout(16);
  }
  return page.evaluate(() => (globalThis as unknown as { endScroll: () => Scroll }).endScroll());
}

export interface Live {
  /** Whether the first row in sight and the selected span stayed as the reader left them. */
  readonly held: boolean;
  readonly rows: number;
}

/** From this mark on, what the page does is what arrives and what the reader does. */
export const LIVE_MARK = 'live';

/** Feeds spans in batches while the reader has scrolled and selected one. */
export async function live(page: Page, count: number, batch: number): Promise<Live> {
  await page.waitForFunction(() => 'feedLive' in globalThis);
  // The first spans, so that there is something to select.
  await page.evaluate(([all, size]) => void globalThis.feedLive(all ?? 0, size ?? 1, 16), [count, batch]);
  await page.waitForFunction(() => document.querySelectorAll('[role=row]').length > 10, undefined, { polling: 20 });
  // Making the spans was a long task of its own, and none of the viewer's.
  await page.evaluate((mark) => void performance.mark(mark), LIVE_MARK);
  await page.locator('.tv-box').evaluate((box) => {
    box.scrollTop = 130;
  });
  await page.locator('[role=row] .tv-text').nth(6).click();
  // The detail's code is fetched when a reader first asks for it.
  await page.locator('.tv-detail').waitFor();
  const before = await place(page);
  await page.waitForFunction(
    (all) => Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')) >= all,
    count,
    { timeout: 120_000, polling: 100 },
  );
  await page.waitForTimeout(500);
  const after = await place(page);
  const held = before.selected !== '' && before.selected === after.selected && before.first === after.first;
  return { held, rows: after.rows };
}

interface Place {
  readonly selected: string;
  /** The first row in sight, by its name and duration, and how far it is scrolled out. */
  readonly first: string;
  readonly rows: number;
}

function place(page: Page): Promise<Place> {
  return page.evaluate(() => {
    const top = document.querySelector('.tv-box')?.getBoundingClientRect().top ?? 0;
    const head = document.querySelector('.tv-axis')?.getBoundingClientRect().height ?? 0;
    const first = [...document.querySelectorAll('.tv-grid [role=row]')]
      .map((row) => ({ row, y: Math.round(row.getBoundingClientRect().top - top - head) }))
      .filter(({ y }) => y <= 0)
      .toSorted((a, b) => b.y - a.y)[0];
    const text = (part: string): string => first?.row.querySelector(part)?.textContent ?? '';
    return {
      selected: document.querySelector('.tv-detail')?.getAttribute('aria-label') ?? '',
      first: `${text('.tv-text')} ${text('.tv-time')} ${first?.y ?? 0}`,
      rows: Number(document.querySelector('[role=treegrid]')?.getAttribute('aria-rowcount')),
    };
  });
}
