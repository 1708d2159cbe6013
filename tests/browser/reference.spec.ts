import { expect, test } from './support/test.ts';

for (const [base, filter, found] of [
  ['', 'Filter', /^\d+ found$/],
  ['/zh-cn', '筛选', /^找到 \d+ 条$/],
] as const) {
  test(`the index is narrowed by what is typed (${base || 'English'})`, async ({ page }) => {
    await page.goto(`${base}/reference/`);
    const entries = page.locator('tp-reference li:visible');
    const all = await entries.count();
    await page.getByLabel(filter).fill('lab.worker');
    await expect(page.locator('tp-reference [role="status"]')).toHaveText(found);
    expect(await entries.count()).toBeLessThan(all);
    await expect(page.locator('tp-reference li:visible code').filter({ hasText: /^lab\.worker\.id$/ })).toBeVisible();
    await expect(page.locator('#practices')).toBeHidden();
    await page.getByLabel(filter).fill('');
    await expect(entries).toHaveCount(all);
  });
}

test('every entry of the index leads to a page, and to a place that is there', async ({ page }) => {
  await page.goto('/reference/');
  const addresses = await page
    .locator('tp-reference a')
    .evaluateAll((all) => all.map((link) => (link instanceof HTMLAnchorElement ? link.href : '')));
  const pages = new Map<string, string>();
  for (const address of new Set(addresses)) {
    const { pathname, hash } = new URL(address);
    const text = pages.get(pathname) ?? (await (await page.request.get(pathname)).text());
    pages.set(pathname, text);
    expect(text, address).toContain('<tp-example');
    if (hash !== '') expect(text, address).toContain(`id="${decodeURIComponent(hash.slice(1))}"`);
  }
  for (const section of ['patterns', 'examples', 'practices', 'spans', 'metrics', 'attributes']) {
    await expect(page.locator(`section:has(#${section}) li`).first()).toBeVisible();
  }
});
