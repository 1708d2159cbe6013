import type { Page } from '@playwright/test';
import { ExampleCard } from './support/card.ts';
import { secondsPass, storedIn } from './support/reader.ts';
import { expect, test } from './support/test.ts';

const LESSON = '/31-concurrency/worker-pool/';

/** The end of a lesson, where it says whether it counts as read. */
function end(page: Page) {
  const root = page.locator('tp-lesson');
  return { root, state: root.getByRole('status'), button: root.getByRole('button') };
}

/** Scrolls to the end and waits until the page has seen it there. */
async function scrollToEnd(page: Page): Promise<void> {
  await end(page).root.scrollIntoViewIfNeeded();
  // The observer reports with the next frames.
  await page.waitForTimeout(300);
}

test('a lesson counts as read by the rule that it states, and not by scrolling past', async ({ page }) => {
  await page.clock.install();
  await page.goto(LESSON);
  const { state, button, root } = end(page);
  await secondsPass(page, 3);
  await expect(button).toBeEnabled();
  await expect(root).toContainText('for 5 seconds and the lesson for 60');
  await scrollToEnd(page);
  // The clock goes on by itself as well: far from five seconds, however busy the machine.
  await secondsPass(page, 1);
  await expect(state).toHaveText('Not read yet', { useInnerText: true });
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await page.waitForTimeout(300);
  await secondsPass(page, 60);
  await expect(state).toHaveText('Not read yet', { useInnerText: true });
  await scrollToEnd(page);
  await secondsPass(page, 6);
  await expect(state).toHaveText('✓ Read', { useInnerText: true });
  expect(await storedIn(page, 'progress')).toMatchObject([
    { kind: 'lesson', id: '31-concurrency/worker-pool', read: true },
  ]);
});

test('the mark can be set and taken back by hand, in both languages, and another tab hears of it', async ({
  page,
  context,
}) => {
  await page.goto(LESSON);
  const other = await context.newPage();
  await other.goto(`/zh-cn${LESSON}`);
  const [here, there] = [end(page), end(other)];
  await expect(there.button).toBeEnabled();
  await expect(here.button).toHaveText('Mark as read', { useInnerText: true });
  await here.button.click();
  await expect(here.state).toHaveText('✓ Read', { useInnerText: true });
  await expect(there.state).toHaveText('✓ 已读', { useInnerText: true });
  await there.button.click();
  await expect(there.button).toHaveText('标为已读', { useInnerText: true });
  await expect(here.state).toHaveText('Not read yet', { useInnerText: true });
});

test('runs and passed exercises are kept, with the trace that passed', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  await expect(end(page).button).toBeEnabled();
  // What the card says when a reader's program has run and an exercise was passed.
  await page.evaluate(() => {
    const say = (type: string, detail: object): void => {
      document.querySelector('tp-example')?.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
    };
    say('tp-example-ran', { id: 'start/otlp-init/first-span' });
    say('tp-example-ran', { id: 'start/otlp-init/first-span' });
    say('tp-exercise-passed', {
      id: 'start/otlp-init/flush-exercise',
      telemetry: { spans: [], metrics: [], logs: [] },
    });
  });
  await expect(end(page).state).toHaveText('✓✓ Exercises passed', { useInnerText: true });
  // The page speaks of what it knows; the storage has it a moment later.
  await expect.poll(() => storedIn(page, 'traces')).toHaveLength(1);
  await page.reload();
  await expect(end(page).state).toHaveText('✓✓ Exercises passed', { useInnerText: true });
  expect(await storedIn(page, 'progress')).toMatchObject([
    { kind: 'example', id: 'start/otlp-init/first-span', runs: 2 },
    { kind: 'exercise', id: 'start/otlp-init/flush-exercise' },
  ]);
  expect(await storedIn(page, 'traces')).toMatchObject([{ id: 'start/otlp-init/flush-exercise' }]);
});

test('edits from before there was progress are there afterwards', async ({ page }) => {
  const text = 'console.log("from the first version");\n';
  await page.goto('/404/');
  await page.evaluate(
    (mine) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('traced-patterns', 1);
        opening.addEventListener('upgradeneeded', () => {
          opening.result.createObjectStore('edits', { keyPath: ['example', 'file'] }).add({
            example: '31-concurrency/worker-pool/basic',
            file: 'main.ts',
            originalHash: 'another',
            originalText: 'another',
            text: mine,
            updatedAt: 1,
          });
        });
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    text,
  );
  await page.goto(LESSON);
  await expect(page.getByText('This example has changed since you edited main.ts')).toBeVisible();
  await end(page).button.click();
  await expect(end(page).state).toHaveText('✓ Read', { useInnerText: true });
  expect(await storedIn(page, 'edits')).toMatchObject([{ text }]);
});

test('where the browser keeps nothing, the page works and its tab remembers', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', {
      value: {
        open: () => {
          throw new DOMException('no', 'SecurityError');
        },
      },
    });
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
  });
  await page.goto(LESSON);
  const { state, button } = end(page);
  await button.click();
  await expect(state).toHaveText('✓ Read', { useInnerText: true });
  await expect(page.getByText('This browser does not let the page keep anything')).toBeVisible();
  const card = new ExampleCard(page, 'Three drums, nine batches');
  await expect(card.button('run')).toBeEnabled();
  await page.goto('/zh-cn/path/');
  await expect(page.getByText('此浏览器不允许页面保存内容')).toBeVisible();
});

test('a storage that is full is said to be, keeps what was there, and takes what waits once there is room', async ({
  page,
}) => {
  await page.goto(LESSON);
  const { state, button } = end(page);
  await button.click();
  await expect(state).toHaveText('✓ Read', { useInnerText: true });
  await page.evaluate(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(globalThis, { makeRoom: () => Object.assign(IDBObjectStore.prototype, { put }) });
  });
  await button.click();
  await expect(state).toHaveText('Not read yet', { useInnerText: true });
  await expect(page.getByText('The storage of this browser is full')).toBeVisible();
  expect(await storedIn(page, 'progress')).toMatchObject([{ kind: 'lesson', read: true }]);
  await page.evaluate(() => Reflect.get(globalThis, 'makeRoom')());
  await button.click();
  await expect(page.getByText('The storage of this browser is full')).toBeHidden();
  await button.click();
  await expect.poll(() => storedIn(page, 'progress')).toMatchObject([{ kind: 'lesson', read: false }]);
});

test('a record that cannot be read is counted, left alone, and in nobody’s way', async ({ page }) => {
  await page.goto(LESSON);
  await end(page).button.click();
  await expect(end(page).state).toHaveText('✓ Read', { useInnerText: true });
  const damaged = { kind: 'exercise', id: 'start/otlp-init/flush-exercise', at: 'yesterday' };
  await page.evaluate(
    (record) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('traced-patterns');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('progress', 'readwrite');
          writing.objectStore('progress').put(record);
          writing.addEventListener('complete', () => {
            opening.result.close();
            resolve();
          });
        });
      }),
    damaged,
  );
  for (const [base, said, read] of [
    ['', 'One record of your progress cannot be read.', '◐ read'],
    ['/zh-cn', '有 1 条进度记录无法读取。', '◐ 已读'],
  ] as const) {
    await page.goto(`${base}/path/`);
    await expect(page.getByText(said)).toBeVisible();
    const line = page.locator('[data-lesson="31-concurrency/worker-pool"] .state');
    await expect(line).toHaveText(read, { useInnerText: true });
  }
  expect(await storedIn(page, 'progress')).toContainEqual(damaged);
});

test('two tabs that do things at once both keep what they did', async ({ page, context }) => {
  const other = await context.newPage();
  const [first, second] = [page, other];
  await Promise.all([first.goto(LESSON), second.goto('/31-concurrency/pipeline/')]);
  await expect(end(first).button).toBeEnabled();
  await expect(end(second).button).toBeEnabled();
  const busy = (tab: Page) =>
    tab.evaluate(() => {
      const detail = { id: '31-concurrency/worker-pool/basic' };
      for (let run = 0; run < 10; run++) document.dispatchEvent(new CustomEvent('tp-example-ran', { detail }));
    });
  await Promise.all([busy(first), busy(second), end(first).button.click(), end(second).button.click()]);
  await expect
    .poll(() => storedIn(page, 'progress'))
    .toMatchObject([
      { kind: 'example', id: '31-concurrency/worker-pool/basic', runs: 20 },
      { kind: 'lesson', id: '31-concurrency/pipeline', read: true },
      { kind: 'lesson', id: '31-concurrency/worker-pool', read: true },
    ]);
});
