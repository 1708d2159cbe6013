import { ExampleCard, openPlayground } from './support/card.ts';
import { sticksOut } from './support/reflow.ts';
import { expect, test } from './support/test.ts';

/** Pages, each at the width of a telephone and at 320 px (WCAG 2.2, 1.4.10 Reflow). */
const PAGES = [
  '/',
  '/start/otlp-init/',
  '/31-concurrency/traced-channel/',
  '/path/',
  '/reference/',
  '/playground/',
  '/no-such-page/',
  '/zh-cn/',
  '/zh-cn/start/otlp-init/',
  '/zh-cn/path/',
  '/zh-cn/reference/',
  '/zh-cn/playground/',
];
const WIDTHS = [390, 320] as const;

for (const width of WIDTHS) {
  test(`no page scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of PAGES) {
      await page.goto(path);
      expect(await sticksOut(page), path).toEqual([]);
    }
  });

  test(`a run, its detail and the editor fit into ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/31-concurrency/traced-channel/');
    const card = new ExampleCard(page, 'Two tasks, one channel, five links');
    await card.run(/ spans, 0 errors, /);
    expect(await sticksOut(page)).toEqual([]);
    await card.rows.first().click();
    await expect(card.root.getByRole('heading', { level: 3 }).first()).toBeVisible();
    expect(await sticksOut(page)).toEqual([]);
    await (await card.requests()).first().getByRole('button').click();
    expect(await sticksOut(page)).toEqual([]);
    await card.button('edit').click();
    await expect(card.editor).toBeFocused();
    expect(await sticksOut(page)).toEqual([]);
  });
}

test('every button is at least 24 px in both directions on a telephone', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  const small = await card.root.getByRole('button').evaluateAll((buttons) =>
    buttons
      .map((button) => ({ name: button.textContent ?? '', box: button.getBoundingClientRect() }))
      // The file input itself is hidden; what is pressed is its label.
      .filter(({ box }) => box.width > 1 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name.trim()} ${box.width}×${box.height}`),
  );
  expect(small).toEqual([]);
});
