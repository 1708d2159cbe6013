import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { traceText } from '../harness/viewer/shapes.ts';
import { expect, test } from './support/test.ts';

const NAMES = {
  en: {
    path: '/traces/',
    open: 'Open file',
    sample: 'Open a sample',
    save: 'Save as OTLP JSON',
    trace: 'Trace',
    close: 'Close',
  },
  'zh-CN': {
    path: '/zh-cn/traces/',
    open: '打开文件',
    sample: '打开示例',
    save: '保存为 OTLP JSON',
    trace: '追踪',
    close: '关闭',
  },
} as const;

/** The page of the viewer, by the names that readers hear. */
class TracesPage {
  readonly page: Page;
  readonly names: (typeof NAMES)['en' | 'zh-CN'];

  constructor(page: Page, language: 'en' | 'zh-CN' = 'en') {
    this.page = page;
    this.names = NAMES[language];
  }

  async goto(search = ''): Promise<void> {
    await this.page.goto(`${this.names.path}${search}`);
    await expect(this.page.getByLabel(this.names.open)).toBeEnabled();
  }

  open(name: string, content: string | Buffer): Promise<void> {
    const buffer = typeof content === 'string' ? Buffer.from(content) : content;
    return this.page.getByLabel(this.names.open).setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  }

  get tree(): Locator {
    return this.page.getByRole('treegrid', { name: this.names.trace });
  }

  get status(): Locator {
    return this.page.locator('tp-traces').getByRole('status').first();
  }

  get alert(): Locator {
    return this.page.locator('tp-traces').getByRole('alert');
  }
}

const small = traceText('mixed', 20);

type Logged = readonly [time: string, severity: number, text: string, span?: number];

/** The same with records that the code of its spans logged, that of the root where no other is named. */
function withLogs(records: readonly Logged[]): string {
  const logRecords = records.map(([timeUnixNano, severityNumber, stringValue, at = 0]) => ({
    timeUnixNano,
    severityNumber,
    body: { stringValue },
    traceId: (20).toString(16).padStart(32, '0'),
    spanId: (at + 1).toString(16).padStart(16, '0'),
  }));
  const resourceLogs = [{ resource: {}, scopeLogs: [{ scope: { name: 'shop' }, logRecords }] }];
  return JSON.stringify({ ...JSON.parse(small), resourceLogs });
}

const logged = withLogs([
  ['1790000000001000000', 9, 'card asked'],
  ['1790000000002000000', 17, 'card declined'],
]);
const span = /"traceId":"[^"]+"/;

for (const language of ['en', 'zh-CN'] as const) {
  test(`an empty page invites, and its sample shows an error of five services (${language})`, async ({ page }) => {
    const traces = new TracesPage(page, language);
    await traces.goto();
    await expect(traces.tree).toHaveCount(0);
    await page.getByRole('button', { name: traces.names.sample }).click();
    await expect(traces.tree).toBeVisible();
    await expect(traces.status).toContainText(language === 'en' ? '5 services' : '5 个服务');
    await expect(traces.tree.getByRole('row').first()).toHaveAccessibleName(/POST \/cart\/buy/);
    await expect(page).toHaveURL(/\?sample$/);
    await page.reload();
    await expect(traces.tree).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include('tp-traces').analyze();
    expect(violations).toEqual([]);
    await page.getByRole('button', { name: traces.names.close }).click();
    await expect(traces.tree).toHaveCount(0);
    await expect(page).toHaveURL(new RegExp(`${traces.names.path}$`));
  });

  test(`what cannot be read is refused with file, place and reason (${language})`, async ({ page }) => {
    const traces = new TracesPage(page, language);
    await traces.goto();
    await traces.open('broken.json', '{\n  "resourceSpans": [}');
    await expect(traces.alert).toContainText('broken.json');
    await expect(traces.alert).toContainText(language === 'en' ? 'Line 2, column 21' : '第 2 行，第 21 列');
    // A good file afterwards takes the refusal away; a bad one afterwards leaves the good one open.
    await traces.open('good.json', small);
    await expect(traces.tree).toBeVisible();
    await expect(traces.alert).toBeHidden();
    await traces.open('page.html', '<!doctype html>');
    await expect(traces.alert).toContainText('page.html');
    await expect(traces.tree).toBeVisible();
  });
}

for (const [kind, name, content] of [
  ['OTLP JSON', 'a.json', small],
  ['JSON Lines', 'a.jsonl', `${small}\n${small.replace(span, `"traceId":"${'7'.repeat(32)}"`)}\n`],
  ['gzip', 'a.json.gz', gzipSync(small)],
  [
    'Jaeger JSON',
    'jaeger.json',
    JSON.stringify({
      data: [
        {
          traceID: '5b8efff798038103d269b633813fc60c',
          processes: { p1: { serviceName: 'shop', tags: [] } },
          spans: [
            {
              traceID: '5b8efff798038103d269b633813fc60c',
              spanID: 'eee19b7ec3c1b174',
              operationName: 'GET /pay',
              references: [],
              startTime: 1_700_000_000_123_457,
              duration: 1503,
              tags: [],
              logs: [],
              processID: 'p1',
            },
          ],
        },
      ],
    }),
  ],
] as const) {
  test(`${kind} is opened by what it holds`, async ({ page }) => {
    const traces = new TracesPage(page);
    await traces.goto();
    await traces.open(name, content);
    await expect(traces.tree.getByRole('row').first()).toBeVisible();
    await expect(traces.status).toContainText(name);
  });
}

test('a partly good file shows the good part and says what was left out', async ({ page }) => {
  const traces = new TracesPage(page);
  await traces.goto();
  await traces.open('partly.jsonl', `${small}\n{"resourceSpans": oops}\n`);
  await expect(traces.tree).toBeVisible();
  await expect(page.locator('.tp-tr-left')).toContainText('1 item was left out');
  await expect(page.locator('.tp-tr-left')).toContainText('Line 2, column 19');
});

test('a file may be dropped anywhere on the page, and text pasted', async ({ page }) => {
  const traces = new TracesPage(page);
  await traces.goto();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'dropped.json'));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, small);
  await expect(traces.status).toContainText('dropped.json');
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, small);
  await expect(traces.status).toContainText('pasted text');
});

test('an address of this site is read, another is not even asked', async ({ page, requests }) => {
  const traces = new TracesPage(page);
  await page.route(
    (address) => address.pathname === '/recorded.json',
    (route) => route.fulfill({ body: small }),
  );
  await traces.goto('?src=/recorded.json');
  await expect(traces.tree).toBeVisible();
  const marked = () =>
    page.evaluate(() =>
      ['trace-data', 'trace-rows'].filter((name) => performance.getEntriesByName(name).length > 0).join(' '),
    );
  await expect.poll(marked).toBe('trace-data trace-rows');
  await page.goto(`${traces.names.path}?src=https://elsewhere.example/x.json`);
  await expect(traces.alert).toContainText('https://elsewhere.example/x.json');
  expect(requests.filter((address) => new URL(address).hostname === 'elsewhere.example')).toEqual([]);
  await page.goto(`${traces.names.path}?src=/is-not-there.json`);
  await expect(traces.alert).toContainText('HTTP 404');
});

test('while a file is on its way, a view is drawn out of sight and leaves nothing behind', async ({ page }) => {
  const traces = new TracesPage(page);
  await page.addInitScript(() => {
    const look = new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        if (node instanceof HTMLElement && node.inert) document.documentElement.dataset['stages'] = '1';
      }
    });
    look.observe(document, { childList: true, subtree: true });
  });
  let deliver = (): void => undefined;
  await page.route(
    (address) => address.pathname === '/recorded.json',
    async (route) => {
      await new Promise<void>((resolve) => {
        deliver = resolve;
      });
      await route.fulfill({ body: small });
    },
  );
  await traces.goto('?src=/recorded.json');
  await expect(page.locator('html')).toHaveAttribute('data-stages', '1');
  await expect(page.locator('.tv, tp-traces [inert]')).toHaveCount(0);
  expect(await page.evaluate(() => performance.getEntriesByName('trace-rows').length)).toBe(0);
  deliver();
  await expect(traces.tree).toHaveAttribute('aria-rowcount', '20');
});

test('what is saved can be opened again', async ({ page }) => {
  const traces = new TracesPage(page);
  await traces.goto('?sample');
  await expect(traces.tree).toBeVisible();
  await expect(traces.status).toContainText('5 services');
  const said = await traces.status.textContent();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: traces.names.save }).click(),
  ]);
  const text = await readFile(await download.path(), 'utf8');
  await traces.open('again.json', text);
  const counts = /\d+ spans, \d+ errors, \d+ traces, \d+ services, \d+ metrics, \d+ log records/.exec(said ?? '')?.[0];
  await expect(traces.status).toContainText(`again.json: ${counts ?? 'no counts'}`);
});

test('a link to a span of the sample works after a reload', async ({ page }) => {
  const traces = new TracesPage(page);
  await traces.goto('?sample');
  const [root] = JSON.parse(await savedText(page, traces)).resourceSpans[0].scopeSpans[0].spans;
  await page.goto(`${traces.names.path}?sample#span=${root.traceId}-${root.spanId}`);
  await expect(traces.tree.getByRole('row', { selected: true })).toHaveAccessibleName(new RegExp(`^${root.name}`));
});

async function savedText(page: Page, traces: TracesPage): Promise<string> {
  await expect(traces.tree).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: traces.names.save }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
}

test('the page draws while a large file is read', async ({ page }) => {
  const traces = new TracesPage(page);
  await traces.goto();
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(globalThis, { gaps });
    let last = performance.now();
    const look = (): void => {
      const now = performance.now();
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await traces.open('large.json', traceText('mixed', 20_000));
  await expect(traces.status).toContainText('20,000 spans', { timeout: 60_000 });
  await expect(traces.tree).toHaveAttribute('aria-rowcount', /^\d{4,}$/);
  // A screenful of rows, whatever the file's size.
  expect(await traces.tree.getByRole('row').count()).toBeLessThan(100);
  const frames = await page.evaluate(() => (globalThis as unknown as { gaps: number[] }).gaps.length);
  expect(frames).toBeGreaterThan(10);
});

for (const language of ['en', 'zh-CN'] as const) {
  test(`log records are marks on the bar of their span and lead to the list of them (${language})`, async ({
    page,
  }) => {
    const traces = new TracesPage(page, language);
    await traces.goto();
    await traces.open('logged.json', logged);
    const row = traces.tree.getByRole('row').first();
    await expect(row).toHaveAccessibleName(
      language === 'en' ? /2 log records, the gravest ERROR/ : /2 条日志，最高级别 ERROR/,
    );
    await expect(row.locator('.tv-log')).toHaveCount(2);
    // Shapes: what is grave is told apart by more than its colour.
    const shape = await row.locator('.tv-log-bad').evaluate((mark) => getComputedStyle(mark, '::before').clipPath);
    expect(shape).toMatch(/^polygon/);
    await expect(row.locator('.tv-log-bad')).toHaveAttribute('title', '✕ ERROR card declined');
    await row.press('Enter');
    const detail = page.locator('.tv-detail');
    await detail.getByRole('button', { name: 'card declined' }).press('Enter');
    const tab = page.getByRole('tab', { name: language === 'en' ? 'Logs' : '日志' });
    await expect(tab).toHaveAttribute('aria-selected', 'true');
    const line = page.getByRole('row', { name: 'card declined' });
    await expect(line).toBeFocused();
    await line.getByRole('button').click();
    await expect(row).toBeFocused();
    const { violations } = await new AxeBuilder({ page })
      .include('tp-traces')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations).toEqual([]);
  });
}

test('a record far down the list of logs is on the page that opens, and the others are a page away', async ({
  page,
}) => {
  const traces = new TracesPage(page);
  await traces.goto();
  const many = Array.from({ length: 2_100 }, (_, at): Logged => [
    String(1_790_000_000_000_000_000n + BigInt(at)),
    9,
    `no ${at}`,
  ]);
  await traces.open('chatty.json', withLogs([...many, ['1790000000900000000', 17, 'the last word', 5]]));
  await traces.tree.getByRole('row', { name: '1 log record, ERROR' }).press('Enter');
  await page.locator('.tv-detail').getByRole('button', { name: 'the last word' }).press('Enter');
  await expect(page.getByRole('row', { name: 'the last word' })).toBeFocused();
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText('2001 to 2101 of 2101');
  await panel.getByRole('button', { name: 'Previous page' }).click();
  await expect(panel.getByRole('row', { name: 'no 1999' })).toBeVisible();
  await expect(panel.getByRole('row', { name: 'the last word' })).toHaveCount(0);
});

for (const [path, ready] of [
  ['/playground/', 'Run'],
  ['/traces/?sample', 'Close'],
] as const) {
  test(`no level of headings is left out when a span is open (${path})`, async ({ page }) => {
    await page.goto(path);
    const button = page.getByRole('button', { name: ready, exact: true });
    await expect(button).toBeEnabled();
    if (ready === 'Run') await button.click();
    await page.getByRole('treegrid').getByRole('row').first().click();
    await expect(page.locator('.tv-detail')).toBeVisible();
    const levels = await page
      .locator('main')
      .locator('h1, h2, h3, h4, h5, h6')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.slice(1))));
    expect(levels).toContain(3);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
  });
}
