import type { Page } from '@playwright/test';
import type { SourceFile } from '../../../src/sandbox/contract.ts';
import { changeCode, openCode, type ExampleCard } from './card.ts';
import { livenessOf, watchPage } from './liveness.ts';
import { expect } from './test.ts';

/** A program that means harm. */
export interface Attack {
  /** What the page does about it: the name of the test. */
  readonly name: string;
  readonly code: string | readonly SourceFile[];
  /** The clock on which it runs; virtual unless it says otherwise. */
  readonly clock?: 'real';
  /** `stop`: the reader stops it. Otherwise it ends by itself, and the status line says this. */
  readonly ends: 'stop' | RegExp;
}

/** Harm must not be felt by the reader: a press is answered within this time, in ms, if an empty page would be. */
const MOST_MS = 1_000;

const HARMLESS = `import { background, sleep } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
await inSpan(background(), tracerFor('after'), 'harmless', () => sleep(5));
`;
const HARMLESS_END = /^1 span, 0 errors, finished in 5(\.\d+)? ms of virtual time$/;

/** Runs an attack as the code of a stranger's link, and holds the page to its promises. */
export async function withstand(page: Page, attack: Attack): Promise<ExampleCard> {
  const card = await begin(page, attack);
  const beside = await watchPage(page);
  // Found by selector: to find something by its role, the page has to compute the role of all that the program printed,
  // which would be measured as the page's own work.
  const runOrStop = page.locator('[data-do="run"]');
  const status = page.locator('.tp-ex-status');
  await runOrStop.click();
  await press(page);
  if (attack.ends === 'stop') {
    await expect(status).toHaveText('Running…');
    await press(page);
    await runOrStop.click();
    await expect(status).toHaveText(/^Stopped after /);
  } else {
    await expect(status).toHaveText(attack.ends, { timeout: 20_000 });
    await press(page);
  }
  const { longestGapMs, longestAnswerMs, answers } = await livenessOf(page);
  const most = MOST_MS + (await livenessOf(beside)).longestGapMs;
  await beside.close();
  expect(answers).toBeGreaterThanOrEqual(3);
  expect(longestAnswerMs, 'the longest time from a press to the frame after it, in ms').toBeLessThan(most);
  expect(longestGapMs, 'the longest time in which the page could do nothing, in ms').toBeLessThan(most);
  return card;
}

/** A program that does no harm still runs as it should. */
export async function runsOnAfterwards(card: ExampleCard): Promise<void> {
  await changeCode(card, HARMLESS);
  const clock = card.page.getByLabel('Clock');
  if (await clock.isVisible()) await clock.selectOption('virtual');
  await card.run(HARMLESS_END);
  await expect(card.rows).toHaveAccessibleName(/^harmless, 5(\.\d+)? ms, unset/);
}

async function begin(page: Page, { code, clock }: Attack): Promise<ExampleCard> {
  if (clock === undefined) return openCode(page, code);
  const card = await openCode(page, HARMLESS);
  await card.run(HARMLESS_END);
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('Clock').selectOption(clock);
  await changeCode(card, code);
  return card;
}

/** Presses a button of the page that has nothing to do with the program, and sees the answer. */
async function press(page: Page): Promise<void> {
  const { answers } = await livenessOf(page);
  await page.locator('[data-do="widen"]').click();
  await expect.poll(async () => (await livenessOf(page)).answers).toBeGreaterThan(answers);
}
