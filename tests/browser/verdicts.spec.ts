import type { Page } from '@playwright/test';
import { openCode, type ExampleCard } from './support/card.ts';
import { expect, test } from './support/test.ts';

/** The tasks that a verdict lists. */
function tasks(card: ExampleCard): ReturnType<Page['getByRole']> {
  return card.root.getByRole('list', { name: 'Blocked tasks' }).getByRole('listitem');
}

test('an error names its line, in the status, the code and the console', async ({ page }) => {
  const card = await openCode(page, `function fail(): never {\n  throw new RangeError('too many');\n}\nfail();\n`);
  await card.run(/^RangeError: too many\. 0 spans, 0 errors\.$/);
  await expect(card.code().locator('.tp-mark')).toHaveText(/throw new RangeError\('too many'\);/);
  await expect(card.console.getByRole('button', { name: 'main.ts:2' })).toBeVisible();
});

test('an error in another file leads to that file', async ({ page }) => {
  const card = await openCode(page, [
    { name: 'main.ts', code: `import { fail } from './deep.ts';\n\nfail();\n` },
    { name: 'deep.ts', code: `// one\n// two\nexport function fail(): never {\n  throw new Error('deep');\n}\n` },
  ]);
  await card.run(/^Error: deep\. /);
  await expect(card.tab('deep.ts')).toHaveAttribute('aria-selected', 'true');
  await expect(card.code('deep.ts').locator('.tp-mark')).toHaveText(/throw new Error\('deep'\);/);
});

test('an error that knows no line names the task that ended with it, and where that was started', async ({ page }) => {
  const card = await openCode(
    page,
    `import { background, go, sleep, withTimeout } from 'csp';
const [ctx] = withTimeout(background(), 5);
go(() => sleep(1));
go(async () => {
  await sleep(20, ctx);
});
await sleep(50);
`,
  );
  await card.run(/^DeadlineExceeded: context deadline exceeded\. 0 spans, 0 errors\.$/);
  const task = card.root.getByRole('list', { name: 'The task that failed' }).getByRole('listitem');
  await expect(task).toHaveText('go #2 did not catch it; it was started at main.ts:4');
  await task.getByRole('button').click();
  await expect(card.code().locator('.tp-mark')).toHaveText(/^go\(async/);
});

test('a deadlock lists each task with its line', async ({ page }) => {
  const card = await openCode(
    page,
    `import { chan, go } from 'csp';

const a = chan<number>();
const b = chan<number>();
go(async () => {
  await a.receive();
  await b.send(1);
});
await b.receive();
await a.send(1);
`,
  );
  await card.run(/^Deadlock after 0 ns of virtual time: every task waits for another\. 0 spans, 0 errors\.$/);
  await expect(tasks(card)).toHaveCount(2);
  await expect(tasks(card).filter({ hasText: 'main waits' }).getByRole('button')).toHaveText('main.ts:9');
  await expect(tasks(card).filter({ hasNotText: 'main waits' }).getByRole('button')).toHaveText('main.ts:6');
});

test('a leak lists each task that main left behind, with its line', async ({ page }) => {
  const card = await openCode(
    page,
    `import { chan, go, sleep } from 'csp';

const jobs = chan<number>();
for (let n = 0; n < 3; n++) {
  go(async () => {
    await jobs.receive();
  });
}
await sleep(10);
`,
  );
  await card.run(/^Leak: main returned while 3 tasks still waited\. 0 spans, 0 errors\.$/);
  await expect(tasks(card)).toHaveCount(3);
  for (const task of await tasks(card).all()) await expect(task.getByRole('button')).toHaveText('main.ts:6');
});

test('the line of a task leads to the code', async ({ page }) => {
  const card = await openCode(
    page,
    `import { chan } from 'csp';\nconst jobs = chan<number>();\n\nawait jobs.send(1);\n`,
  );
  await card.run(/^Deadlock after /);
  await tasks(card).getByRole('button').click();
  await expect(card.code().locator('.tp-mark')).toHaveText(/await jobs\.send\(1\);/);
});

test('a promise that nothing settles is stuck, also while an interval of the SDK runs', async ({ page }) => {
  const card = await openCode(
    page,
    `import { tracerFor } from 'telemetry';
tracerFor('x').startSpan('before').end();
await new Promise(() => undefined);
`,
  );
  await card.run(/^Stuck: main awaits a promise that nothing will settle\. 1 span, 0 errors\.$/);
});

test('on the real clock work of the browser that takes a while is no promise that is stuck', async ({ page }) => {
  const card = await openCode(page, `console.log('first');`);
  await card.run(/^0 spans, /);
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('Clock').selectOption('real');
  await card.write(`const channel = new MessageChannel();
const answer = new Promise((resolve) => { channel.port1.onmessage = ({ data }) => resolve(data); });
const packed = new Blob([new Uint8Array(20_000_000)]).stream().pipeThrough(new CompressionStream('gzip'));
void new Response(packed).arrayBuffer().then(({ byteLength }) => channel.port2.postMessage(byteLength));
console.log('packed', await answer);
channel.port1.close();
`);
  await card.run(/^0 spans, 0 errors, finished in /);
  await expect(card.console).toContainText('packed');
});

test('the reader stops a program, and what it had sent stays', async ({ page }) => {
  const card = await openCode(
    page,
    `import { trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
const provider = new WebTracerProvider({ spanProcessors: [new SimpleSpanProcessor(new OTLPTraceExporter())] });
provider.getTracer('x').startSpan('sent before').end();
await provider.forceFlush();
console.log('printed before');
for (;;) await Promise.resolve();
`,
  );
  await card.button('run').click();
  await expect(card.console).toContainText('printed before');
  await card.button('stop').click();
  await expect(card.status).toHaveText(/^Stopped after .+\. 1 span, 0 errors\.$/);
  await expect(card.rows).toHaveAccessibleName(/^sent before, /);
});

test('an hour of virtual time is the most that a program gets', async ({ page }) => {
  const card = await openCode(page, `import { sleep } from 'csp';\nfor (;;) await sleep(60_000);\n`);
  await card.run(/^Stopped: the program ran past 1 h of virtual time\. A timer that repeats for ever needs an end\.$/);
});

test('ten seconds of real time are the most that a program gets', async ({ page }) => {
  const card = await openCode(page, 'for (;;);');
  await card.run(/^Stopped: the program ran for 10 s without an end\.$/);
});

test('two runs of one program leave the same trace to the byte', async ({ page }) => {
  const card = await openCode(
    page,
    `import { background, go, sleep, WaitGroup } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
const tracer = tracerFor('twice');
const group = new WaitGroup();
for (let n = 0; n < 20; n++) {
  group.go(() => inSpan(background(), tracer, \`job \${n}\`, () => sleep(Math.floor(Math.random() * 50))));
}
await group.wait();
console.log(crypto.randomUUID(), Date.now(), performance.now());
`,
  );
  const texts: string[] = [];
  for (let run = 0; run < 2; run++) {
    await card.run(/^20 spans, 0 errors, /);
    const bodies = await card.requests();
    await bodies.first().getByRole('button').click();
    texts.push((await card.root.getByRole('tabpanel', { name: /Requests/ }).textContent()) ?? '');
    texts.push((await card.console.textContent()) ?? '');
    await bodies.first().getByRole('button').click();
    await card.tab('Trace').click();
  }
  expect(texts[2]).toBe(texts[0]);
  expect(texts[3]).toBe(texts[1]);
});

test('telemetry that cannot be delivered is said at the end of the run', async ({ page }) => {
  const card = await openCode(
    page,
    `import { tracerFor } from 'telemetry';\ntracerFor('x').startSpan('lost').end();\n`,
  );
  await card.run(/^1 span, /);
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('It answers').selectOption('400');
  await card.run(/^main returned, but its telemetry was not delivered\. .+/);
});
