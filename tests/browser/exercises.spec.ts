import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { ExampleCard, type Language } from './support/card.ts';
import { storedIn } from './support/reader.ts';
import { expect, test } from './support/test.ts';

/** A file of an exercise of the chapter on concurrency. */
function source(pattern: string, file: string): string {
  return readFileSync(new URL(`../../content/examples/31-concurrency/${pattern}/ex/${file}`, import.meta.url), 'utf8');
}

const TITLES = {
  en: { 'traced-channel': /put the sender in the envelope/, pipeline: /widen the bottleneck/ },
  'zh-CN': { 'traced-channel': /把发送者装进信封/, pipeline: /拓宽瓶颈/ },
} as const;

async function open(
  page: Page,
  pattern: 'traced-channel' | 'pipeline',
  language: Language = 'en',
): Promise<ExampleCard> {
  await page.goto(`${language === 'en' ? '' : '/zh-cn'}/31-concurrency/${pattern}/`);
  const card = new ExampleCard(page, TITLES[language][pattern], language);
  await expect(card.button('run')).toBeEnabled();
  return card;
}

const report = (card: ExampleCard) => card.root.getByRole('list', { name: /^(Checks|检查)$/ }).getByRole('listitem');
const solution = (card: ExampleCard) => card.root.getByRole('region', { name: /^(Solution|参考答案)$/ });

test('an exercise is solved by typing, tells the page, and stays marked as solved', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await page.evaluate(() => {
    const said: unknown[] = [];
    Object.assign(globalThis, { said });
    document.addEventListener('tp-example-ran', (event) => said.push(['ran', Reflect.get(event, 'detail')]));
    document.addEventListener('tp-exercise-passed', (event) => {
      const { id, telemetry } = Reflect.get(event, 'detail');
      said.push(['passed', { id, spans: telemetry.spans.length }]);
    });
  });
  await card.run(/2 of 5 checks passed, 3 failed\.$/);
  await card.write(source('traced-channel', 'solution.ts'));
  await card.run(/^10 spans, 0 errors, .*\. All 5 checks passed, and with other inputs too\.$/);
  await expect(report(card)).toHaveCount(6);
  await expect(report(card).filter({ hasText: 'failed' })).toHaveCount(0);
  await expect(card.root.getByRole('button', { name: 'Compare with the expected trace' })).toHaveCount(0);
  await expect(card.root.getByText('✓ solved')).toBeVisible();
  const id = '31-concurrency/traced-channel/ex';
  expect(await page.evaluate(() => Reflect.get(globalThis, 'said'))).toEqual([
    ['ran', { id }],
    ['ran', { id }],
    ['passed', { id, spans: 10 }],
  ]);
  await expect(page.locator('tp-lesson').getByRole('status')).toContainText('passed');
  await page.reload();
  await expect(card.root.getByText('✓ solved')).toBeVisible();
});

for (const [language, words] of Object.entries({
  en: {
    button: 'Show the trace that passed',
    said: /^The trace with which you passed on \w+ \d/,
  },
  'zh-CN': { button: '查看通过时的追踪', said: /^这是你 \d{4}年.*通过时的追踪。$/ },
} as const)) {
  test(`the trace that passed can be opened again, also after a reload (${language})`, async ({ page }) => {
    const card = await open(page, 'traced-channel', language === 'en' ? 'en' : 'zh-CN');
    const button = card.root.getByRole('button', { name: words.button });
    await expect(button).toBeHidden();
    await card.write(source('traced-channel', 'solution.ts'));
    await card.run(/and with other inputs too\.$|换一组输入也一样。$/);
    await expect(button).toBeVisible();
    await expect.poll(() => storedIn(page, 'traces')).toHaveLength(1);
    await card.button('reset').click();
    await page.reload();
    await button.click();
    await expect(card.status).toHaveText(words.said);
    await expect(card.root.locator('.tv-run')).toHaveCount(0);
    await expect(card.trace).toHaveAttribute('aria-rowcount', '10');
    await expect(card.rows.first()).toBeFocused();
    // What the reader runs next takes its place.
    await card.run(/2 of 5 checks passed, 3 failed\.$|5 项检查通过了 2 项，3 项未通过。$/);
    await expect(card.root.locator('.tv-run')).toContainText(/^(your run|你的运行)/);
  });
}

test('a trace that was not kept is said to be gone', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await page.evaluate(() => {
    const detail = { id: '31-concurrency/traced-channel/ex', telemetry: undefined };
    document
      .querySelector('tp-example')
      ?.dispatchEvent(new CustomEvent('tp-exercise-passed', { bubbles: true, detail }));
  });
  await card.root.getByRole('button', { name: 'Show the trace that passed' }).click();
  await expect(card.status).toHaveText(/^The trace with which you passed was not kept\./);
});

test('hints that were taken are there again after a reload, folded', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await expect(page.locator('tp-lesson').getByRole('button')).toBeEnabled();
  await card.root.getByText('Hint 1 of 3').click();
  await card.root.getByText('Hint 2 of 3').click();
  await expect
    .poll(() => storedIn(page, 'progress'))
    .toMatchObject([{ kind: 'hints', id: '31-concurrency/traced-channel/ex', taken: 2 }]);
  await page.reload();
  await expect(card.root.getByText('Hint 3 of 3')).toBeVisible();
  await expect(card.root.getByText('what does it know of the send?')).toBeHidden();
});

test('a wrong answer is told in sentences that lead to its spans', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await card.write(source('traced-channel', 'wrong-flat.ts'));
  await card.run(/4 of 5 checks passed, 1 failed\.$/);
  const failed = report(card).filter({ hasText: 'failed' });
  await expect(failed).toContainText('No receive is the child of another receive');
  await expect(failed).toContainText('has the parent "receive orders"');
  await failed.getByRole('button', { name: 'receive orders at 50.0 ms' }).click();
  const row = card.trace.locator('[role=row][aria-selected=true]');
  await expect(row).toHaveAccessibleName(/^receive orders/);
  await expect(row).toBeFocused();
  await expect(row).toBeInViewport();
});

test('another wrong answer is compared with the trace that was expected', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await card.write(source('traced-channel', 'wrong-left-out.ts'));
  await card.run(/4 of 5 checks passed, 1 failed\.$/);
  await expect(report(card).filter({ hasText: 'failed' })).toContainText('No send is left out');
  await card.write(source('traced-channel', 'wrong-operations.ts'));
  await card.run(/4 of 5 checks passed, 1 failed\.$/);
  await expect(report(card).filter({ hasText: 'failed' })).toContainText('1 sends, 4 receives');
  await card.root.getByRole('button', { name: 'Compare with the expected trace' }).click();
  await expect(card.tab('Comparison')).toBeFocused();
  const table = card.root.getByRole('table', { name: /expected/ });
  await expect(table.getByRole('row').filter({ hasText: 'missing' })).toHaveCount(3);
  await expect(solution(card)).toHaveCount(0);
  // A span of the report leads back to the waterfall.
  await card.root.getByRole('button', { name: /^receive orders at 0 ns/ }).click();
  await expect(card.trace.locator('[aria-selected=true]')).toBeFocused();
});

test('the comparison has the focus although the page is too busy to draw the run at once', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await card.run(/2 of 5 checks passed, 3 failed\.$/);
  await card.root.getByRole('button', { name: 'Compare with the expected trace' }).click();
  await expect(card.tab('Comparison')).toBeFocused();
  await card.write(source('traced-channel', 'wrong-operations.ts'));
  await page.evaluate(() => {
    const busy = setInterval(() => {
      const end = performance.now() + 150;
      while (performance.now() < end);
    });
    setTimeout(() => clearInterval(busy), 3000);
    const exercise = document.querySelector('tp-example:has(.tp-task)');
    if (!exercise) return;
    const before = exercise.querySelector('.tp-grade-do button');
    new MutationObserver((_, observer) => {
      const button = exercise.querySelector('.tp-grade-do button');
      if (!(button instanceof HTMLElement) || button === before) return;
      observer.disconnect();
      button.click();
    }).observe(exercise, { subtree: true, childList: true });
  });
  await card.run(/4 of 5 checks passed, 1 failed\.$/);
  await expect(card.tab('Comparison')).toBeFocused();
});

test('an answer made for the inputs on the page fails with others, and their trace can be seen', async ({ page }) => {
  const card = await open(page, 'pipeline');
  await card.write(source('pipeline', 'solution.ts').replace('ground, machines)', 'ground, 3)'));
  await card.run(/Right for the inputs on the page, not for others: 4 of 5 checks passed, 1 failed\.$/);
  const grade = card.root.locator('.tp-grade');
  await expect(grade).toContainText('with other values for orders and machines and buffer that is not so');
  await expect(grade.getByText('export const machines = 2')).toBeHidden();
  await grade.getByText('Show these inputs').click();
  await expect(grade.getByText('export const machines = 2')).toBeVisible();
  await expect(card.rows.first()).toHaveAccessibleName(/^pipeline drinks/);
  await grade
    .getByRole('button', { name: /^stage brew at/ })
    .first()
    .click();
  await expect(card.root.locator('.tv-difference')).toContainText('inputs that the page keeps to itself');
  await expect(card.trace).toHaveAttribute('aria-rowcount', /^4\d$/);
  await card.root.getByRole('button', { name: 'Compare with the expected trace' }).click();
  await expect(card.tab('Comparison')).toBeFocused();
});

test('hints come one after the other and stay', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  const hints = card.root.locator('.tp-hint');
  const shown = hints.filter({ visible: true });
  await expect(shown).toHaveCount(1);
  await card.root.getByText('Hint 1 of 3').click();
  await expect(card.root.getByText('what does it know of the send?')).toBeVisible();
  await expect(shown).toHaveCount(2);
  await card.root.getByText('Hint 2 of 3').click();
  await card.root.getByText('Hint 3 of 3').click();
  await expect(hints.nth(2).locator('pre')).toBeVisible();
  await card.run(/2 of 5 checks passed/);
  await card.root.getByText('Hint 1 of 3').click();
  await expect(card.root.getByText('what does it know of the send?')).toBeHidden();
  await expect(shown).toHaveCount(3);
});

test('the solution opens beside the code of the reader, who is asked first, and leaves it alone', async ({ page }) => {
  // It is a long way, with the editor loaded and written in twice.
  test.slow();
  const card = await open(page, 'traced-channel');
  const button = card.root.getByRole('button', { name: 'Show solution' });
  await button.click();
  await expect(card.root.getByRole('group', { name: /You have not run your program yet/ })).toBeVisible();
  await expect(card.root.getByRole('button', { name: 'Show it' })).toBeFocused();
  await card.root.getByRole('button', { name: 'Not yet' }).click();
  await expect(button).toBeFocused();
  await expect(solution(card)).toHaveCount(0);

  const mine = source('traced-channel', 'main.ts').replace('// the work', '// my work');
  await card.write(mine);
  await card.run(/2 of 5 checks passed/);
  await button.click();
  await expect(solution(card)).toBeVisible();
  await expect(card.root.getByRole('button', { name: 'Hide solution' })).toHaveAttribute('aria-expanded', 'true');
  const [left, right] = await Promise.all([
    card.root.locator('.tp-ex-editor').boundingBox(),
    solution(card).boundingBox(),
  ]);
  expect(right?.x ?? 0).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0) - 2);
  expect(right?.y ?? 0).toBeLessThan((left?.y ?? 0) + (left?.height ?? 0));
  await expect(solution(card).getByRole('insertion').filter({ hasText: 'sender: SpanContext' })).toBeVisible();
  await expect(solution(card).getByRole('deletion').filter({ hasText: 'my work' })).toBeVisible();
  await solution(card).getByLabel('Mark what differs from yours').uncheck();
  await expect(solution(card).getByRole('deletion')).toHaveCount(0);

  await solution(card).getByRole('button', { name: 'Run the solution' }).click();
  await expect(card.status).toHaveText(/^The solution: 10 spans, 0 errors, finished/);
  await expect(card.root.locator('.tv-run')).toContainText('the solution’s run');
  await expect(card.root.locator('.view-lines')).toContainText('my');
  await solution(card).getByRole('button', { name: 'Back to the trace of your run' }).click();
  await expect(card.root.locator('.tv-run')).toContainText('your run');

  // What the reader writes now is compared as it is written.
  await card.write(source('traced-channel', 'solution.ts'));
  await solution(card).getByLabel('Mark what differs from yours').check();
  await expect(solution(card).getByRole('deletion').filter({ hasText: 'my work' })).toHaveCount(0);
  await card.root.getByRole('button', { name: 'Hide solution' }).click();
  await expect(solution(card)).toHaveCount(0);
});

test('an exercise is worked on by keyboard alone', async ({ page }) => {
  const card = await open(page, 'traced-channel');
  await card.button('run').focus();
  await page.keyboard.press('Enter');
  await expect(card.status).toHaveText(/2 of 5 checks passed, 3 failed\.$/);
  await expect(card.button('run')).toBeFocused();
  const reached: string[] = [];
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const text = await page.evaluate(() => document.activeElement?.textContent ?? '');
      reached.push(text);
      if (name.test(text)) return;
    }
    throw new Error(`Tab never came to ${name}; it came to ${reached.join(' | ')}.`);
  };
  await tabTo(/^receive orders at 0 ns$/);
  await page.keyboard.press('Enter');
  await expect(card.trace.locator('[aria-selected=true]')).toBeFocused();
  await card.button('run').focus();
  await tabTo(/^Hint 1 of 3$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Hint 2 of 3$/);
  await tabTo(/^Show solution$/);
  await page.keyboard.press('Enter');
  await expect(solution(card)).toBeVisible();
  await tabTo(/^Mark what|^$/);
  await page.keyboard.press('Space');
  await expect(solution(card).getByRole('insertion')).toHaveCount(0);
  await tabTo(/^Run the solution$/);
  await page.keyboard.press('Enter');
  await expect(card.status).toHaveText(/^The solution: /);
});

test('all of it is there in Chinese', async ({ page }) => {
  const card = await open(page, 'traced-channel', 'zh-CN');
  await card.run(/。5 项检查通过了 2 项，3 项未通过。$/);
  await expect(report(card).filter({ hasText: '未通过' }).first()).toContainText('期望');
  await card.root.getByRole('button', { name: 'receive orders（25.0 ms 处）' }).first().click();
  await expect(card.trace.locator('[aria-selected=true]')).toBeFocused();
  await card.root.getByRole('button', { name: '与期望的追踪对比' }).click();
  await expect(card.tab('对比')).toBeFocused();
  await card.root.getByText('提示 1 / 3').click();
  await expect(card.root.getByText('提示 2 / 3')).toBeVisible();
  await card.root.getByRole('button', { name: '查看答案' }).click();
  await expect(solution(card)).toContainText('标出与你的代码不同之处');
  await solution(card).getByRole('button', { name: '运行答案' }).click();
  await expect(card.status).toHaveText(/^答案的运行：10 个 span/);
});

test('on a narrow page the solution stands below, and paper has what was opened', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const card = await open(page, 'traced-channel');
  await card.root.getByText('Hint 1 of 3').click();
  await card.run(/2 of 5 checks passed/);
  await card.root.getByRole('button', { name: 'Show solution' }).click();
  const [code, below] = await Promise.all([card.code().boundingBox(), solution(card).boundingBox()]);
  expect(below?.y ?? 0).toBeGreaterThan((code?.y ?? 0) + (code?.height ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  await page.emulateMedia({ media: 'print' });
  await expect(card.root.getByText('Hint 1 of 3')).toBeVisible();
  await expect(card.root.getByText('Hint 2 of 3')).toBeHidden();
  await expect(solution(card).locator('code')).toBeVisible();
  await expect(solution(card).getByRole('button', { name: 'Run the solution' })).toBeHidden();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the starter can be read, and the hints opened one after the other', async ({ page }) => {
    await page.goto('/31-concurrency/traced-channel/');
    const card = new ExampleCard(page, TITLES.en['traced-channel']);
    await expect(card.code()).toContainText('async function takeOrders');
    await expect(card.root.getByText('Hint 2 of 3')).toBeHidden();
    await card.root.getByText('Hint 1 of 3').click();
    await expect(card.root.getByText('what does it know of the send?')).toBeVisible();
    await expect(card.root.getByText('Hint 2 of 3')).toBeVisible();
    await expect(card.root.getByRole('button', { name: 'Show solution' })).toBeDisabled();
  });
});
