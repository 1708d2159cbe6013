import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { ExampleCard } from './support/card.ts';
import { expect, test } from './support/test.ts';

const LESSON = '/31-concurrency/traced-channel/';
const TITLE = 'Two tasks, one channel, five links';

/** The lesson's first example with a twin, ready to be used. */
async function open(page: Page, path = LESSON, title: string = TITLE): Promise<ExampleCard> {
  await page.goto(path);
  const card = new ExampleCard(page, title, path.startsWith('/zh-cn/') ? 'zh-CN' : 'en');
  await expect(choice(card, 'Go')).toBeEnabled();
  return card;
}

/** One of the three buttons of the switch. */
function choice(card: ExampleCard, name: 'TypeScript' | 'Go' | 'Both' | '对照'): Locator {
  return card.root.getByRole('group', { name: /^(Language of the code|代码语言)$/ }).getByRole('button', { name });
}

/** A Go file as it is shown. */
function goCode(card: ExampleCard, file = 'main.go'): Locator {
  return card.root.locator(`pre[data-file="${file}"]:not(.tp-later)`);
}

function marked(card: ExampleCard, file: string): Promise<readonly string[]> {
  return card.root.locator(`pre[data-file="${file}"] .tp-alike`).allInnerTexts();
}

test('the switch shows Go in every card, on every page, and after a reload', async ({ page }) => {
  const card = await open(page);
  await expect(goCode(card)).toBeHidden();
  await choice(card, 'Go').click();
  await expect(goCode(card)).toBeVisible();
  await expect(card.code()).toBeHidden();
  await expect(choice(card, 'Go')).toHaveAttribute('aria-pressed', 'true');
  const other = new ExampleCard(page, 'A send that is called off');
  await expect(goCode(other)).toBeVisible();
  await expect(choice(other, 'Go')).toHaveAttribute('aria-pressed', 'true');

  await page.goto('/start/otlp-init/');
  await expect(page.locator('pre[data-file="main.go"]').first()).toBeVisible();
  await page.reload();
  await expect(page.locator('pre[data-file="main.go"]').first()).toBeVisible();
  const lesson = await open(page);
  await choice(lesson, 'TypeScript').click();
  await expect(lesson.code()).toBeVisible();
  await page.reload();
  await expect(goCode(lesson)).toBeHidden();
});

test('the chosen language is there before the first paint', async ({ page }) => {
  await page.addInitScript(() => {
    if (globalThis.origin !== 'null') localStorage.setItem('tp-code', 'go');
    // What is painted first is what was laid out when the first code was parsed.
    new MutationObserver((_, observer) => {
      const code = document.querySelector('.tp-has-go .tp-ex-code pre');
      if (!code) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        Object.assign(globalThis, { firstHeight: code.getBoundingClientRect().height });
      });
    }).observe(document, { childList: true, subtree: true });
  });
  await open(page);
  expect(await page.evaluate(() => Reflect.get(globalThis, 'firstHeight'))).toBe(0);
});

test('another tab follows the choice', async ({ page, context }) => {
  const card = await open(page);
  const there = await open(await context.newPage());
  await choice(card, 'Both').click();
  await expect(goCode(there)).toBeVisible();
  await expect(choice(there, 'Both')).toHaveAttribute('aria-pressed', 'true');
});

test('what the reader pressed stays where it is on the screen, whatever grows above it', async ({ page }) => {
  await page.goto(LESSON);
  const card = new ExampleCard(page, 'Five drinks out of three orders');
  const last = page.locator('tp-example.tp-has-go').last();
  await expect(choice(card, 'Go')).toBeEnabled();
  for (const name of ['Go', 'Both', 'TypeScript'] as const) {
    const button = last.getByRole('group', { name: 'Language of the code' }).getByRole('button', { name });
    await button.scrollIntoViewIfNeeded();
    const before = await button.boundingBox();
    await button.press('Enter');
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const after = await button.boundingBox();
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 1e9)), name).toBeLessThan(2);
  }
});

test('the Go side says what it is, and Run says what it starts', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const card = await open(page);
  await choice(card, 'Go').click();
  await expect(
    card.root.getByText(/^Go 1\.\d+.* and OpenTelemetry-Go 1\.\d+\.\d+\. .* does not run in the browser/),
  ).toBeVisible();
  await expect(
    card.root.getByText(/^OTEL_\w+=http:\S+ go run -C content\/examples \.\/31-concurrency\/traced-channel\/basic$/),
  ).toBeVisible();
  await expect(card.button('edit')).toBeHidden();
  await expect(card.button('share')).toBeHidden();
  await card.button('copy').click();
  await expect(card.status).toHaveText('The code is on the clipboard.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('package main');

  await card.root.getByRole('button', { name: 'Run TypeScript', exact: true }).click();
  await expect(card.status).toHaveText(/^12 spans, 0 errors, /);
  await expect(card.root.getByRole('button', { name: 'Run TypeScript', exact: true })).toBeVisible();
  await expect(goCode(card)).toBeVisible();
});

test('files follow one another, and an antipattern shows the same program in both languages', async ({ page }) => {
  const card = await open(page);
  await choice(card, 'Both').click();
  await card.root.getByRole('tab', { name: 'traced.ts' }).click();
  await expect(goCode(card, 'traced.go')).toBeVisible();
  await card.root.getByRole('tab', { name: 'main.go' }).focus();
  await page.keyboard.press('Home');
  await expect(goCode(card)).toBeVisible();
  await expect(card.code('traced.ts')).toBeHidden();
  await expect(card.code('main.ts')).toBeVisible();

  const anti = new ExampleCard(page, 'Five drinks out of three orders');
  await anti.root.getByRole('tablist', { name: 'Go files' }).getByRole('tab', { name: 'DO', exact: true }).click();
  await expect(anti.code('do.ts')).toBeVisible();
  await expect(anti.root.locator('.tp-ex-recorded[data-program="do"]')).toBeVisible();
  await expect(
    anti.root.getByText(/ go run -C content\/examples \.\/31-concurrency\/traced-channel\/anti\/do$/),
  ).toBeVisible();
});

test('pointing at code marks what corresponds in the other language', async ({ page }) => {
  const card = await open(page);
  await choice(card, 'Both').click();
  await card.code().getByText('the customer chooses').hover();
  await expect.poll(async () => (await marked(card, 'main.go')).join('')).toContain('func takeOrders');
  expect((await marked(card, 'main.ts')).join('')).toContain('async function takeOrders');
  await goCode(card).getByText('"make drinks"').hover();
  await expect.poll(() => marked(card, 'main.ts')).toEqual([expect.stringContaining("'make drinks'")]);
});

test('a chosen region is marked and in sight after the switch', async ({ page }) => {
  const card = await open(page);
  await card.code().getByText('closed and empty').click();
  await expect(card.status).toHaveText('makeDrinks: main.ts:17–24 and main.go:34–45.');
  await choice(card, 'Go').click();
  await expect(goCode(card).getByText('func makeDrinks')).toBeInViewport();
  // It stays marked, and alone, wherever the pointer goes.
  await goCode(card).getByText('the customer chooses').hover();
  expect((await marked(card, 'main.go')).join('')).toContain('func makeDrinks');
});

test('by keyboard: the names that both languages have are buttons that lead to the code', async ({ page }) => {
  const card = await open(page);
  await choice(card, 'Go').press('Enter');
  const send = card.root.getByRole('button', { name: 'receive', exact: true });
  await send.focus();
  await page.keyboard.press('Enter');
  await expect(send).toHaveAttribute('aria-pressed', 'true');
  await expect(goCode(card, 'traced.go')).toBeVisible();
  await expect(goCode(card, 'traced.go').getByText(') receive(ctx')).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(send).toHaveAttribute('aria-pressed', 'false');
  await send.blur();
  expect(await marked(card, 'traced.go')).toEqual([]);
});

test('an edited file is no longer matched', async ({ page }) => {
  const card = await open(page);
  await card.write('const = 1;\n');
  await choice(card, 'Go').click();
  await goCode(card).getByText('"make drinks"').hover();
  await expect.poll(() => marked(card, 'main.go')).not.toEqual([]);
  expect(await marked(card, 'main.ts')).toEqual([]);
});

test('the line of a blocked task is shown in TypeScript, also when the reader reads Go', async ({ page }) => {
  const card = await open(page);
  await card.write("import { chan } from 'csp';\nawait chan().receive();\n");
  await choice(card, 'Go').click();
  await card.root.getByRole('button', { name: 'Run TypeScript' }).click();
  await expect(card.status).toHaveText(/^Deadlock/);
  await expect(goCode(card)).toBeVisible();
  await card.root.locator('.tp-ex-verdict').getByRole('button', { name: 'main.ts:2' }).click();
  await expect(goCode(card)).toBeHidden();
  await expect(card.root.locator('.tp-ex-editor .view-line').nth(1)).toHaveText(/receive/);
  await expect(card.root.locator('.tp-ex-editor .view-line').nth(1)).toBeInViewport();
});

test("Go's recorded trace is compared with the recorded run and with the reader's own", async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(new URL(request.url()).pathname));
  const card = await open(page);
  await choice(card, 'Go').click();
  expect(requests.filter((path) => path.endsWith('.go.json'))).toEqual([]);
  await card.root.getByRole('button', { name: 'Compare traces' }).click();
  await expect(card.status).toHaveText('The recorded TypeScript run against the recorded run of Go: the same trace.');
  const tab = card.root.getByRole('tab', { name: 'Comparison' });
  await expect(tab).toHaveAttribute('aria-selected', 'true');
  await expect(tab).toBeFocused();
  await expect(card.root.getByRole('table', { name: /Go, recorded/ }).getByRole('row')).toHaveCount(13);
  await expect(card.root.locator('.tp-ex-run').getByText(/^A test holds the two traces to/)).toBeVisible();

  await card.root.getByRole('button', { name: 'Run TypeScript' }).click();
  await expect(card.status).toHaveText(/^12 spans, /);
  // From here on the run is compared with the recorded one again.
  await expect(card.root.locator('.tp-ex-run').getByText(/^A test holds the two traces to/)).toBeHidden();
  await card.root.getByRole('button', { name: 'Compare traces' }).click();
  await expect(card.status).toHaveText('Your TypeScript run against the recorded run of Go: the same trace.');
});

test('what may differ is listed with its reason', async ({ page }) => {
  await page.goto('/31-concurrency/worker-pool/');
  const listed = page.locator('tp-example[data-id="31-concurrency/worker-pool/basic"] .tp-go .tp-differs li');
  await expect(listed).toHaveText([/^process roast: lab\.worker\.id Go promises no order/]);
});

test("Go's trace opens in the trace viewer", async ({ page }) => {
  const card = await open(page);
  await choice(card, 'Go').click();
  await card.root.getByRole('link', { name: "Open Go's trace" }).click();
  await expect(page.getByRole('treegrid', { name: 'Trace' }).getByRole('row')).toHaveCount(12);
  await expect(page.getByRole('row', { name: /^make drinks, / })).toBeVisible();
});

test('the Chinese page has the same in Chinese', async ({ page }) => {
  const card = await open(page, `/zh-cn${LESSON}`, '两个任务，一个 Channel，五条链接');
  await choice(card, '对照').click();
  await expect(card.code()).toBeVisible();
  await expect(goCode(card)).toBeVisible();
  await expect(card.root.getByText(/^Go 1\.\d+.*不在浏览器里运行/)).toBeVisible();
  await card.root.getByRole('button', { name: '对比追踪' }).click();
  await expect(card.status).toHaveText('录制的 TypeScript 运行与录制的 Go 运行相比：追踪一致。');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in both languages side by side, with a region chosen and the traces compared (${theme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: theme });
    const card = await open(page);
    await choice(card, 'Both').click();
    await card.root.getByRole('button', { name: 'takeOrders', exact: true }).click();
    await card.root.getByRole('button', { name: 'Compare traces' }).click();
    await expect(card.status).toHaveText(/the same trace/);
    await expect(card.root.getByRole('tab', { name: 'Comparison' })).toBeFocused();
    const { violations } = await new AxeBuilder({ page }).include('.tp-has-go').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
  });
}

test('on paper the chosen language is printed, with all its files named', async ({ page }) => {
  const card = await open(page);
  await choice(card, 'Go').click();
  await page.emulateMedia({ media: 'print' });
  await expect(card.root.locator('.tp-go pre').nth(0)).toBeVisible();
  await expect(card.root.locator('.tp-go pre').nth(1)).toBeVisible();
  await expect(card.code()).toBeHidden();
  await expect(choice(card, 'Go')).toBeHidden();
  await expect(card.root.getByRole('button', { name: 'Compare traces' })).toBeHidden();
});

for (const width of [390, 320]) {
  test(`both languages fit into ${width} px, and each button is 24 px high`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const card = await open(page);
    await choice(card, 'Both').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const heights = await card.root
      .locator('.tp-go button:visible, .tp-switch button:visible')
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
    expect(heights.length).toBeGreaterThan(8);
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  });
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('both languages are there to be read', async ({ page }) => {
    await page.goto(LESSON);
    const card = new ExampleCard(page, TITLE);
    await expect(card.code()).toBeVisible();
    await expect(card.code('traced.ts')).toBeVisible();
    await expect(card.root.locator('pre[data-file="main.go"]')).toBeVisible();
    await expect(card.root.locator('pre[data-file="traced.go"]')).toBeVisible();
    await expect(card.root.getByText(/does not run in the browser/)).toBeVisible();
    await expect(card.root.getByRole('link', { name: "Open Go's trace" })).toBeVisible();
    await expect(card.root.getByRole('button', { name: 'Compare traces' })).toBeHidden();
    await expect(choice(card, 'Go')).toBeHidden();
  });
});
