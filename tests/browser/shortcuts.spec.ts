import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { ExampleCard, openPlayground } from './support/card.ts';
import { expect, test } from './support/test.ts';

const LESSON = '/31-concurrency/traced-channel/';
const EXAMPLE = 'Two tasks, one channel, five links';

function sheet(page: Page) {
  return page.getByRole('dialog', { name: /^(Keyboard shortcuts|键盘快捷键)$/ });
}

/** The button is shown by the script that listens to the keys. */
async function ready(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Keyboard shortcuts' })).toBeVisible();
}

for (const { base, button, keys } of [
  {
    base: '',
    button: 'Keyboard shortcuts',
    keys: ['Search', 'Next lesson', 'Leave the editor', 'The keys of the trace'],
  },
  { base: '/zh-cn', button: '键盘快捷键', keys: ['搜索', '下一课', '离开编辑器', '追踪图自己的按键'] },
]) {
  test(`the sheet of keys opens by ? and by its button, and gives the focus back (${base || 'English'})`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(`${base}/path/`);
    const opener = page.getByRole('button', { name: button });
    await expect(opener).toBeVisible();
    const week = page.locator('summary').first();
    await week.focus();
    await page.keyboard.press('?');
    await expect(sheet(page)).toBeVisible();
    for (const key of keys) await expect(sheet(page)).toContainText(key);
    expect(await sheet(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
    // Tab goes round in the dialog and the browser's own controls, never to the page behind.
    for (let press = 0; press < 4; press++) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).not.toBe('MAIN');
    }
    const { violations } = await new AxeBuilder({ page }).include('.tp-keys').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet(page)).toHaveCount(0);
    await expect(week).toBeFocused();

    await opener.click();
    await expect(sheet(page)).toBeVisible();
    await sheet(page).getByRole('button').click();
    await expect(sheet(page)).toHaveCount(0);
    await expect(opener).toBeFocused();
  });
}

test('/ searches, n and p turn the pages as the links at the end do', async ({ page }) => {
  await page.goto(LESSON);
  await ready(page);
  const search = page.getByRole('dialog', { name: 'Search' });
  await page.keyboard.press('/');
  await expect(search).toBeVisible();
  await expect(search.getByRole('textbox')).toHaveValue('');
  // Here keys are text.
  await search.getByRole('textbox').fill('');
  await page.keyboard.type('np?r');
  await expect(search.getByRole('textbox')).toHaveValue('np?r');
  await expect(sheet(page)).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await page.keyboard.press('n');
  await expect(page).toHaveURL(/\/select-multiplexer\/$/);
  await ready(page);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/\/traced-channel\/$/);
});

test('r runs and e edits the example in view, and in the editor both are letters', async ({ page }) => {
  await page.goto(LESSON);
  const card = new ExampleCard(page, EXAMPLE);
  await expect(card.button('run')).toBeEnabled();
  await card.root.evaluate((root) => root.scrollIntoView({ block: 'start', behavior: 'instant' }));
  await page.keyboard.press('r');
  await expect(card.status).toHaveText(/ spans, 0 errors, /);
  await expect(card.button('run')).toBeFocused();
  await page.keyboard.press('e');
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('// rne?/p');
  await expect(card.root.locator('.tp-ex-editor')).toContainText('rne?/p');
  await expect(sheet(page)).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
  await page.keyboard.press('Escape');
  await expect(card.button('edit')).toBeFocused();
});

test('in a trace ? opens the sheet of the trace, and only that', async ({ page }) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await card.rows.first().focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys', exact: true })).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card.rows.first()).toBeFocused();
  // A letter is the beginning of a span's name, not a key of the site.
  await page.keyboard.press('s');
  await expect(card.rows.last()).toBeFocused();
  await page.keyboard.press('e');
  await expect(card.editor).toHaveCount(0);
});

test('with Ctrl, Alt or Meta, and once they are turned off, single keys do nothing', async ({ page }) => {
  await page.goto(LESSON);
  const opener = page.getByRole('button', { name: 'Keyboard shortcuts' });
  await ready(page);
  for (const key of ['Control+Shift+?', 'Alt+Shift+?', 'Meta+Shift+?', 'Alt+n', 'Meta+e'])
    await page.keyboard.press(key);
  await expect(sheet(page)).toHaveCount(0);
  await opener.click();
  await sheet(page).getByRole('checkbox', { name: 'Keys without Ctrl work' }).uncheck();
  await page.keyboard.press('Escape');
  const still = async (): Promise<void> => {
    for (const key of ['?', '/', 'n', 'p', 'r', 'e']) await page.keyboard.press(key);
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toHaveCount(1);
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
    await page.keyboard.press('ControlOrMeta+k');
  };
  await still();
  await page.reload();
  await ready(page);
  await still();
  await opener.click();
  await sheet(page).getByRole('checkbox').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(sheet(page)).toBeVisible();
});
