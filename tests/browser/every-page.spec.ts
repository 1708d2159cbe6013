import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './support/test.ts';

/** Every page takes minutes: only `npm run test:full` asks for it. Other tests look at one page of each template. */
const full = process.env['TEST_FULL'] !== undefined;

test.describe(() => {
  test.skip(!full, 'npm run test:full looks at every page');

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing on any page of the sitemap (${theme})`, async ({ page, request, baseURL }) => {
      const sitemap = await (await request.get('/sitemap-0.xml')).text();
      const addresses = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
        ([, address = '']) => new URL(address).pathname,
      );
      expect(addresses.length).toBeGreaterThan(0);
      test.setTimeout(addresses.length * 20_000);
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await page.addInitScript((name) => {
        // The sandbox's frame runs this too; it has no storage.
        if (globalThis.origin !== 'null') localStorage.setItem('starlight-theme', name);
      }, theme);
      for (const address of addresses) {
        await page.goto(new URL(address, baseURL).href);
        await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${address}: ${id} at ${nodes[0]?.target.join(' ')}`);
        expect.soft(found).toEqual([]);
      }
    });
  }
});
