import type { BrowserContext, Page } from '@playwright/test';
import { sha256 } from '../../src/learn/sha256.ts';
import { ExampleCard, openPlayground } from './support/card.ts';
import { expect, test } from './support/test.ts';

const MINE = `console.log('mine');\n`;

/** The texts that the browser keeps, by file. */
function kept(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const opening = indexedDB.open('traced-patterns');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const all = opening.result.transaction('edits').objectStore('edits').getAll();
          all.addEventListener('success', () => {
            const records: readonly { readonly file: string; readonly text: string }[] = all.result;
            opening.result.close();
            resolve(Object.fromEntries(records.map(({ file, text }) => [file, text])));
          });
        });
      }),
  );
}

/** Waits until the browser keeps this text. */
async function isKept(page: Page, text: string): Promise<void> {
  await expect.poll(async () => Object.values(await kept(page))).toContain(text);
}

/** Opens the playground in a new tab of the same reader. */
async function again(context: BrowserContext): Promise<ExampleCard> {
  return openPlayground(await context.newPage());
}

test('an edit is kept as it is typed and survives a reload', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await isKept(page, MINE);
  await page.reload();
  await expect(card.code()).toHaveText(MINE);
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('mine');
});

test('an edit survives a reload that comes while the reader types', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await page.reload();
  await expect(card.code()).toHaveText(MINE);
});

test('an edit is brought back by a storage that is slow to answer', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await isKept(page, MINE);
  await page.addInitScript(() => {
    const listen = EventTarget.prototype.addEventListener;
    // Longer than the page waits for it before it goes on without.
    IDBOpenDBRequest.prototype.addEventListener = function late(
      type: string,
      listener: EventListenerOrEventListenerObject,
    ): void {
      const hear = (event: Event): void => {
        if (typeof listener === 'function') listener.call(this, event);
        else listener.handleEvent(event);
      };
      listen.call(this, type, type === 'success' ? (event) => setTimeout(hear, 2_500, event) : hear);
    };
  });
  await page.reload();
  await expect(card.code()).toHaveText(MINE);
});

test('an edit survives a closed page', async ({ page, context }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await page.close({ runBeforeUnload: true });
  const later = await again(context);
  await expect(later.code()).toHaveText(MINE);
});

test('an edit in one tab is seen in another', async ({ page, context }) => {
  const card = await openPlayground(page);
  const other = await again(context);
  await page.bringToFront();
  await card.write(MINE);
  await expect(other.code()).toHaveText(MINE);
});

test('each file of each example has an edit of its own', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'Three drinks, no spans');
  await card.tab('tracing.ts').click();
  await card.write(`${(await card.code('tracing.ts').textContent()) ?? ''}// mine\n`);
  await expect.poll(async () => Object.keys(await kept(page))).toEqual(['tracing.ts']);
  await page.reload();
  await expect(card.code('tracing.ts')).toContainText('// mine');
  await expect(card.code('dont.ts')).not.toContainText('// mine');
  await expect(new ExampleCard(page, 'The first span').code()).not.toContainText('// mine');
});

test('Reset brings the original back and forgets the edit', async ({ page }) => {
  const card = await openPlayground(page);
  const original = await card.code().textContent();
  await card.write(MINE);
  await isKept(page, MINE);
  await card.button('reset').click();
  await expect(card.status).toHaveText('Back to the original.');
  await card.run(/^3 spans, /);
  expect(await kept(page)).toEqual({});
  await page.reload();
  await expect(card.code()).toHaveText(original ?? '');
});

test('an emptied editor never takes the place of work', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await isKept(page, MINE);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');
  await page.reload();
  await expect(card.code()).toHaveText(MINE);
});

/** Puts a record into the browser as if the example had said something else when the reader edited it. */
async function editOfOlder(page: Page, original: string): Promise<void> {
  await page.evaluate(
    ({ hash, text, mine }) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('traced-patterns');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('edits', 'readwrite');
          change.objectStore('edits').put({
            example: 'playground',
            file: 'main.ts',
            originalHash: hash,
            originalText: text,
            text: mine,
            updatedAt: Date.now(),
          });
          change.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    { hash: sha256(original), text: original, mine: MINE },
  );
}

for (const [choice, shown] of [
  ['Keep mine', MINE],
  ['Take the new one', /inSpan\(ctx, tracer, 'boil water'/],
] as const) {
  test(`a changed example shows both texts, and the reader chooses: ${choice}`, async ({ page }) => {
    const card = await openPlayground(page);
    await card.write(MINE);
    await isKept(page, MINE);
    await editOfOlder(page, 'what the example said before\n');
    await page.reload();
    await expect(card.root).toContainText('This example has changed since you edited main.ts.');
    await card.root.getByText('What you wrote').click();
    await expect(card.root.locator('details[open] pre')).toHaveText(MINE);
    await card.root.getByText('The example as it is now').click();
    await expect(card.root.locator('details[open] pre').last()).toContainText('make tea');
    await card.root.getByRole('button', { name: choice }).click();
    await expect(card.code()).toHaveText(shown);
    await expect(card.root).not.toContainText('This example has changed');
    await page.reload();
    await expect(card.code()).toHaveText(shown);
    await expect(card.root).not.toContainText('This example has changed');
  });
}

const REFUSALS: Readonly<Record<string, { readonly script: string; readonly says: string }>> = {
  'storage that is denied': {
    script: `IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };`,
    says: 'This browser does not let the page keep anything (a private window, perhaps): your edits last until you close this tab.',
  },
  'storage that does not answer': {
    script: `IDBFactory.prototype.open = () => Object.assign(new EventTarget(), { result: undefined, error: null });`,
    says: 'This browser does not let the page keep anything (a private window, perhaps): your edits last until you close this tab.',
  },
  'storage that is not there': {
    script: `Object.defineProperty(globalThis, 'indexedDB', { value: undefined });`,
    says: 'This browser does not let the page keep anything (a private window, perhaps): your edits last until you close this tab.',
  },
  'storage that is full': {
    script: `IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };`,
    says: 'The storage of this browser is full: your edits last until you close this tab; free some space to keep them.',
  },
};

for (const [what, { script, says }] of Object.entries(REFUSALS)) {
  test(`${what} is said in a sentence, and the text is kept in the page`, async ({ page }) => {
    await page.addInitScript(script);
    const card = await openPlayground(page);
    await card.write(MINE);
    await expect(card.root).toContainText(says);
    await card.run(/^0 spans, 0 errors, /);
    await expect(card.console).toContainText('mine');
    await expect(card.root.locator('.tp-ex-editor')).toContainText(`console.log('mine');`);
  });
}

test('a kept edit that cannot be read is said, and the original is shown', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(MINE);
  await isKept(page, MINE);
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('traced-patterns');
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('edits', 'readwrite');
          change.objectStore('edits').put({ example: 'playground', file: 'main.ts', text: 42 });
          change.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
  );
  await page.reload();
  await expect(card.root).toContainText('An edit that was kept for this file cannot be read');
  await expect(card.code()).toContainText('make tea');
});
