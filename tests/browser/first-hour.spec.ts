/**
 * A reader's first hour, from the first page to the next day without a network: with a mouse and with a keyboard alone, in
 * both languages. Nothing is opened by its address, and every page is left as soon as there is no more to do on it.
 */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { ExampleCard, NAMES } from './support/card.ts';
import { tabTo } from './support/keyboard.ts';
import { startSite, type Site } from './support/site.ts';
import { expect, test as base } from './support/test.ts';

const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  site: async ({}, use) => {
    const site = await startSite();
    await use(site);
    await site.close();
  },
});

test.use({ serviceWorkers: 'allow' });

const LESSON = 'start/otlp-init';
const SOLUTION = readFileSync(
  new URL(`../../content/examples/${LESSON}/flush-exercise/solution.ts`, import.meta.url),
  'utf8',
);

const WORDS = {
  en: {
    path: 'Path',
    first: 'The first span',
    exercise: /^Exercise: flush before exit/,
    recorded: /^1 span, 0 errors/,
    failed: /\d of \d checks passed, \d failed\.$/,
    passed: /All \d checks passed, and with other inputs too\.$/,
    solved: '✓ solved',
    lesson: '✓✓ Exercises passed',
    on: 'Continue where you were',
    line: '● exercises passed',
  },
  'zh-CN': {
    path: '路线',
    first: '第一个 Span',
    exercise: /^练习：退出之前冲刷/,
    recorded: /^1 个 span，0 个错误/,
    failed: /\d 项检查通过了 \d 项，\d 项未通过。$/,
    passed: /\d 项检查全部通过，换一组输入也一样。$/,
    solved: '✓ 已解出',
    lesson: '✓✓ 练习已通过',
    on: '从上次的地方继续',
    line: '● 练习已通过',
  },
} as const;

/** Presses what a reader sees, with what the reader has. */
type Press = (target: Locator) => Promise<void>;

const DEVICES: Readonly<Record<string, (page: Page) => Press>> = {
  'a mouse': () => (target) => target.click(),
  'a keyboard': (page) => async (target) => {
    await tabTo(page, target, 200);
    await page.keyboard.press('Enter');
  },
};

/** Which of these addresses are kept for reading without the network. */
function kept(page: Page, paths: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (all) => {
    const found = await Promise.all(all.map(async (path) => ((await caches.match(path)) ? [path] : [])));
    return found.flat();
  }, paths);
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const [device, reader] of Object.entries(DEVICES)) {
    test(`a first hour with ${device} (${language})`, async ({ page, context, site }) => {
      // An hour takes its time where others work too.
      test.slow();
      const words = WORDS[language];
      const { base: root } = NAMES[language];
      const press = reader(page);
      const line = `[data-lesson="${LESSON}"]`;

      await page.goto(`${site.origin}${root}`);
      await press(page.getByRole('navigation').getByRole('link', { name: words.path, exact: true }));
      await press(page.locator(`${line} > a`));
      await expect(page).toHaveURL(`${site.origin}${root}${LESSON}/`);

      // The first program: run, changed, run again.
      const first = new ExampleCard(page, words.first, language);
      await press(first.button('run'));
      await expect(first.status).toHaveText(words.recorded);
      await expect(first.rows).toHaveAccessibleName(/^brew coffee, /);
      const changed = (await first.code().textContent())?.replace('brew coffee', 'brew tea') ?? '';
      await press(first.button('edit'));
      await rewrite(page, first, changed);
      await runAgain(page, first, device, words.recorded);
      await expect(first.rows).toHaveAccessibleName(/^brew tea, /);

      // The exercise: as it stands it fails.
      const exercise = new ExampleCard(page, words.exercise, language);
      await press(exercise.button('run'));
      await expect(exercise.status).toHaveText(words.failed);
      await press(exercise.button('edit'));
      await rewrite(page, exercise, SOLUTION);
      await runAgain(page, exercise, device, words.passed);
      await expect(exercise.root.getByText(words.solved)).toBeVisible();
      await expect(page.locator('tp-lesson').getByRole('status')).toHaveText(words.lesson, { useInnerText: true });

      // The next day, on a train.
      const pages = [root, `${root}path/`, `${root}${LESSON}/`];
      await expect.poll(() => kept(page, pages), { timeout: 30_000 }).toEqual(pages);
      await page.close();
      site.goAway();
      const later = await context.newPage();
      const pressLater = reader(later);
      await later.goto(`${site.origin}${root}`);
      await expect(later.getByRole('main').getByRole('link', { name: words.on })).toBeVisible();
      await pressLater(later.getByRole('navigation').getByRole('link', { name: words.path, exact: true }));
      await expect(later.locator(`${line} .state`)).toHaveText(words.line, { useInnerText: true });
      await pressLater(later.locator('tp-path .on'));
      await expect(later).toHaveURL(new RegExp(`^${site.origin}${root}${LESSON}/`));
      await expect(new ExampleCard(later, words.exercise, language).root.getByText(words.solved)).toBeVisible();
      const again = new ExampleCard(later, words.first, language);
      await expect(again.code()).toContainText('brew tea');
      await pressLater(again.button('run'));
      await expect(again.status).toHaveText(words.recorded);
      await expect(again.rows).toHaveAccessibleName(/^brew tea, /);
    });
  }
}

/** Puts a text in place of what is in the editor that has just been opened. */
async function rewrite(page: Page, card: ExampleCard, text: string): Promise<void> {
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}

/** Runs what was written: by its key from the editor, or by the button. */
async function runAgain(page: Page, card: ExampleCard, device: string, said: RegExp): Promise<void> {
  if (device === 'a mouse') await card.button('run').click();
  else {
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(card.status).toHaveText(said);
    await page.keyboard.press('Escape');
  }
  await expect(card.status).toHaveText(said);
}
