/** What the viewer offers beside its rows, on the sample of five services and in a lesson. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { changeCode, openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';

const WORDS = {
  en: { path: '/traces/?sample', keys: 'Keys', find: 'Find spans', whole: 'Whole trace' },
  'zh-CN': { path: '/zh-cn/traces/?sample', keys: '快捷键', find: '查找 span', whole: '整条追踪' },
} as const;

/** The tree of the sample, with the instruments above it. */
async function openSample(page: Page, language: 'en' | 'zh-CN' = 'en'): Promise<Locator> {
  await page.goto(WORDS[language].path);
  const tree = page.getByRole('treegrid');
  await expect(tree.getByRole('row').first()).toBeVisible();
  await expect(page.getByRole('searchbox', { name: WORDS[language].find })).toBeVisible();
  await expect(page.locator('.tv-mini-track')).toBeVisible();
  return tree;
}

async function countOf(tree: Locator): Promise<number> {
  return Number(await tree.getAttribute('aria-rowcount'));
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`the sheet of keys opens by ? and gives the focus back (${language})`, async ({ page }) => {
    const tree = await openSample(page, language);
    const row = tree.getByRole('row').first();
    await row.focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: WORDS[language].keys });
    await expect(sheet).toBeVisible();
    await expect(sheet.locator('kbd').filter({ hasText: '?' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(sheet).toHaveCount(0);
    await expect(row).toBeFocused();
  });

  test(`zooms by key and by wheel, and back to the whole trace (${language})`, async ({ page }) => {
    const tree = await openSample(page, language);
    const [start, end] = [page.getByRole('slider').first(), page.getByRole('slider').nth(1)];
    const whole = page.getByRole('button', { name: WORDS[language].whole });
    await expect(end).toHaveAttribute('aria-valuenow', '100');
    await expect(whole).toHaveCount(0);
    await tree.getByRole('row').first().focus();
    await page.keyboard.press('+');
    await expect(end).not.toHaveAttribute('aria-valuenow', '100');
    await expect(start).not.toHaveAttribute('aria-valuenow', '0');
    await page.keyboard.press('0');
    await expect(whole).toHaveCount(0);
    await tree.getByRole('row').nth(2).hover();
    await page.keyboard.down('Control');
    await page.mouse.wheel(0, -200);
    await page.keyboard.up('Control');
    await expect(whole).toBeVisible();
    await whole.click();
    await expect(end).toHaveAttribute('aria-valuenow', '100');
  });
}

test('a search is a lens: it marks, counts and leads, and neither hides nor opens a row', async ({ page }) => {
  const tree = await openSample(page);
  await page.getByRole('button', { name: 'Collapse all' }).click();
  const count = await countOf(tree);
  const field = page.getByRole('searchbox', { name: 'Find spans' });
  await field.fill('status:error');
  await expect(page.locator('.tv-found')).toHaveText(/^\d+ spans?$/);
  await expect(tree.locator('.tv-match, .tv-inside')).not.toHaveCount(0);
  expect(await countOf(tree)).toBe(count);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await field.press('Enter');
  await expect(page.locator('.tv-found')).toHaveText(/^1 of \d+$/);
  await expect(tree.locator('[tabindex="0"]')).toHaveClass(/tv-match/);
  await page.getByRole('button', { name: 'Next match' }).click();
  await expect(page.locator('.tv-found')).toHaveText(/^2 of \d+$/);
  await field.fill('duration>abc');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('.tv-found')).toContainText('“abc”');
});

test('all rows are collapsed and expanded at once, and alike ones stand as one line', async ({ page }) => {
  const tree = await openSample(page);
  const all = await countOf(tree);
  await page.getByRole('button', { name: 'Collapse all' }).click();
  await expect.poll(() => countOf(tree)).toBeLessThan(all);
  await page.getByRole('button', { name: 'Expand all' }).click();
  await expect.poll(() => countOf(tree)).toBe(all);
  const group = page.getByRole('button', { name: 'Group alike' });
  await group.click();
  await expect(group).toHaveAttribute('aria-pressed', 'true');
  const line = tree.getByRole('row', { name: /×\d+, total / }).first();
  await expect(line).toHaveAttribute('aria-expanded', 'false');
  const grouped = await countOf(tree);
  expect(grouped).toBeLessThan(all);
  await line.press('ArrowRight');
  await expect.poll(() => countOf(tree)).toBeGreaterThan(grouped);
});

test('the rows are saved as a picture', async ({ page }) => {
  const tree = await openSample(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as SVG' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^trace-[\da-f]{8}\.svg$/);
  const picture = await readFile(await download.path(), 'utf8');
  const name = await tree.locator('.tv-text').first().textContent();
  expect(picture).toMatch(/^<svg /);
  expect(picture).toContain(name ?? 'a span');
});

test('the line that started a span is lit with it, and the spans of a line with the line', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = page.locator('[data-id="start/otlp-init/first-span"]');
  await card.getByRole('button', { name: 'Run', exact: true }).click();
  await card.getByRole('treegrid').getByRole('row').first().hover();
  const line = card.locator('.l.tp-lit');
  await expect(line).toHaveCount(1);
  const text = await line.textContent();
  await page.mouse.move(0, 0);
  await expect(line).toHaveCount(0);
  await card
    .locator('pre .l')
    .filter({ hasText: text ?? '' })
    .first()
    .hover();
  await expect(card.locator('.tv-lit')).not.toHaveCount(0);
});

test('several viewers on one page share nothing', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const one = page.locator('[data-id="start/otlp-init/first-span"]');
  const two = page.locator('[data-id="start/otlp-init/receiver-says-429"]');
  for (const card of [one, two]) {
    await card.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(card.getByRole('treegrid').getByRole('row').first()).toBeVisible();
    await expect(card.getByRole('button', { name: 'Run', exact: true })).toBeVisible();
  }
  await one.getByRole('treegrid').getByRole('row').first().click();
  await expect(one.locator('.tv-detail')).toBeVisible();
  await expect(two.locator('.tv-detail')).toHaveCount(0);
  await expect(two.locator('[aria-selected=true][role=row]')).toHaveCount(0);
  await one.getByRole('tab', { name: 'Requests' }).click();
  await expect(two.getByRole('tab', { name: 'Trace' })).toHaveAttribute('aria-selected', 'true');
  const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('a span whose parent has not come is drawn as pending, and says so', async ({ page }) => {
  const card = await openCode(
    page,
    [
      `import { trace, context } from '@opentelemetry/api';`,
      `import { tracerFor } from 'telemetry';`,
      `const tracer = tracerFor('late');`,
      `const parent = tracer.startSpan('never ended');`,
      `tracer.startSpan('child', {}, trace.setSpan(context.active(), parent)).end();`,
      ``,
    ].join('\n'),
  );
  await card.button('run').click();
  await expect(card.trace.getByRole('row', { name: /^child, .*parent not here/ })).toBeVisible();
  await expect(card.trace.locator('.tv-mark')).toContainText('parent not here');
});

test('spans that arrive while a reader looks leave selection, fold and place alone', async ({ page }) => {
  const card = await openCode(page, `import { tracerFor } from 'telemetry';\ntracerFor('x').startSpan('one').end();\n`);
  await card.run(/^1 span, 0 errors, /);
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('Clock').selectOption('real');
  // Each span is sent when it ends, so parents come after their children, and the root last of all.
  await changeCode(
    card,
    `import { context, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
const exporter = new OTLPTraceExporter({ url: 'http://localhost:4318/v1/traces' });
const provider = new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer('live');
const root = tracer.startSpan('root');
const inRoot = trace.setSpan(context.active(), root);
for (let n = 0; n < 80; n++) {
  const batch = tracer.startSpan('batch ' + n, {}, inRoot);
  tracer.startSpan('part of ' + n, {}, trace.setSpan(inRoot, batch)).end();
  batch.end();
  await new Promise((resolve) => setTimeout(resolve, 60));
}
root.end();
await provider.forceFlush();
`,
  );
  await card.button('run').click();
  const row = card.trace.getByRole('row', { name: /^batch 9, / });
  await expect.poll(async () => Number(await card.trace.getAttribute('aria-rowcount'))).toBeGreaterThan(40);
  await card.root.locator('.tv-box').evaluate((box) => {
    box.scrollTop = 130;
  });
  await expect(row).toHaveAccessibleName(/parent not here/);
  await row.click();
  await page.keyboard.press('ArrowLeft');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  const place = async (): Promise<number> => Math.round((await row.boundingBox())?.y ?? 0);
  const before = await place();
  await expect(card.status).toHaveText(/^161 spans, 0 errors, /);
  await expect(row).not.toHaveAccessibleName(/parent not here/);
  await expect(row).toHaveAttribute('aria-selected', 'true');
  await expect(row).toHaveAttribute('aria-expanded', 'false');
  await expect(row).toBeFocused();
  expect(Math.abs((await place()) - before)).toBeLessThanOrEqual(1);
});
