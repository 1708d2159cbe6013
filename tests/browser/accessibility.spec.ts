import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ExampleCard, NAMES, type Language } from './support/card.ts';
import { expect, test } from './support/test.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Every template of the site, in both languages. */
const TEMPLATES: Readonly<Record<string, string>> = {
  home: '/',
  'a lesson': '/start/otlp-init/',
  'a lesson with channels': '/31-concurrency/traced-channel/',
  'the path': '/path/',
  'the index': '/reference/',
  'the playground': '/playground/',
  'reading offline': '/offline/',
  'a page that is not there': '/no-such-page/',
};

/** The rules that a page breaks, each with the first places where it does. */
async function findings(page: Page, within?: string): Promise<readonly string[]> {
  // What passes need not be listed: on a long page that takes longer than finding what does not.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).withTags(RULES);
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes
        .slice(0, 3)
        .map(
          ({ target, failureSummary }) =>
            `${target.join(' ')} (${(failureSummary ?? '').replaceAll(/\s+/g, ' ').slice(0, 200)})`,
        )
        .join('; ')}`,
  );
}

/** The example that is run here, in both languages. */
const CARD = '[data-id="start/otlp-init/first-span"]';

/** Chooses a theme as the site itself remembers it. */
async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.addInitScript((name) => {
    // The sandbox's frame runs this too; it has no storage.
    if (globalThis.origin !== 'null') localStorage.setItem('starlight-theme', name);
  }, theme);
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
}

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    for (const [name, path] of Object.entries(TEMPLATES)) {
      test(`axe finds nothing on ${name} (${language}, ${theme})`, async ({ page }) => {
        await useTheme(page, theme);
        await page.goto(`${NAMES[language].base.replace(/\/$/, '')}${path}`);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        expect(await findings(page)).toEqual([]);
      });
    }

    test(`axe finds nothing after a run, with a span, its request and the editor open (${language}, ${theme})`, async ({
      page,
    }) => {
      await useTheme(page, theme);
      const card = await openLesson(page, language);
      await card.button('run').click();
      await expect(card.rows.first()).toBeVisible();
      await card.root.getByText(language === 'en' ? 'Receiver' : '接收端', { exact: true }).click();
      expect(await findings(page)).toEqual([]);
      await card.rows.first().click();
      await expect(card.root.getByRole('heading', { level: 3 }).first()).toBeVisible();
      expect(await findings(page, CARD)).toEqual([]);
      await card.tab(language === 'en' ? 'Requests' : '请求').click();
      await card.root.locator('.tv-exchange').first().click();
      expect(await findings(page, CARD)).toEqual([]);
      await card.button('edit').click();
      await expect(card.root.locator('.tp-ex-editor textarea, .tp-ex-editor [role=textbox]').first()).toBeFocused();
      expect(await findings(page, CARD)).toEqual([]);
    });
  }
}

/** The cards of a chapter on patterns that are opened here. */
const EXERCISE = '[data-id="31-concurrency/traced-channel/ex"]';
const TWIN = '[data-id="31-concurrency/traced-channel/basic"]';

/** What a reader opens in a chapter on patterns, by its names. */
const CHAPTER = {
  en: {
    exercise: /put the sender in the envelope/,
    hints: ['Hint 1 of 3', 'Hint 2 of 3', 'Hint 3 of 3'],
    solution: 'Show solution',
    inSolution: 'Run the solution',
    compare: 'Compare with the expected trace',
    comparison: 'Comparison',
    code: 'Language of the code',
    twin: 'Two tasks, one channel, five links',
    both: 'Both',
    twins: 'Compare traces',
  },
  'zh-CN': {
    exercise: /把发送者装进信封/,
    hints: ['提示 1 / 3', '提示 2 / 3', '提示 3 / 3'],
    solution: '查看答案',
    inSolution: '运行答案',
    compare: '与期望的追踪对比',
    comparison: '对比',
    code: '代码语言',
    twin: '两个任务，一个 Channel，五条链接',
    both: '对照',
    twins: '对比追踪',
  },
} as const;

for (const language of ['en', 'zh-CN'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on an exercise with report, hints, solution and comparison open (${language}, ${theme})`, async ({
      page,
    }) => {
      await useTheme(page, theme);
      const words = CHAPTER[language];
      const exercise = await openChapter(page, words.exercise, language);
      const button = (name: string) => exercise.root.getByRole('button', { name, exact: true });
      await exercise.button('run').click();
      await expect(button(words.compare)).toBeVisible();
      // Every failure of the report, not the first alone.
      await exercise.root.locator('.tp-grade').evaluate((report) => {
        for (const details of report.querySelectorAll('details')) details.open = true;
      });
      for (const hint of words.hints) await exercise.root.getByText(hint).click();
      await button(words.solution).click();
      await expect(button(words.inSolution)).toBeVisible();
      await button(words.compare).click();
      await expect(exercise.tab(words.comparison)).toBeFocused();
      expect(await findings(page, EXERCISE)).toEqual([]);
    });

    test(`axe finds nothing where Go stands beside TypeScript, and then alone (${language}, ${theme})`, async ({
      page,
    }) => {
      await useTheme(page, theme);
      const words = CHAPTER[language];
      const twin = await openChapter(page, words.twin, language);
      const choose = (name: string) => twin.root.getByRole('group', { name: words.code }).getByRole('button', { name });
      await choose(words.both).click();
      await twin.root.getByRole('button', { name: words.twins, exact: true }).click();
      await expect(twin.tab(words.comparison)).toBeFocused();
      expect(await findings(page, TWIN)).toEqual([]);
      await choose('Go').click();
      await expect(twin.code()).toBeHidden();
      expect(await findings(page, TWIN)).toEqual([]);
    });
  }
}

test('two examples that are open at the same pane bring no two landmarks of one name', async ({ page }) => {
  const twin = await openChapter(page, CHAPTER.en.twin, 'en');
  for (const card of [twin, new ExampleCard(page, 'A send that is called off')]) {
    await card.button('run').click();
    await card.tab('Comparison').click();
    await expect(card.root.getByRole('tabpanel', { name: 'Comparison' })).toBeVisible();
  }
  const { violations } = await new AxeBuilder({ page }).withRules(['landmark-unique']).analyze();
  expect(violations).toEqual([]);
});

test('axe finds nothing on a verdict, an alert and a failed exercise', async ({ page }) => {
  const card = await openLesson(page, 'en');
  await card.write(`import { chan } from 'csp';\nawait chan<number>().send(1);\n`);
  await card.run(/^Deadlock after /);
  expect(await findings(page)).toEqual([]);
  const exercise = new ExampleCard(page, 'Exercise: flush before exit, nothing lost');
  await exercise.button('run').click();
  await expect(exercise.root.locator('.tp-grade').getByRole('listitem').first()).toBeVisible();
  expect(await findings(page)).toEqual([]);
});

test('everything that scrolls sideways can be scrolled by keyboard', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ['/start/otlp-init/', '/31-concurrency/traced-channel/']) {
    await page.goto(path);
    const unreachable = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('pre, table, .tv-box')]
        .filter(
          (element) =>
            element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible',
        )
        .filter((element) => element.tabIndex < 0 && !element.querySelector('[tabindex], a, button'))
        .map((element) => `${element.tagName} ${element.textContent?.slice(0, 60)}`),
    );
    expect(unreachable, path).toEqual([]);
  }
});

async function openChapter(page: Page, title: string | RegExp, language: Language): Promise<ExampleCard> {
  // Much is open, and axe looks at all of it.
  test.slow();
  await page.goto(`${NAMES[language].base}31-concurrency/traced-channel/`);
  return new ExampleCard(page, title, language);
}

async function openLesson(page: Page, language: Language): Promise<ExampleCard> {
  await page.goto(`${NAMES[language].base}start/otlp-init/`);
  return new ExampleCard(page, language === 'en' ? 'The first span' : '第一个 Span', language);
}
