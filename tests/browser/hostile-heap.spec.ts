import { chromiumPath, CHROMIUM_ARGS } from '../harness/harness.ts';
import { openCode, shareAddress } from './support/card.ts';
import { expect, test } from './support/test.ts';

const executablePath = chromiumPath();

/** A smaller heap is full sooner, however slow the machine is. */
test.use({
  launchOptions: {
    args: [...CHROMIUM_ARGS, '--js-flags=--max-old-space-size=256'],
    ...(executablePath ? { executablePath } : {}),
  },
});

test('a heap that is full ends the program, not the page: its text stays and the next run works', async ({ page }) => {
  const card = await openCode(page, 'const all: number[][] = [];\nfor (;;) all.push(new Array(100_000).fill(1.5));');
  const harmless = await shareAddress(`console.log('after');\n`);
  // Playwright takes the end of any frame's process for the end of the page. The browser's own protocol does not.
  const browser = await page.context().newCDPSession(page);
  const ask = async (expression: string): Promise<unknown> => {
    const { result } = await browser.send('Runtime.evaluate', { expression });
    return result.value;
  };
  const status = (): Promise<unknown> => ask(`document.querySelector('.tp-ex-status').textContent`);
  await card.root.hover();
  await ask(`document.querySelector('[data-do=run]').click()`);
  await expect
    .poll(status, { timeout: 25_000 })
    .toBe('Stopped: the program used more memory than the browser allows. The page and your text are unharmed.');
  expect(await ask(`document.querySelector('pre[data-file]').textContent`)).toContain('for (;;) all.push');
  await ask(`location.hash = ${JSON.stringify(harmless.slice(harmless.indexOf('#')))}`);
  await expect.poll(status).toMatch(/^This code came with the link\./);
  await ask(`document.querySelector('[data-do=run]').click()`);
  await expect.poll(status).toMatch(/^0 spans, 0 errors, finished in 0 /);
  // What draws the console is fetched with the first line, and may come after the end of the run.
  await expect.poll(() => ask(`document.querySelector('[role=log]').textContent`)).toContain('after');
});
