import { openCode, openPlayground, type ExampleCard } from './support/card.ts';
import type { Collector } from './support/outside.ts';
import { expect, test } from './support/test.ts';

/** Opens the receiver's settings, and turns forwarding on. */
async function turnOn(card: ExampleCard, address: string): Promise<void> {
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('Its address').fill(address);
  await card.root.getByLabel('Also send to a collector').check();
}

async function forwarding(card: ExampleCard, collector: Collector): Promise<void> {
  await card.run(/^3 spans, /);
  await turnOn(card, collector.origin);
  await card.run(/^3 spans, /);
}

test('nothing is forwarded before the reader turns it on', async ({ page, collector }) => {
  const card = await openPlayground(page);
  await card.run(/^3 spans, /);
  await card.root.getByText('Receiver', { exact: true }).click();
  await expect(card.root.getByLabel('Also send to a collector')).not.toBeChecked();
  await expect(card.root.getByLabel('Its address')).toHaveValue('http://localhost:4318');
  await card.root.getByLabel('Its address').fill(collector.origin);
  await card.run(/^3 spans, /);
  expect(collector.arrivals).toEqual([]);
});

test('the reader is asked once, then the run goes to the collector as OTLP JSON', async ({ page, collector }) => {
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await expect(card.root).toContainText(
    `Send the telemetry of this run (3 spans, points and records) to ${collector.origin}?`,
  );
  expect(collector.arrivals).toEqual([]);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Sent to ${collector.origin}.`);
  expect(collector.arrivals).toHaveLength(1);
  const [first] = collector.arrivals;
  expect(first?.method).toBe('POST');
  expect(first?.path).toBe('/v1/traces');
  expect(first?.headers['content-type']).toBe('application/json');
  expect(first?.headers.cookie).toBeUndefined();
  expect(first?.headers.referer).toBeUndefined();
  const { resourceSpans } = JSON.parse(first?.body ?? '{}');
  const names = resourceSpans[0].scopeSpans[0].spans.map(({ name }: { readonly name: string }) => name);
  expect(names.toSorted()).toEqual(['boil water', 'make tea', 'steep']);
  // The same code is not asked about again.
  await card.run(/^3 spans, /);
  // What the first run said may still stand there; the collector knows.
  await expect.poll(() => collector.arrivals.length).toBe(2);
});

test('changed code is asked about again', async ({ page, collector }) => {
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Sent to ${collector.origin}.`);
  await card.write(`import { tracerFor } from 'telemetry';\ntracerFor('x').startSpan('changed').end();\n`);
  await card.run(/^1 span, /);
  await expect(card.root).toContainText('Send the telemetry of this run (1 spans, points and records)');
  expect(collector.arrivals).toHaveLength(1);
});

test('no cookie goes to a collector on the same host', async ({ page, collector, context, baseURL }) => {
  await context.addCookies([{ name: 'session', value: 'secret', url: baseURL ?? '' }]);
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Sent to ${collector.origin}.`);
  await card.run(/^3 spans, /);
  await expect.poll(() => collector.arrivals.length).toBe(2);
  for (const { headers } of collector.arrivals) expect(headers.cookie).toBeUndefined();
});

test('a redirect is refused', async ({ page, collector, outside }) => {
  const before = outside.arrivals.length;
  collector.answer(307, `${outside.origin}/v1/traces`);
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(
    `Not sent to ${collector.origin}: nobody answered, or the collector does not allow this page (CORS).`,
  );
  expect(outside.arrivals.slice(before)).toEqual([]);
});

test('a collector that refuses is named with its answer', async ({ page, collector }) => {
  collector.answer(503);
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Not sent to ${collector.origin}: it answered 503.`);
});

for (const address of [
  'localhost:4318',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'http://user:pw@localhost:4318',
  '',
]) {
  test(`an address such as "${address}" is refused in a sentence`, async ({ page }) => {
    const card = await openPlayground(page);
    await card.run(/^3 spans, /);
    await turnOn(card, address);
    await card.run(/^3 spans, /);
    await expect(card.root).toContainText('Type an address such as http://localhost:4318.');
  });
}

test('code from another link is not forwarded because the code before it was', async ({ page, collector }) => {
  const card = await openPlayground(page);
  await forwarding(card, collector);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Sent to ${collector.origin}.`);
  await openCode(page, `import { tracerFor } from 'telemetry';\ntracerFor('x').startSpan('a stranger').end();\n`);
  await card.run(/^1 span, /);
  await expect(card.root.getByLabel('Also send to a collector')).not.toBeChecked();
  expect(collector.arrivals).toHaveLength(1);
});

test('what is forwarded is what was understood, not what the program sent', async ({ page, collector }) => {
  const card = await openCode(
    page,
    `const span = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), name: 'kept', kind: 1, startTimeUnixNano: '1', endTimeUnixNano: '2', smuggled: 'x' };
const body = JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }], smuggled: 'y' });
await fetch('http://localhost:4318/v1/traces', {
  method: 'POST', body, headers: { 'content-type': 'application/json', authorization: 'secret', 'x-smuggled': 'z' },
});
`,
  );
  await card.run(/^1 span, /);
  await turnOn(card, collector.origin);
  await card.run(/^1 span, /);
  await card.root.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(card.root).toContainText(`Sent to ${collector.origin}.`);
  const [first] = collector.arrivals;
  expect(first?.body).toContain('kept');
  expect(first?.body).not.toContain('smuggled');
  expect(first?.headers.authorization).toBeUndefined();
  expect(first?.headers['x-smuggled']).toBeUndefined();
});
