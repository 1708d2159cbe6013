import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { storedIn } from './support/reader.ts';
import { expect, test } from './support/test.ts';

/** The line of a lesson on the path. */
function line(page: Page, lesson: string) {
  return page.locator(`[data-lesson="${lesson}"]`);
}

/** Reads a lesson by its own button. */
async function read(page: Page, lesson: string): Promise<void> {
  await page.goto(`/${lesson}/`);
  await page.locator('tp-lesson button:enabled').click();
  await expect(page.locator('tp-lesson [data-state="read"]')).toBeVisible();
}

/** A file as this guide writes them. */
function file(more: object) {
  const text = JSON.stringify({ format: 'traced-patterns', version: 1, ...more });
  return { name: 'progress.json', mimeType: 'application/json', buffer: Buffer.from(text) };
}

for (const { base, words } of [
  {
    base: '',
    words: {
      unread: '○ unread',
      read: '◐ read',
      on: /^Continue where you were: Pipeline$/,
      left: /^\d+ lessons left, about [\d.]+ h\.$/,
    },
  },
  {
    base: '/zh-cn',
    words: {
      unread: '○ 未读',
      read: '◐ 已读',
      on: /^上次读到： ?数据流水线$/,
      left: /^还剩 \d+ 课，大约 [\d.]+ 小时。$/,
    },
  },
]) {
  test(`the path says what was read, where the reader was and what is left (${base || 'English'})`, async ({
    page,
  }) => {
    await read(page, '31-concurrency/pipeline');
    await page.goto(`${base}/path/`);
    await expect(line(page, '31-concurrency/pipeline').locator('.state')).toHaveText(words.read, {
      useInnerText: true,
    });
    await expect(line(page, '31-concurrency/worker-pool').locator('.state')).toHaveText(words.unread, {
      useInnerText: true,
    });
    await expect(page.locator('tp-path .on')).toHaveText(words.on);
    await expect(page.locator('tp-path .left')).toHaveText(words.left);
    await page.locator('tp-path .on').click();
    await expect(page).toHaveURL(new RegExp(`${base}/31-concurrency/pipeline/`));
  });
}

test('a capstone counts as a lesson does: it can be read, passed and continued', async ({ page }) => {
  await page.goto('/path/');
  const capstone = line(page, 'start/capstone');
  await expect(capstone.getByRole('link')).toHaveText('Capstone: a traced service');
  await expect(capstone.locator('.state')).toHaveText('○ unread', { useInnerText: true });
  const before = await page.locator('tp-path .left').textContent();
  await read(page, 'start/capstone');
  await page.goto('/zh-cn/path/');
  await expect(capstone.getByRole('link')).toHaveText('结业项目：一个可追踪的服务');
  await expect(capstone.locator('.state')).toHaveText('◐ 已读', { useInnerText: true });
  await page.goto('/start/capstone/');
  await expect(page.locator('tp-lesson button:enabled')).toBeVisible();
  // What the card says when the exercise was passed.
  await page.evaluate(() => {
    const detail = { id: 'start/capstone/service', telemetry: { spans: [], metrics: [], logs: [] } };
    document
      .querySelector('tp-example')
      ?.dispatchEvent(new CustomEvent('tp-exercise-passed', { bubbles: true, detail }));
  });
  await expect(page.locator('tp-lesson [data-state="passed"]')).toBeVisible();
  await page.goto('/path/');
  await expect(capstone.locator('.state')).toHaveText('● exercises passed', { useInnerText: true });
  await expect(page.locator('tp-path .left')).not.toHaveText(before ?? '');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the path can be read, and what is to come is no link', async ({ page }) => {
    await page.goto('/path/');
    await expect(page.getByRole('heading', { name: /^Week \d/ })).toHaveCount(9);
    await expect(page.getByRole('link', { name: 'Worker pool' }).first()).toBeVisible();
    await expect(page.locator('[data-state]:visible')).toHaveCount(0);
    const toCome = page.locator('.lessons > li:not(.written)');
    expect(await toCome.count()).toBeGreaterThan(0);
    await expect(toCome.locator('> a')).toHaveCount(0);
    await expect(toCome.first().locator('.state')).toHaveText('– to come');
    await expect(page.locator('.tp-backup')).toBeHidden();
  });
});

test('every lesson that is read makes what is left shorter', async ({ page }) => {
  const left = async (): Promise<number> => {
    await page.goto('/path/');
    const said = page.locator('tp-path .left');
    await expect(said).toHaveText(/^\d+ lessons left, about /);
    return Number.parseInt((await said.textContent()) ?? '', 10);
  };
  const before = await left();
  await read(page, '31-concurrency/pipeline');
  expect(await left()).toBe(before - 1);
});

test('every link of the path leads to a page or to a line of it', async ({ page }) => {
  await page.goto('/path/');
  const links = await page
    .locator('tp-path a[href]')
    .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  for (const address of new Set(links)) {
    const { hash, pathname } = new URL(address);
    if (pathname === '/path/') await expect(page.locator(`[id="${hash.slice(1)}"]`)).toHaveCount(1);
    else expect((await page.request.get(address)).status(), address).toBe(200);
  }
});

test('the home page and the header lead back to where the reader was, at the heading', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('link', { name: 'Start with week 1' })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Continue/ })).toHaveCount(0);
  await page.goto('/31-concurrency/worker-pool/');
  await page.locator('#read-the-trace').scrollIntoViewIfNeeded();
  await page.evaluate(() => {
    document.querySelector('#read-the-trace')?.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await page.goto('/zh-cn/');
  await expect(page.getByRole('link', { name: '从第 1 周开始' })).toBeHidden();
  await expect(page.getByRole('navigation').getByRole('link', { name: '继续' })).toBeVisible();
  await page.getByRole('link', { name: '从上次的地方继续' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/31-concurrency\/worker-pool\/#read-the-trace$/);
});

test('previous and next follow the path for who came from it, and the chapter for who chose the sidebar', async ({
  page,
}) => {
  const next = page.getByRole('link', { name: /^Next/ });
  await page.goto('/31-concurrency/traced-channel/');
  await expect(page.getByRole('link', { name: /Previous\s*Concurrency at a glance$/ })).toBeVisible();
  await page.goto('/path/');
  await line(page, '31-concurrency/traced-channel').locator('> a').click();
  await expect(next).toHaveText(/Next on the path →\s*Select multiplexer/);
  await expect(page.getByRole('link', { name: /Previous on the path/ })).not.toHaveText(/Concurrency at a glance/);
  await next.click();
  await expect(next).toHaveText(/Next on the path →\s*Worker pool/);
  await page.locator('.sidebar-content').getByRole('link', { name: 'Traced channel' }).click();
  await expect(next).toHaveText(/Next →\s*Select multiplexer/);
});

test('progress goes out as a file and into another browser, edits by choice', async ({ page, browser }) => {
  await read(page, '31-concurrency/pipeline');
  await page.goto('/path/');
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save a file' }).click();
  const saved = await readFile(await (await saving).path(), 'utf8');
  const other = await (await browser.newContext()).newPage();
  await read(other, '31-concurrency/worker-pool');
  await other.goto('/path/');
  await other.getByLabel('Import a file').setInputFiles({
    name: 'progress.json',
    mimeType: 'application/json',
    buffer: Buffer.from(saved),
  });
  await expect(other.getByText('The file holds 1 lesson read, 0 exercises passed and 0 edited files.')).toBeVisible();
  await other.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(other.getByText('Imported.')).toBeVisible();
  for (const lesson of ['31-concurrency/pipeline', '31-concurrency/worker-pool']) {
    await expect(line(other, lesson).locator('.state')).toHaveText('◐ read', { useInnerText: true });
  }

  const edit = { example: 'e/e/e', file: 'main.ts', originalHash: 'h', originalText: 'o' };
  const choose = async (name: string | undefined, text: string, updatedAt: number): Promise<void> => {
    await other.getByLabel('Import a file').setInputFiles(file({ edits: [{ ...edit, text, updatedAt }] }));
    if (name !== undefined) await other.getByRole('radio', { name }).check();
    await other.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(other.getByText('Imported.')).toBeVisible();
  };
  await choose(undefined, 'first', 10);
  await choose('The newest of each', 'older', 9);
  expect(await storedIn(other, 'edits')).toMatchObject([{ text: 'first' }]);
  await choose('Mine', 'newer', 11);
  expect(await storedIn(other, 'edits')).toMatchObject([{ text: 'first' }]);
  await choose('Those in the file', 'older', 9);
  expect(await storedIn(other, 'edits')).toMatchObject([{ text: 'older' }]);
  await other.context().close();
});

test('a file that cannot be taken changes nothing and says why, in both languages', async ({ page }) => {
  await read(page, '31-concurrency/pipeline');
  const before = await storedIn(page, 'progress');
  for (const [base, label, newer, alien] of [
    ['', 'Import a file', 'written by a newer version of this guide. Nothing has changed', 'does not hold progress'],
    ['/zh-cn', '导入文件', '由本指南的更新版本写入。没有作任何改动', '不是本指南的进度文件'],
  ] as const) {
    await page.goto(`${base}/path/`);
    const input = page.getByLabel(label);
    await input.setInputFiles(file({ version: 2, progress: [] }));
    await expect(page.getByText(newer)).toBeVisible();
    await input.setInputFiles({
      name: 'a.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"resourceSpans":[]}'),
    });
    await expect(page.getByText(alien)).toBeVisible();
  }
  expect(await storedIn(page, 'progress')).toEqual(before);
});
