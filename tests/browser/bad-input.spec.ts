import { openCode, openPlayground } from './support/card.ts';
import { expect, test } from './support/test.ts';

/** Programs that go wrong, and what the status line says. */
const WRONG: Readonly<Record<string, { readonly code: string; readonly says: RegExp }>> = {
  'a syntax error': {
    code: `const a = 1;\nconst = 2;\n`,
    says: /^main\.ts:2:7 .+\.$/,
  },
  'a bracket that is not closed': {
    code: 'function f() {\n  return [1, 2;\n}\n',
    says: /^main\.ts:2:\d+ .+\.$/,
  },
  'an unknown module': {
    code: `import x from 'left-pad';\nx();\n`,
    says: /^main\.ts:1:\d+ cannot find module 'left-pad'; an example can import "@opentelemetry\/api", .+ or its own files such as "\.\/other\.ts"\.$/,
  },
  'a file that is not there': {
    code: `import './other.ts';\n`,
    says: /^main\.ts:1:\d+ cannot find module '\.\/other\.ts'; the example has no other file\.$/,
  },
  'an enum': {
    code: 'enum Colour {\n  Red,\n}\nconsole.log(Colour.Red);\n',
    says: /^main\.ts:1:\d+ An enum needs code to be generated, so it cannot be used here; write an object with "as const" instead\.$/,
  },
  'a name that a module does not export': {
    code: `import { nothing } from 'csp';\nnothing();\n`,
    says: /csp.+does not provide an export named 'nothing'/,
  },
  'a thrown Error': {
    code: `\nthrow new RangeError('too many');\n`,
    says: /^RangeError: too many\. 0 spans, 0 errors\.$/,
  },
  'a thrown string': { code: `throw 'just text';`, says: /^threw "just text"\. 0 spans, 0 errors\.$/ },
  'a thrown undefined': { code: 'throw undefined;', says: /^threw undefined\. 0 spans, 0 errors\.$/ },
  'a thrown null': { code: 'throw null;', says: /^threw null\. 0 spans, 0 errors\.$/ },
  'a thrown object': { code: 'throw { reason: 1 };', says: /^threw .+\. 0 spans, 0 errors\.$/ },
  'a thrown symbol': { code: `throw Symbol('why');`, says: /^threw Symbol\(why\)\. 0 spans, 0 errors\.$/ },
  'several errors in one': {
    code: `throw new AggregateError([new Error('first'), new TypeError('second')]);`,
    says: /^AggregateError: Error: first; TypeError: second\. 0 spans, 0 errors\.$/,
  },
  'a promise that is rejected and forgotten': {
    code: `void Promise.reject(new Error('forgotten'));`,
    says: /^Error: forgotten\. 0 spans, 0 errors\.$/,
  },
  'a timer that throws': {
    code: `setTimeout(() => {\n  throw new Error('late');\n}, 50);`,
    says: /^Error: late\. 0 spans, 0 errors\.$/,
  },
  'an await that never ends': {
    code: 'await new Promise(() => undefined);',
    says: /^Stuck: main awaits a promise that nothing will settle\. 0 spans, 0 errors\.$/,
  },
  'an empty program': { code: '\n', says: /^0 spans, 0 errors, finished in 0 / },
  'a program of only comments': { code: '// nothing\n', says: /^0 spans, 0 errors, finished in 0 / },
  'files that import each other': {
    code: `import './main.ts';\n`,
    says: /^main\.ts:1:\d+ .+circle|^main\.ts:1:\d+ cannot find module/,
  },
};

for (const [what, { code, says }] of Object.entries(WRONG)) {
  test(`${what} is told in one sentence`, async ({ page }) => {
    const card = await openCode(page, code);
    await card.run(says);
    // What was wrong can be put right at once.
    await card.write(`console.log('right');\n`);
    await card.run(/^0 spans, 0 errors, finished in 0 /);
    await expect(card.console).toContainText('right');
  });
}

test('a syntax error is told in Chinese on a Chinese page', async ({ page }) => {
  const card = await openCode(page, `import x from 'left-pad';\n`, 'zh-CN');
  await card.run(/^main\.ts:1:\d+ 找不到模块 'left-pad'；示例可以导入 .+。$/);
});

test('the line of an error is marked in the code', async ({ page }) => {
  const card = await openCode(page, `const a = 1;\nthrow new Error(String(a));\n`);
  await card.run(/^Error: 1\. /);
  await expect(card.code().locator('.tp-mark')).toHaveText(/throw new Error\(String\(a\)\);/);
});

test('a type error is marked in the editor, and the program runs all the same', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`const n: number = 'text';\nconsole.log(n);\n`);
  await expect(card.root.locator('.squiggly-error')).toBeVisible();
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('text');
});

test('the editor knows the real types of OpenTelemetry, csp and the kit', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`import { trace } from '@opentelemetry/api';
import { chan } from 'csp';
import { tracerFor } from 'telemetry';
const ch = chan<number>();
void ch.send('text');
trace.getTracer('x').startSpan(1);
tracerFor(2);
`);
  await expect(card.root.locator('.squiggly-error')).toHaveCount(3);
});

test('the editor completes the names of a module', async ({ page }) => {
  const card = await openPlayground(page);
  await card.write(`import { chan } from 'csp';\nconst jobs = chan<number>();\njobs.`);
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('option', { name: /receive/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(card.editor).toBeFocused();
});

test('a coarse pointer gets a plain text area that does the same', async ({ browser }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } });
  const page = await context.newPage();
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  const card = await openPlayground(page);
  await card.button('edit').tap();
  await expect(card.editor).toBeFocused();
  expect(await card.editor.evaluate((element) => element.tagName)).toBe('TEXTAREA');
  await card.editor.fill(`console.log('touched');\nconst = 1;\n`);
  await card.button('run').tap();
  await expect(card.status).toHaveText(/^main\.ts:2:7 /);
  await expect(card.editor).toHaveAttribute('aria-invalid', 'true');
  await card.editor.fill(`console.log('touched');\n`);
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(card.status).toHaveText(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('touched');
  await page.keyboard.press('Escape');
  await expect(card.button('edit')).toBeFocused();
  expect(requests.filter((url) => /monaco|codicon/i.test(url))).toEqual([]);
  await context.close();
});

test('where Monaco cannot be loaded a plain text area takes its place, and says so', async ({ page }) => {
  await page.route(/monaco/i, (route) => route.abort());
  const card = await openPlayground(page);
  await card.button('edit').click();
  await expect(card.status).toHaveText(
    /^The full editor could not be loaded .+ so this is a plain text area; everything else works as usual\.$/,
  );
  expect(await card.editor.evaluate((element) => element.tagName)).toBe('TEXTAREA');
  await card.editor.fill(`console.log('plain');\n`);
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('plain');
});

test('a part of the sandbox that cannot be loaded is said, and the next press tries again', async ({ page }) => {
  const card = await openPlayground(page);
  await page.route(/\/(boot|trace|guide)\..*\.txt/, (route) => route.abort());
  await card.button('run').click();
  await expect(card.status).toHaveText(
    /^Not started: a part of the sandbox could not be loaded\. You may be offline; your text is safe\.$/,
  );
  await page.unroute(/\/(boot|trace|guide)\..*\.txt/);
  await card.run(/^3 spans, 0 errors, /);
});
