import { runsOnAfterwards, withstand, type Attack } from './support/attack.ts';
import { openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';

const OTLP = 'http://localhost:4318/v1/traces';

const ATTACKS: readonly Attack[] = [
  { name: 'a loop that prints', code: `for (let n = 0; ; n++) console.log('line', n);`, ends: 'stop' },
  {
    name: 'a loop that prints between awaits',
    code: `for (let n = 0; ; n++) {\n  console.log({ n });\n  await undefined;\n}`,
    ends: 'stop',
  },
  {
    name: 'lines of a million letters',
    code: `for (;;) console.log('x'.repeat(1_000_000));`,
    ends: 'stop',
  },
  {
    name: 'lines of control characters, which grow when they are written as JSON',
    code: `for (;;) console.log('\\u0001'.repeat(10_000), ...Array.from({ length: 49 }, () => '\\u0001'.repeat(10_000)));`,
    ends: 'stop',
  },
  {
    name: 'objects that are wide and deep in the console',
    code: `const wide = (depth: number): unknown =>
  depth === 0 ? 'x'.repeat(50) : Object.fromEntries(Array.from({ length: 60 }, (_, n) => [\`key \${n}\`, wide(depth - 1)]));
const value = wide(3);
for (;;) console.log(value);`,
    ends: 'stop',
  },
  {
    name: 'requests sent as fast as possible',
    code: `for (;;) {\n  void fetch('${OTLP}');\n  await undefined;\n}`,
    // On a slow machine there are fewer than that, and time ends it.
    ends: /^Stopped: the program (sent more messages in a second than the page will read|ran for 10 s without an end)\.$/,
  },
  {
    name: 'requests that never give way',
    code: `for (;;) void fetch('${OTLP}', { method: 'POST', body: '{}' });`,
    ends: 'stop',
  },
  {
    name: 'requests just slow enough to be let through',
    code: `const send = (): void => { for (let n = 0; n < 30; n++) void fetch('${OTLP}', { method: 'POST', body: '{}' }); };
setInterval(send, 10);`,
    clock: 'real',
    ends: 'stop',
  },
  {
    name: 'request bodies of 20 MB',
    code: `for (;;) await fetch('${OTLP}', { method: 'POST', body: new Uint8Array(20_000_000) });`,
    ends: /^Stopped: the program sent more data than a run may\.$/,
  },
  {
    name: 'one body of 60 MB that claims to be JSON',
    code: `const body = new Uint8Array(60_000_000).fill(91);
await fetch('${OTLP}', { method: 'POST', body, headers: { 'content-type': 'application/json' } });`,
    ends: /^0 spans, 0 errors, finished in /,
  },
  {
    name: 'a body that inflates to gigabytes',
    code: `const bomb = new Blob([new Uint8Array(200_000_000)]).stream().pipeThrough(new CompressionStream('gzip'));
const body = new Uint8Array(await new Response(bomb).arrayBuffer());
const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
for (let n = 0; n < 20; n++) void fetch('${OTLP}', { method: 'POST', body, headers });
for (;;) await new Promise((resolve) => setTimeout(resolve, 50));`,
    clock: 'real',
    ends: 'stop',
  },
  {
    name: 'headers without number',
    code: `const headers = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [\`x-\${n}\`, 'y'.repeat(100)]));
await fetch('${OTLP}', { method: 'POST', body: '{}', headers });`,
    ends: /^Stopped: the program sent the page a message that no program should\.$/,
  },
];

for (const attack of ATTACKS) {
  test(`the page withstands ${attack.name}`, async ({ page }) => {
    const card = await withstand(page, attack);
    await runsOnAfterwards(card);
  });
}

test('the console keeps what can be read of a program that prints without an end, and counts the rest', async ({
  page,
}) => {
  const card = await openCode(page, `for (let n = 0; n < 12_345; n++) console.log('line', n);`);
  await card.run(/^0 spans, 0 errors, finished in 0 /);
  const lines = card.console.locator('.tv-line');
  await expect(lines).toHaveCount(1_991);
  await expect(lines.nth(1_989)).toContainText('line 1989');
  await expect(lines.last()).toContainText(`+ ${12_345 - 1_990}`);
});

test('thirty long lines are printed, and the run ends well', async ({ page }) => {
  const card = await openCode(page, `for (let n = 0; n < 30; n++) console.log(n, 'x'.repeat(9_990));`);
  await card.run(/^0 spans, 0 errors, finished in 0 /);
  await expect(card.console.locator('.tv-line')).toHaveCount(30);
});

test('50,000 spans are shown, and the page answers while they come', async ({ page }) => {
  const card = await withstand(page, {
    name: '',
    code: `import { tracerFor } from 'telemetry';
const tracer = tracerFor('many');
for (let n = 0; n < 50_000; n++) tracer.startSpan(\`span \${n}\`).end();`,
    ends: /^50000 spans, 0 errors, finished in /,
  });
  await expect(card.trace).toHaveAttribute('aria-rowcount', '50000');
  // Only what is in sight is in the document.
  expect(await card.rows.count()).toBeLessThan(100);
  await card.rows.first().focus();
  await page.keyboard.press('End');
  await expect(card.trace.getByRole('row', { name: /^span 49999, / })).toBeFocused();
});

test('spans that are 5,000 deep are shown', async ({ page }) => {
  const card = await openCode(
    page,
    `import { trace, context } from '@opentelemetry/api';
import { tracerFor } from 'telemetry';
const tracer = tracerFor('deep');
let ctx = context.active();
const spans = [];
for (let n = 1; n <= 5_000; n++) {
  const span = tracer.startSpan(\`level \${n}\`, {}, ctx);
  ctx = trace.setSpan(ctx, span);
  spans.push(span);
}
for (const span of spans.reverse()) span.end();`,
  );
  await card.run(/^5000 spans, 0 errors, /);
  await card.rows.first().focus();
  await page.keyboard.press('End');
  await expect(card.trace.getByRole('row', { name: /^level 5000, / })).toHaveAttribute('aria-level', '5000');
});
