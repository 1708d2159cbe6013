import type { Page } from '@playwright/test';
import { openCode, type ExampleCard } from './support/card.ts';
import { expect, test } from './support/test.ts';

const MARKUP = `<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">link</a>`;

/** One span that carries a text in every place that can hold one. */
function spanWith(text: string): string {
  return `import { SpanStatusCode } from '@opentelemetry/api';
import { tracerFor } from 'telemetry';
const text = ${JSON.stringify(text)};
const span = tracerFor(text).startSpan(text, { attributes: { [text]: text, list: [text, text] } });
span.addEvent(text, { [text]: text });
span.addLink({ context: span.spanContext(), attributes: { [text]: text } });
span.setStatus({ code: SpanStatusCode.ERROR, message: text });
span.end();
console.log(text, { [text]: text }, new Map([[text, text]]), new Error(text));
`;
}

/** Runs it, opens the span, and gives the card with everything in sight. */
async function show(page: Page, text: string): Promise<ExampleCard> {
  const card = await openCode(page, spanWith(text));
  await card.run(/^1 span, 1 error, finished in /);
  await card.rows.click();
  await expect(card.root.getByRole('heading', { level: 3 })).toBeVisible();
  return card;
}

test('markup in names, attributes, events, links, status and lines appears as text', async ({ page }) => {
  let dialogs = 0;
  page.on('dialog', (dialog) => {
    dialogs++;
    void dialog.dismiss();
  });
  const card = await show(page, MARKUP);
  await expect(card.rows).toHaveAccessibleName(new RegExp(`^${escape(MARKUP)}, `));
  await expect(card.root.getByRole('heading', { level: 3 })).toHaveText(MARKUP);
  await expect(card.console).toContainText(MARKUP);
  const run = card.root.locator('.tp-ex-run');
  await expect(run.locator('img, script, iframe, object, embed, style, link, [onerror]')).toHaveCount(0);
  await (await card.requests()).first().getByRole('button').click();
  await expect(run.locator('img, script, iframe, object, embed, style, link, [onerror]')).toHaveCount(0);
  expect(dialogs).toBe(0);
});

test('only names that the guide knows are links, and they lead to the conventions', async ({ page }) => {
  const card = await show(page, 'https://example.com/#"><a href=x>service.name');
  for (const link of await card.root.locator('.tp-ex-run a').all()) {
    await expect(link).toHaveAttribute('href', /^https:\/\/opentelemetry\.io\/docs\/specs\/semconv\/[a-z/]+$/);
    await expect(link).toHaveText(/^[a-z.]+$/);
  }
});

test('text that turns the direction of writing does not turn what stands around it', async ({ page }) => {
  const card = await show(page, 'safe\u202Egnirts detrevni\u202C\u2066\u200F');
  const name = card.rows.locator('.tv-text');
  await expect(name).toContainText('gnirts detrevni');
  // A block or a box of its own is a paragraph of its own for the bidirectional algorithm.
  const { display, bidi } = await name.evaluate((element) => {
    const style = getComputedStyle(element);
    return { display: style.display, bidi: style.unicodeBidi };
  });
  expect(display !== 'inline' || bidi === 'isolate' || bidi === 'plaintext').toBe(true);
});

test('control characters and lone surrogates can be names; no name at all is refused with its place', async ({
  page,
}) => {
  const card = await openCode(
    page,
    `import { tracerFor } from 'telemetry';
const tracer = tracerFor('names');
for (const name of ['\\u0000\\u0007\\u001b[31mred', '\\ud800', '', '\\n\\n\\n', '\\u200b'.repeat(50), '__proto__', 'constructor']) {
  tracer.startSpan(name, { attributes: { constructor: 'x', toString: 'y', hasOwnProperty: true } }).end();
}`,
  );
  await card.run(/^6 spans, 0 errors, finished in 0 /);
  await expect(card.trace).toHaveAttribute('aria-rowcount', '6');
  await card.trace.getByRole('row', { name: /^__proto__, / }).click();
  const attributes = card.root.getByRole('table', { name: 'Attributes' });
  await expect(attributes.getByRole('rowheader', { name: 'constructor' })).toBeVisible();
  await expect(attributes.getByRole('rowheader', { name: 'hasOwnProperty' })).toBeVisible();
  const request = (await card.requests()).first();
  await expect(request).toContainText('200 partial success, 1 rejected');
  await request.getByRole('button').click();
  await expect(request).toContainText('resourceSpans[0].scopeSpans[0].spans[2].name: must not be empty');
});

test('a name of 100,000 letters neither widens the page nor stops it', async ({ page }) => {
  const card = await show(page, 'long'.repeat(25_000));
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
  await card.run(/^1 span, 1 error, finished in /);
});

test('a program called by the names of the page does not reach it', async ({ page }) => {
  const title = await page.title();
  const card = await openCode(
    page,
    `console.log('%c styled %s %o', 'color: red; background: url(https://example.com/x.png)', 'text');
console.log({ __html: '<b>x</b>', dangerouslySetInnerHTML: { __html: '<b>x</b>' }, type: 'b', props: {}, constructor: undefined });`,
  );
  await card.run(/^0 spans, 0 errors, finished in 0 /);
  await expect(card.console).toContainText('%c styled %s %o');
  await expect(card.console).toContainText('__html');
  await expect(card.root.locator('.tp-ex-run [style*="url("], .tp-ex-run b')).toHaveCount(0);
  expect(await page.title()).not.toBe(title);
});

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
