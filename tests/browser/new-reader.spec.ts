/**
 * Three readers who have never seen the viewer open the sample of five services and ask: what took longest, where did it
 * fail, and why? One has a mouse, one a keyboard, one a telephone. None types a query or knows a key that is not written
 * on the screen.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { traceText } from '../harness/viewer/shapes.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

class Viewer {
  readonly page: Page;
  readonly tree: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tree = page.getByRole('treegrid', { name: 'Trace' });
    this.panel = page.locator('tp-traces').getByRole('tabpanel');
  }

  async goto(): Promise<void> {
    await this.page.goto('/traces/');
    await expect(this.page.getByLabel('Open file')).toBeEnabled();
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }

  /** The largest figure of the first operation, which is the one with the most time of its own. */
  get slowest(): Locator {
    return this.panel
      .getByRole('table', { name: 'Operations' })
      .getByRole('button', { name: /Go to the slowest/ })
      .first();
  }

  detail(name: string): Locator {
    return this.page.getByRole('region', { name: `Span ${name}` });
  }
}

/** What the first row's detail, the logs and the metrics say, however the reader got there. */
async function expectCause(viewer: Viewer): Promise<void> {
  const detail = viewer.detail('acquire connection');
  await expect(detail).toContainText('timeout: all 5 connections are in use');
  await expect(detail).toContainText('payment');
}

for (const [device, viewport] of [
  ['a mouse', { width: 1280, height: 900 }],
  ['a telephone', { width: 390, height: 844 }],
] as const) {
  test(`with ${device}: the slowest operation, the error and its cause`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const viewer = new Viewer(page);
    await viewer.goto();
    await page.getByRole('button', { name: 'Open a sample' }).click();

    // What took longest: the operation with the most time of its own stands first, its figure leads to the span.
    await viewer.tab('Statistics').click();
    await expect(viewer.slowest).toHaveAccessibleName(/Go to the slowest SELECT payments/);
    await viewer.slowest.click();
    await expect(viewer.tree.getByRole('row', { selected: true })).toHaveAccessibleName(/^SELECT payments, /);
    await expect(viewer.tree.getByRole('row', { selected: true })).toBeInViewport();

    // Where it failed: the deepest of the rows that are marked, which are in sight without a search.
    const failed = viewer.tree.getByRole('row', { name: /^acquire connection, .*error/ });
    await failed.first().scrollIntoViewIfNeeded();
    await failed.first().click();
    await expectCause(viewer);

    // Why: what was logged and measured says who held the connections.
    await viewer.tab('Logs').click();
    await expect(viewer.panel.getByRole('row', { name: /waiting for a connection/ }).first()).toBeVisible();
    await viewer.panel
      .getByRole('button', { name: /acquire connection/ })
      .first()
      .click();
    await expect(viewer.tree.getByRole('row', { selected: true })).toHaveAccessibleName(/^acquire connection, /);
    await viewer.tab('Metrics').click();
    await expect(viewer.panel.getByRole('img', { name: /db\.client\.connection\.count/ })).toBeVisible();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
}

test('with a keyboard alone: the slowest operation, the error and its cause', async ({ page }) => {
  const viewer = new Viewer(page);
  const { keyboard } = page;
  await viewer.goto();
  await tabTo(page, page.getByRole('button', { name: 'Open a sample' }), 60);
  await keyboard.press('Enter');
  await expect(viewer.tree).toBeVisible();

  await tabTo(page, viewer.tab('Trace'));
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await expect(viewer.tab('Statistics')).toBeFocused();
  await tabTo(page, viewer.slowest);
  await keyboard.press('Enter');
  const selected = viewer.tree.getByRole('row', { selected: true });
  await expect(selected).toHaveAccessibleName(/^SELECT payments, /);
  await expect(selected).toBeFocused();

  // By the first letters of a name that was read out among the errors.
  await keyboard.press('Home');
  await keyboard.type('acq');
  await expect(viewer.tree.getByRole('row', { name: /^acquire connection, / }).first()).toBeFocused();
  await keyboard.press('Enter');
  await expect(viewer.detail('acquire connection')).toBeFocused();
  await expectCause(viewer);
  await keyboard.press('Escape');
  await expect(viewer.tree.getByRole('row', { name: /^acquire connection, / }).first()).toBeFocused();

  await keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the logs are told in order of time, with the service, and mark those of the selected span', async ({ page }) => {
  const viewer = new Viewer(page);
  await page.goto('/traces/?sample');
  await viewer.tab('Logs').click();
  const rows = viewer.panel.getByRole('table', { name: 'Logs' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('order received');
  await expect(rows.nth(1)).toContainText('checkout');
  const times = await rows.locator('td:first-child').allTextContents();
  expect(times.map(Number.parseFloat)).toHaveLength(6);
  await rows.nth(2).getByRole('button').click();
  await viewer.tab('Logs').click();
  await expect(rows.nth(2).getByRole('button')).toHaveAttribute('aria-current', 'true');
});

test('the table turns its pages, shows all on one when asked, and prints all', async ({ page }) => {
  // 2,000 rows are laid out three times.
  test.slow();
  await page.goto('/traces/');
  const viewer = new Viewer(page);
  await expect(page.getByLabel('Open file')).toBeEnabled();
  await page.getByLabel('Open file').setInputFiles({
    name: 'many.json',
    mimeType: 'application/json',
    buffer: Buffer.from(traceText('mixed', 2100)),
  });
  await viewer.tab('Table').click();
  const table = viewer.panel.getByRole('table', { name: 'Spans as a table' });
  await expect(table.locator('tbody tr')).toHaveCount(100);
  await page.getByRole('button', { name: 'Next page' }).click();
  await expect(viewer.panel.getByText('101 to 200 of 2100')).toBeVisible();

  // Chromium says before it prints that it will, and afterwards that it has.
  const printed = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('beforeprint', () => {
          setTimeout(() => resolve(document.querySelectorAll('tp-traces tbody tr').length));
        });
      }),
  );
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  expect(await printed).toBe(2000);
  await expect(viewer.panel.getByText('The first 2000 of 2100 spans are printed.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Next page' })).toHaveCount(0);
  // The box does not cut what is to be printed.
  const box = await viewer.panel.locator('.tv-scroll').evaluate((scroll) => scroll.scrollHeight - scroll.clientHeight);
  expect(box).toBeLessThanOrEqual(1);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: null });
  await expect(viewer.panel.getByText('101 to 200 of 2100')).toBeVisible();

  await viewer.panel.getByLabel('2000 on a page').check();
  await expect(table.locator('tbody tr')).toHaveCount(2000);
});

for (const language of ['en', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no pane has a finding of axe (${language}, ${colorScheme})`, async ({ page }) => {
      // Axe looks at five panes.
      test.slow();
      await page.emulateMedia({ colorScheme });
      await page.goto(language === 'en' ? '/traces/?sample' : '/zh-cn/traces/?sample');
      const view = page.locator('tp-traces');
      await view.getByRole('treegrid').getByRole('row').nth(2).click();
      const tabs = view.getByRole('tab');
      await expect(tabs).toHaveCount(5);
      for (let at = 0; at < 5; at++) {
        await tabs.nth(at).click();
        await expect(view.getByRole('tabpanel').getByText(/Loading|加载/)).toHaveCount(0);
        const { violations } = await new AxeBuilder({ page }).include('tp-traces').analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`),
          String(await tabs.nth(at).textContent()),
        ).toEqual([]);
      }
    });
  }
}
