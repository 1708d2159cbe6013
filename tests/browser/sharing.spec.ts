import type { Browser, Page } from '@playwright/test';
import { ExampleCard, openCode, openPlayground, shareAddress } from './support/card.ts';
import { expect, test } from './support/test.ts';

/** Presses Share and gives what is on the clipboard. */
async function shared(card: ExampleCard): Promise<string> {
  await card.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await card.button('share').click();
  await expect(card.status).toHaveText(/^The link is on the clipboard\./);
  return card.page.evaluate(() => navigator.clipboard.readText());
}

/** Opens an address as somebody else, in a browser that knows nothing of this reader. */
async function elsewhere(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

test('a shared program is shown to somebody else, and runs when they press Run', async ({ page, browser, baseURL }) => {
  const mine = await openPlayground(page);
  await mine.write(`import { tracerFor } from 'telemetry';
tracerFor('shared').startSpan('travelled').end();
`);
  const link = await shared(mine);
  expect(link.startsWith(`${baseURL ?? ''}/playground/#code=1.`)).toBe(true);
  const theirs = new ExampleCard(await elsewhere(browser, link), 'Your program');
  await expect(theirs.status).toHaveText('This code came with the link. Read it; it runs when you press Run.');
  await expect(theirs.code()).toContainText(`startSpan('travelled')`);
  await expect(theirs.trace).toHaveCount(0);
  await theirs.run(/^1 span, 0 errors, /);
  await expect(theirs.rows).toHaveAccessibleName(/^travelled, /);
  await theirs.page.context().close();
});

test('code from a link never runs by itself', async ({ page }) => {
  const card = await openCode(page, `console.log('ran');`);
  await card.root.hover();
  await card.code().focus();
  await page.waitForLoadState('networkidle');
  await expect(card.button('stop')).toHaveCount(0);
  await expect(card.status).toHaveText(/^This code came with the link\./);
  await expect(card.console).toHaveCount(0);
  await expect(card.trace).toHaveCount(0);
});

test('the code travels in the fragment, which no server sees', async ({ page, requests }) => {
  await openCode(page, `console.log('secret');`);
  expect(requests.filter((url) => new URL(url).search !== '' && url.includes('code='))).toEqual([]);
});

test('several files are shared with their names and their start', async ({ page, browser }) => {
  await page.goto('/31-concurrency/traced-channel/');
  const mine = new ExampleCard(page, 'Two tasks, one channel, five links');
  const link = await shared(mine);
  const theirs = new ExampleCard(await elsewhere(browser, link), 'Your program');
  await expect(theirs.root.locator('.tp-ex-tabs').getByRole('tab')).toHaveText(['main.ts', 'traced.ts']);
  await theirs.run(/^\d+ spans, 0 errors, /);
  await theirs.page.context().close();
});

test('what is shared of an antipattern is the program that is shown', async ({ page, browser }) => {
  await page.goto('/start/otlp-init/');
  const mine = new ExampleCard(page, 'Three drinks, no spans');
  await mine.root.getByRole('tab', { name: 'DO', exact: true }).click();
  const link = await shared(mine);
  const theirs = new ExampleCard(await elsewhere(browser, link), 'Your program');
  await theirs.run(/^[1-9]\d* spans, 0 errors, /);
  await theirs.page.context().close();
});

test('a link from a Chinese page opens a Chinese page', async ({ page }) => {
  const mine = new ExampleCard(page, '你的程序', 'zh-CN');
  await page.goto('/zh-cn/playground/');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await mine.button('share').click();
  await expect(mine.status).toHaveText(/^链接已复制/);
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).pathname).toBe('/zh-cn/playground/');
});

test('where copying is denied the link stands in a field, until the code is another', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('no')) });
  });
  const card = await openPlayground(page);
  await card.button('share').click();
  const field = card.root.getByRole('textbox', { name: /Here is the link/ });
  await expect(field).toHaveValue(/\/playground\/#code=1\./);
  await card.write(`console.log('another');\n`);
  await expect(field).toHaveCount(0);
});

test('a link that is opened over another shows the other code', async ({ page }) => {
  const card = await openCode(page, `console.log('first');`);
  await card.run(/^0 spans, /);
  const second = await shareAddress(`console.log('second');`);
  await page.goto(second);
  await expect(card.code()).toHaveText(`console.log('second');`);
  await card.run(/^0 spans, /);
  await expect(card.console).toContainText('second');
});

test('edits of a link never meet the edits of the playground', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`console.log('my own');\n`);
  await card.run(/^0 spans, /);
  await page.goto('/');
  await openCode(page, `console.log('theirs');\n`);
  await expect(card.root).not.toContainText('has changed since you edited');
  await expect(card.code()).toHaveText(`console.log('theirs');\n`);
  await page.goto('/');
  await page.goto('/playground/');
  await expect(card.code()).toHaveText(`console.log('my own');\n`);
});
