import { ExampleCard, openPlayground } from './support/card.ts';
import { tabTo } from './support/keyboard.ts';
import { expect, test } from './support/test.ts';

test('from the top of the page by Tab to Run, by Enter to the trace, by arrows through it', async ({ page }) => {
  const card = await openPlayground(page);
  await tabTo(page, card.button('run'));
  await page.keyboard.press('Enter');
  await expect(card.status).toHaveText(/^3 spans, 0 errors, /);
  await tabTo(page, card.rows.first());
  await expect(card.rows.first()).toHaveAccessibleName(/^make tea, 300 ms, unset/);
  await page.keyboard.press('ArrowDown');
  await expect(card.trace.getByRole('row', { name: /^boil water, 180 ms/ })).toBeFocused();
  await page.keyboard.press('End');
  await expect(card.trace.getByRole('row', { name: /^steep, 120 ms/ })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card.rows.first()).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(card.rows).toHaveCount(1);
  await expect(card.rows.first()).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(card.rows).toHaveCount(3);
});

test('Enter on a row leads into its detail, Escape back to the row', async ({ page }) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await card.rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const detail = page.getByRole('region', { name: 'Span boil water' });
  await expect(detail).toBeFocused();
  await expect(detail).toContainText('180 ms');
  await expect(detail.getByRole('heading', { name: 'Resource' })).toBeVisible();
  await expect(detail.getByRole('heading', { name: 'Scope' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card.trace.getByRole('row', { name: /^boil water/ })).toBeFocused();
});

test('Tab leaves the trace for what comes after it', async ({ page }) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await card.rows.first().focus();
  await page.keyboard.press('Tab');
  await expect(card.rows.first()).not.toBeFocused();
  const inTrace = await card.trace.evaluate((grid) => grid.contains(document.activeElement));
  expect(inTrace).toBe(false);
});

test('the editor is entered by Edit, runs by Ctrl+Enter, and is left by Escape', async ({ page }) => {
  const card = await openPlayground(page);
  await tabTo(page, card.button('edit'));
  await page.keyboard.press('Enter');
  await expect(card.editor).toBeFocused();
  await expect(card.editor).toHaveAccessibleName('main.ts, editable example, press Escape to leave');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(`console.log('typed');\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(card.status).toHaveText(/^0 spans, 0 errors, finished in 0 /);
  await expect(card.console).toContainText('typed');
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card.button('edit')).toBeFocused();
});

test('Ctrl+Enter runs from the code that is only shown', async ({ page }) => {
  const card = await openPlayground(page);
  await card.code().focus();
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(card.status).toHaveText(/^3 spans, /);
});

test('Tab passes through an editor in which nothing was typed', async ({ page }) => {
  const card = await openPlayground(page);
  await card.button('edit').click();
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.editor).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(card.editor).not.toBeFocused();
});

test('Tab indents once the reader has typed, and Escape then Tab leads on', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write('const a = 1;\nconsole.log(a);\n');
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('Tab');
  await expect(card.editor).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(card.button('edit')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(card.button('reset')).toBeFocused();
  await expect(card.root.locator('.tp-ex-editor .view-line').first()).toHaveText(/^\s+const\s+a\s+=\s+1;$/);
});

test('DON’T and DO are tabs that arrow keys change, each with its own program and trace', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'Three drinks, no spans');
  const dont = card.tab("DON'T");
  const good = card.root.getByRole('tab', { name: 'DO', exact: true });
  await dont.focus();
  await expect(dont).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowRight');
  await expect(good).toBeFocused();
  await expect(good).toHaveAttribute('aria-selected', 'true');
  await expect(card.code('do.ts')).toBeVisible();
  await expect(card.code('dont.ts')).toBeHidden();
  await card.run(/^[1-9]\d* spans, 0 errors, /);
  await good.focus();
  await page.keyboard.press('Home');
  await expect(dont).toBeFocused();
  await card.run(/^0 spans, 0 errors, /);
});

test('only one tab and one row at a time are stops on the way through the page', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'Three drinks, no spans');
  await card.tab('DO').last().click();
  await card.button('run').click();
  await expect(card.rows.first()).toBeVisible();
  await expect(card.root.locator('.tp-ex-tabs [role=tab][tabindex="0"]:visible')).toHaveCount(1);
  await expect(card.trace.locator('[role=row][tabindex="0"]')).toHaveCount(1);
});

test('a verdict leads to the line in the code by keyboard', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`import { chan } from 'csp';\n\nconst jobs = chan<number>();\nawait jobs.send(1);\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(card.status).toHaveText(/^Deadlock after /);
  const line = card.root.getByRole('button', { name: 'main.ts:4' }).first();
  await line.focus();
  await page.keyboard.press('Enter');
  await expect(card.root.locator('.tp-ex-editor')).toContainText('await jobs.send(1);');
});
