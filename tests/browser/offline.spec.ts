import { ExampleCard, openPlayground } from './support/card.ts';
import { expect, test } from './support/test.ts';

test('an example runs after the server has gone, once the reader has come near it', async ({ page, context }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The first span');
  await card.root.scrollIntoViewIfNeeded();
  // The last thing that is fetched for a reader who comes near.
  const last = page.waitForResponse(/\/console\.[^/]+\.js$/);
  await card.root.hover();
  await (await last).finished();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await context.route('**/*', (route) => route.abort());
  await card.run(/^1 span, 0 errors, finished in 120 ms of virtual time$/);
  await expect(card.rows).toHaveAccessibleName(/^brew coffee, 120 ms/);
  await expect(card.console).toContainText('shut down: the receiver has answered');
});

test('edited code runs after the server has gone', async ({ page, context }) => {
  const card = await openPlayground(page);
  // An error is marked once everything that the editor needs is there.
  await card.write(`const n: number = 'text';\n`);
  await expect(card.root.locator('.squiggly-error')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await context.route('**/*', (route) => route.abort());
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(`import { tracerFor } from 'telemetry';
tracerFor('offline').startSpan('written offline').end();
console.log('offline');
`);
  await card.run(/^1 span, 0 errors, /);
  await expect(card.rows).toHaveAccessibleName(/^written offline, /);
  await expect(card.console).toContainText('offline');
});

test('what belongs to a run can still be opened after the server has gone, once the reader has come near it', async ({
  page,
  context,
}) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await card.trace.hover();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await context.route('**/*', (route) => route.abort());
  await card.rows.first().click();
  await expect(card.root.getByRole('heading', { name: 'make tea' })).toBeVisible();
  await (await card.requests()).first().getByRole('button').click();
  await expect(card.root.getByRole('tabpanel', { name: /Requests/ })).toContainText('boil water');
});

test('a run goes on while the server goes away', async ({ page, context }) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await context.setOffline(true);
  await card.run(/^3 spans, 0 errors, /);
  await card.button('reset').click();
  await expect(card.status).toHaveText('Back to the original.');
});
