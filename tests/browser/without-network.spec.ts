import type { Page } from '@playwright/test';
import { ExampleCard } from './support/card.ts';
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

/** Titles of two programs: the playground's, and one of the lesson on pipelines. */
const PLAYGROUND = 'Your program';
const PIPELINE = 'The tank is empty';

test.use({ serviceWorkers: 'allow' });

/** Opens a page and waits until it is kept, as somebody does who reads a minute. */
async function visit(page: Page, site: Site, path: string): Promise<void> {
  await page.goto(`${site.origin}${path}`);
  await expect.poll(() => isKept(page, path), { timeout: 30_000 }).toBe(true);
}

function isKept(page: Page, path: string): Promise<boolean> {
  return page.evaluate(async (address) => {
    const { active } = (await navigator.serviceWorker.getRegistration()) ?? {};
    const data = [...document.querySelectorAll<HTMLElement>('[data-src], [data-compare]')].map(
      ({ dataset }) => dataset['src'] ?? dataset['compare'] ?? '',
    );
    for (const file of [address, ...data]) if (!(await caches.match(file))) return false;
    return active?.state === 'activated';
  }, path);
}

test('a visited page can be read and run after the server has gone, also in a new tab', async ({
  page,
  context,
  site,
}) => {
  await visit(page, site, '/31-concurrency/pipeline/');
  site.goAway();
  await page.close();
  const later = await context.newPage();
  await later.goto(`${site.origin}/31-concurrency/pipeline/`);
  await expect(later.getByRole('heading', { level: 1 })).toHaveText('Pipeline');
  const card = new ExampleCard(later, PIPELINE);
  await card.button('run').click();
  await expect(card.status).toHaveText(/^\d+ spans, \d+ errors?/);
  await expect(card.rows.first()).toBeVisible();
});

test('without the network an exercise is graded, its solution shown, and Go compared', async ({ page, site }) => {
  await visit(page, site, '/31-concurrency/pipeline/');
  site.goAway();
  await page.reload();
  const exercise = new ExampleCard(page, /widen the bottleneck/);
  await exercise.run(/\d of \d checks passed/);
  await exercise.root.getByRole('button', { name: 'Show solution' }).click();
  await expect(exercise.root.getByRole('region', { name: 'Solution' })).toBeVisible();
  const example = new ExampleCard(page, PIPELINE);
  await example.root.getByRole('button', { name: 'Go', exact: true }).click();
  await example.root.getByRole('button', { name: 'Compare traces' }).click();
  await expect(example.status).toHaveText(/the recorded run of Go: /);
});

test('a page that was left before its scripts had run is kept with the next one', async ({ page, site }) => {
  const scripts = '**/_astro/*.js';
  await page.route(scripts, (route) => route.abort());
  await page.goto(`${site.origin}/path/`);
  await page.unroute(scripts);
  await page.getByRole('main').getByRole('link', { name: 'Rate limiter' }).first().click();
  await expect(page).toHaveURL(/rate-limiter/);
  await expect.poll(() => isKept(page, '/path/'), { timeout: 30_000 }).toBe(true);
});

test('edits without the network are made, run and kept', async ({ page, context, site }) => {
  await visit(page, site, '/playground/');
  site.goAway();
  await page.close();
  const later = await context.newPage();
  await later.goto(`${site.origin}/playground/`);
  const card = new ExampleCard(later, PLAYGROUND);
  await card.button('edit').click();
  await card.root.getByRole('textbox').first().fill(`console.log('written without the network');\n`);
  await card.button('run').click();
  await expect(card.console).toContainText('written without the network');
  await later.reload();
  await expect(later.locator('pre.tp-code').first()).toContainText('written without the network');
});

for (const { path, says, lists, language } of [
  {
    path: '/31-concurrency/pipeline/',
    says: /was not kept: \/31-concurrency\/pipeline\//,
    lists: 'OTLP',
    language: 'en',
  },
  { path: '/zh-cn/31-concurrency/pipeline/', says: /没有存过/, lists: 'OTLP', language: 'zh-CN' },
]) {
  test(`a page that was never visited says so, and lists those that were (${language})`, async ({ page, site }) => {
    const known = language === 'en' ? '/start/otlp-init/' : '/zh-cn/start/otlp-init/';
    await visit(page, site, known);
    site.goAway();
    await page.goto(`${site.origin}${path}`);
    await expect(page.getByText(says)).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: lists }).click();
    await expect(page).toHaveURL(`${site.origin}${known}`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('OTLP');
  });
}

test('the whole guide is kept on request: read, run, edited and searched without the network', async ({
  page,
  site,
}) => {
  test.slow();
  await visit(page, site, '/offline/');
  await expect(page.getByText(/ \d+(\.\d)? MB$/)).toBeVisible();
  await page.getByRole('button', { name: 'Keep the whole guide' }).click();
  await expect(page.getByText('The whole guide is on this computer.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main').getByRole('link', { name: 'Rate limiter' })).toBeVisible();
  site.goAway();
  await page.goto(`${site.origin}/zh-cn/31-concurrency/rate-limiter/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto(`${site.origin}/playground/`);
  const card = new ExampleCard(page, PLAYGROUND);
  // Monaco marks the error, with the types of the packages.
  await card.write(`import { trace } from '@opentelemetry/api';\nconst n: number = trace;\n`);
  await expect(card.root.locator('.squiggly-error')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('rate limiter');
  await expect(page.getByRole('dialog').getByRole('link', { name: 'Rate limiter' }).first()).toBeVisible();
});

test('files that cannot be fetched are counted, and what was kept stays', async ({ page, site }) => {
  await visit(page, site, '/offline/');
  site.refuse(/^\/pagefind\//);
  await page.getByRole('button', { name: 'Keep the whole guide' }).click();
  await expect(page.getByText(/^\d+ files could not be fetched\./)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main').getByRole('link', { name: 'Pipeline' })).toBeVisible();
});

test('a new version is offered, keeps edits, and leaves a tab of the old version able to run', async ({
  page,
  context,
  site,
}) => {
  await visit(page, site, '/31-concurrency/pipeline/');
  const old = await context.newPage();
  await visit(old, site, '/start/otlp-init/');
  const edited = new ExampleCard(page, PIPELINE);
  await edited.write(`console.log('mine');\n`);
  await edited.run(/^0 spans, 0 errors/);
  site.publish('/31-concurrency/pipeline/', (html) => html.replace(/(<h1[^>]*>)[^<]*/, '$1Pipeline, second edition'));
  site.publish('/sw.js', (code) => `${code}\n// another build`);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect(page.getByText('There is a new version of the guide.')).toBeVisible();
  const reloaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Load it now' }).click();
  await reloaded;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pipeline, second edition');
  await expect(edited.code()).toContainText(`console.log('mine');`);
  const card = new ExampleCard(old, 'The first span');
  await card.button('run').click();
  await expect(card.status).toHaveText(/^1 span, 0 errors/);
});
