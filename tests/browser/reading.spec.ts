import { execFileSync } from 'node:child_process';
import { expect, test } from './support/test.ts';

const LESSONS = [
  { path: '/start/otlp-init/', file: 'content/docs/start/otlp-init.mdx', link: /^Section titled/, edit: 'Edit page' },
  { path: '/zh-cn/start/otlp-init/', file: 'content/docs/zh-cn/start/otlp-init.mdx', link: /”一节$/, edit: '编辑此页' },
] as const;

for (const { path, file, link, edit } of LESSONS) {
  test(`a heading has a link to itself, which keeps its id in both languages (${path})`, async ({ page }) => {
    await page.goto(path);
    const anchor = page.getByRole('link', { name: link }).first();
    await anchor.focus();
    await expect(anchor).toHaveAttribute('href', '#where-did-they-go');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${path}#where-did-they-go$`));
    await expect(page.locator('#where-did-they-go')).toBeInViewport();
  });

  test(`a lesson says when it was last changed, as the repository does (${path})`, async ({ page }) => {
    const dates = execFileSync('git', ['log', '--format=%ct', '--', file], { encoding: 'utf8' });
    const days = dates
      .trim()
      .split('\n')
      .map((seconds) => new Date(Number(seconds) * 1_000).toISOString().slice(0, 10));
    await page.goto(path);
    const time = page.locator('footer time');
    await expect(time).toBeVisible();
    expect(days).toContain((await time.getAttribute('datetime'))?.slice(0, 10));
  });

  test(`where nobody says where to edit it, a page does not either (${path})`, async ({ page }) => {
    test.skip(process.env['SITE_EDIT_URL'] !== undefined, 'this site has been told');
    await page.goto(path);
    await expect(page.locator('footer')).toBeVisible();
    await expect(page.getByRole('link', { name: edit })).toHaveCount(0);
  });
}
