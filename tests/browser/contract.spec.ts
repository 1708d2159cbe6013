import { ExampleCard, NAMES, openCode, openPlayground, type Language } from './support/card.ts';
import { expect, test } from './support/test.ts';

/** A lesson, and one of its examples, in both languages. */
const LESSONS: Readonly<Record<Language, { readonly path: string; readonly title: string }>> = {
  en: { path: '/start/otlp-init/', title: 'The first span' },
  'zh-CN': { path: '/zh-cn/start/otlp-init/', title: '第一个 Span' },
};

for (const language of ['en', 'zh-CN'] as const) {
  const { path, title } = LESSONS[language];
  const names = NAMES[language];

  test(`an example is a region named by its title, with its buttons (${language})`, async ({ page }) => {
    await page.goto(path);
    const card = new ExampleCard(page, title, language);
    await expect(card.root).toHaveCount(1);
    for (const name of ['run', 'edit', 'reset', 'copy', 'share', 'widen'] as const) {
      await expect(card.button(name)).toBeEnabled();
    }
    await expect(card.button('stop')).toHaveCount(0);
  });

  test(`a run draws a treegrid whose rows say name, duration and status (${language})`, async ({ page }) => {
    await page.goto(path);
    const card = new ExampleCard(page, title, language);
    await card.run(
      language === 'en'
        ? '1 span, 0 errors, finished in 120 ms of virtual time'
        : '1 个 span，0 个错误，用时 120 ms（虚拟时间）',
    );
    await expect(card.trace).toHaveAttribute('aria-rowcount', '1');
    await expect(card.rows).toHaveAttribute('aria-level', '1');
    await expect(card.rows).toHaveAccessibleName(
      language === 'en' ? /^brew coffee, 120 ms, unset/ : /^brew coffee, 120 ms, 未设置/,
    );
    await expect(card.console).toContainText('ended: the span waits in the processor');
    await expect(card.console).toContainText('shut down: the receiver has answered');
  });

  test(`Run becomes Stop while the program runs (${language})`, async ({ page }) => {
    const card = await openCode(page, 'for (;;);', language);
    await card.button('run').click();
    await expect(card.button('run')).toHaveCount(0);
    await card.button('stop').click();
    await expect(card.status).toHaveText(language === 'en' ? /^Stopped after / : /^已停止/);
    await expect(card.button('run')).toBeVisible();
  });

  test(`Widen is a toggle that keeps the run (${language})`, async ({ page }) => {
    const card = await openPlayground(page, language);
    await card.button('run').click();
    await expect(card.rows).toHaveCount(3);
    const before = await card.status.textContent();
    const toggle = card.root.locator('[data-do="widen"]');
    const pressed = await toggle.getAttribute('aria-pressed');
    await toggle.click();
    await expect(toggle).not.toHaveAttribute('aria-pressed', pressed ?? '');
    await expect(card.rows).toHaveCount(3);
    await expect(card.status).toHaveText(before ?? '');
  });

  test(`a page without JavaScript holds the code and the recorded trace (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(path);
    const card = new ExampleCard(page, title, language);
    await expect(card.code()).toContainText(`const span = tracer.startSpan('brew coffee');`);
    const table = card.root.getByRole('table', {
      name: language === 'en' ? 'Recorded trace: 1 span' : /预录的追踪：1/,
    });
    await expect(table.getByRole('rowheader', { name: /brew coffee/ })).toBeVisible();
    await expect(table).toContainText('120 ms');
    // Buttons that cannot work are not offered as if they could.
    await expect(card.root.getByRole('button', { name: names.run, exact: true })).toBeDisabled();
    await context.close();
  });
}

test('all files of an example can be read without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'Three drinks, no spans');
  for (const file of ['dont.ts', 'do.ts', 'tracing.ts']) {
    await expect(card.code(file)).toBeVisible();
    await expect(card.code(file)).not.toBeEmpty();
  }
  await context.close();
});

test('an unedited example runs without a compiler and without Monaco', async ({ page, requests }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The first span');
  await card.run(/^1 span, 0 errors, /);
  const scripts = requests.filter((url) => url.endsWith('.js') || url.includes('.js?'));
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((url) => /compile|sucrase|lexer|monaco|editor|worker/i.test(new URL(url).pathname))).toEqual(
    [],
  );
});

test('Monaco is requested when the reader presses Edit, not before', async ({ page, requests }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The first span');
  await card.root.hover();
  await card.run(/^1 span, 0 errors, /);
  const monaco = (): readonly string[] => requests.filter((url) => /monaco|codicon/i.test(new URL(url).pathname));
  expect(monaco()).toEqual([]);
  await card.button('edit').click();
  await expect(card.editor).toBeFocused();
  expect(monaco().length).toBeGreaterThan(0);
});

test('the status line is said politely, once for each run', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The first span');
  const said = await card.status.evaluateHandle((element) => {
    const texts: string[] = [];
    new MutationObserver(() => texts.push(element.textContent ?? '')).observe(element, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    return texts;
  });
  await card.run(/^1 span, 0 errors, /);
  const texts = (await said.jsonValue()).filter((text) => text !== '' && text !== 'Running…');
  expect(texts).toEqual(['1 span, 0 errors, finished in 120 ms of virtual time']);
});

test('a run of an unedited example says that it left the recorded trace', async ({ page }) => {
  await page.goto('/31-concurrency/traced-channel/');
  const card = new ExampleCard(page, 'Two tasks, one channel, five links');
  await card.run(/ spans, 0 errors, finished in /);
  await expect(card.root).toContainText('the same trace as the recorded one');
});

test('the code of a file is on the clipboard after Copy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The first span');
  await card.button('copy').click();
  await expect(card.status).toHaveText('The code is on the clipboard.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await card.code().textContent());
});

test('starting one example stops the one that runs', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const first = new ExampleCard(page, 'The first span');
  const second = new ExampleCard(page, 'Three drinks, no spans');
  await first.write('for (;;);');
  await first.button('run').click();
  await expect(first.button('stop')).toBeVisible();
  await second.run(/^0 spans, 0 errors, /);
  await expect(first.status).toHaveText(/^Stopped after /);
});

test('an exercise is graded by what its run emitted', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'Exercise: flush before exit, nothing lost');
  await card.button('run').click();
  await expect(card.root.locator('.tp-grade').getByRole('listitem').first()).toBeVisible();
  await expect(card.root.locator('.tp-grade [data-ok="false"]').first()).toContainText('failed');
  await expect(card.root.locator('.tp-grade details[open]')).toHaveCount(1);
});
