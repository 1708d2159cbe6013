import { expect, test } from './support/test.ts';

test('the other language is opened at the heading that is being read', async ({ page }) => {
  await page.goto('/31-concurrency/worker-pool/');
  await page.evaluate(() => {
    document.querySelector('#read-the-trace')?.scrollIntoView({ block: 'start', behavior: 'instant' });
  });
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/31-concurrency\/worker-pool\/#read-the-trace$/);
  await expect(page.locator('#read-the-trace')).toBeInViewport();
  await page.getByRole('link', { name: 'English' }).press('Enter');
  await expect(page).toHaveURL(/\/31-concurrency\/worker-pool\/#read-the-trace$/);
});

test('at the top of a page the other language is opened at its top', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh-cn\/start\/otlp-init\/$/);
});
