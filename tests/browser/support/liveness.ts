import type { Page } from '@playwright/test';

declare global {
  /** Written by the page itself while it is watched; see `watchPage`. */
  var liveness: { longestGapMs: number; longestAnswerMs: number; answers: number } | undefined;
}

/** What a page did while it was watched, in ms. */
export interface Liveness {
  /** The longest time in which the page could do nothing. */
  readonly longestGapMs: number;
  /** The longest time from the press of a button to the first frame after it. */
  readonly longestAnswerMs: number;
  /** How many presses were answered. */
  readonly answers: number;
}

/**
 * From now on the page measures how long it is unable to answer. So does an empty page beside it: what that one cannot
 * do either is the fault of the machine.
 */
export async function watchPage(page: Page): Promise<Page> {
  const beside = await page.context().newPage();
  await watch(beside);
  await page.bringToFront();
  await watch(page);
  return beside;
}

function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const liveness = { longestGapMs: 0, longestAnswerMs: 0, answers: 0 };
    globalThis.liveness = liveness;
    let last = performance.now();
    setInterval(() => {
      const now = performance.now();
      liveness.longestGapMs = Math.max(liveness.longestGapMs, now - last - 20);
      last = now;
    }, 20);
    // The browser stamps a press when it arrives, before the page has heard of it.
    addEventListener('click', ({ timeStamp }) => {
      requestAnimationFrame(() => {
        liveness.longestAnswerMs = Math.max(liveness.longestAnswerMs, performance.now() - timeStamp);
        liveness.answers++;
      });
    });
  });
}

export function livenessOf(page: Page): Promise<Liveness> {
  return page.evaluate(() => {
    if (!globalThis.liveness) throw new Error('The page is not watched.');
    return globalThis.liveness;
  });
}
