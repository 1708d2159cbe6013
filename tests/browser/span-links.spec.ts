import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { ExampleCard, openCode, shareAddress } from './support/card.ts';
import { expect, test } from './support/test.ts';

const LESSON = '/31-concurrency/worker-pool/';
const EXAMPLE = '31-concurrency/worker-pool/basic';

async function titleOf(example: string): Promise<string> {
  const { title } = JSON.parse(await readFile(`content/examples/${example}/example.json`, 'utf8'));
  return String(title.en);
}

/** Selects a row, presses "Copy link" in its detail and gives what is on the clipboard. */
async function copiedLink(page: Page, card: ExampleCard, row: Locator): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row.click();
  await card.root.getByRole('button', { name: 'Copy link' }).click();
  await expect(card.root.getByRole('button', { name: 'Copied' })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

test('a link to a span of a lesson goes to it after a reload, before anything is run', async ({ page }) => {
  await page.goto(LESSON);
  const card = new ExampleCard(page, await titleOf(EXAMPLE));
  await card.run(/spans?, /);
  // The view may be a frame behind the status line; then parents are still on their way.
  await expect(card.trace.getByRole('row', { name: /parent not here/ })).toHaveCount(0);
  const row = card.rows.nth(4);
  const name = (await row.getAttribute('aria-label')) ?? '';
  const link = await copiedLink(page, card, row);
  expect(link).toContain(`${LESSON}#span=${EXAMPLE}:`);
  await page.goto('about:blank');
  await page.goto(link);
  const linked = card.rows.nth(4);
  await expect(linked).toHaveAttribute('aria-selected', 'true');
  await expect(linked).toHaveAccessibleName(name);
  await expect(linked).toBeFocused();
  await expect(linked).toBeInViewport();
  // The detail of the recorded run is here, and nothing was run.
  await expect(card.root.locator('.tv-run:visible')).toHaveText(/recorded/);
  await expect(card.root.getByRole('heading', { level: 3 })).toBeVisible();
  await page.reload();
  await expect(linked).toHaveAttribute('aria-selected', 'true');
});

test('of an antipattern the link shows the program that it was made of', async ({ page }) => {
  const example = '31-concurrency/worker-pool/anti';
  const golden = await readFile(`content/examples/${example}/do.telemetry.json`, 'utf8');
  const [, traceId = ''] = /"traceId": ?"([\da-f]{32})"/.exec(golden) ?? [];
  const [, spanId = ''] = /"spanId": ?"([\da-f]{16})"/.exec(golden) ?? [];
  await page.goto(`${LESSON}#span=${example}/do:${traceId}-${spanId}`);
  const card = new ExampleCard(page, await titleOf(example));
  await expect(card.trace.getByRole('row', { selected: true })).toBeVisible();
  await expect(card.code('do.ts')).toBeVisible();
  await expect(card.code('dont.ts')).toBeHidden();
});

test('a link to a span that is no longer there says so, and other cards stay as they are', async ({ page }) => {
  await page.goto(`${LESSON}#span=${EXAMPLE}:${'a'.repeat(32)}-${'b'.repeat(16)}`);
  const card = new ExampleCard(page, await titleOf(EXAMPLE));
  await expect(card.status).toHaveText(/^The span that the link names is not in this run/);
  await expect(page.getByRole('treegrid')).toHaveCount(1);
});

test('a link followed on the page that it leads to needs no reload', async ({ page }) => {
  await page.goto(LESSON);
  const card = new ExampleCard(page, await titleOf(EXAMPLE));
  await card.run(/spans?, /);
  const link = await copiedLink(page, card, card.rows.nth(3));
  await card.rows.nth(1).click();
  await expect(card.rows.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.evaluate(() => {
    location.hash = '';
  });
  await page.evaluate((hash) => {
    location.hash = hash;
  }, new URL(link).hash);
  await expect(card.rows.nth(3)).toHaveAttribute('aria-selected', 'true');
});

test('a link to a span of a program of your own carries the program, and selects the span once it has run', async ({
  page,
}) => {
  const mine = await openCode(
    page,
    `import { tracerFor } from 'telemetry';
const tracer = tracerFor('mine');
tracer.startSpan('one').end();
tracer.startSpan('two').end();
`,
  );
  await mine.run(/^2 spans/);
  const link = await copiedLink(page, mine, mine.rows.nth(1));
  await page.goto('about:blank');
  await page.goto(link);
  const theirs = new ExampleCard(page, 'Your program');
  await expect(theirs.status).toHaveText(/once you press Run, the span that the link names is selected/);
  await expect(theirs.trace).toHaveCount(0);
  await theirs.run(/^2 spans/);
  await expect(theirs.trace.getByRole('row', { selected: true })).toHaveAccessibleName(/^two, /);
});

test('where the program no longer makes the span, the run says so', async ({ page }) => {
  await page.goto(`${await shareAddress(`console.log('nothing');`)}&span=${'a'.repeat(32)}-${'b'.repeat(16)}`);
  const theirs = new ExampleCard(page, 'Your program');
  await theirs.run(/The span that the link names is not in this run/);
});

test('an edited example is linked with its code', async ({ page }) => {
  await page.goto(LESSON);
  const card = new ExampleCard(page, await titleOf(EXAMPLE));
  await card.write(`import { tracerFor } from 'telemetry';
tracerFor('edited').startSpan('mine').end();
`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(card.status).toHaveText(/^1 span, /);
  const link = await copiedLink(page, card, card.rows.first());
  expect(link).toMatch(/\/playground\/#code=1\.[^&]+&span=[\da-f]{32}-[\da-f]{16}$/);
});

test('on the page for trace files a link holds, and says when its span is not there', async ({ page }) => {
  await page.goto('/traces/?sample');
  const row = page.getByRole('treegrid', { name: 'Trace' }).getByRole('row').nth(3);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await row.click();
  await page.getByRole('button', { name: 'Copy link' }).click();
  await page.reload();
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await page.goto('about:blank');
  await page.goto(`/traces/?sample#span=${'a'.repeat(32)}-${'b'.repeat(16)}`);
  await expect(page.locator('tp-traces').getByRole('status').first()).toContainText(
    'The span that the link names is not in it.',
  );
});
