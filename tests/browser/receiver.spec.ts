import { ExampleCard, openCode } from './support/card.ts';
import { expect, test } from './support/test.ts';

const ONE_SPAN = `import { tracerFor } from 'telemetry';
tracerFor('x').startSpan('one').end();
`;

/** What the receiver may answer by the reader's choice, what the Requests say, and how the run ends. */
const CHOICES: readonly {
  readonly choice: string;
  readonly answers: readonly RegExp[];
  readonly ends: RegExp;
}[] = [
  { choice: '200', answers: [/200 accepted/], ends: /^1 span, 0 errors, / },
  { choice: '200, partialSuccess', answers: [/200 partial success, 1 rejected/], ends: /^0 spans, 0 errors, / },
  { choice: '200, 700 ms', answers: [/200 accepted/], ends: /^1 span, 0 errors, finished in 700 ms of virtual time$/ },
  {
    choice: '429, Retry-After: 2 → 200',
    answers: [/429 will be retried/, /200 accepted/],
    ends: /^1 span, 0 errors, finished in 2(\.\d+)? s of virtual time$/,
  },
  {
    choice: '503, 503 → 200',
    answers: [/503 will be retried/, /503 will be retried/, /200 accepted/],
    ends: /^1 span, 0 errors, finished in /,
  },
  {
    choice: '400',
    answers: [/400 refused, will not be retried/],
    ends: /^main returned, but its telemetry was not delivered\./,
  },
  {
    choice: '413',
    answers: [/413 refused, will not be retried/],
    ends: /^main returned, but its telemetry was not delivered\./,
  },
  { choice: '…', answers: [/no answer/], ends: /^main returned, but its telemetry was not delivered\./ },
];

for (const { choice, answers, ends } of CHOICES) {
  test(`the receiver answers as the reader chooses: ${choice}`, async ({ page }) => {
    const card = await openCode(page, ONE_SPAN);
    await card.run(/^1 span, 0 errors, /);
    await card.root.getByText('Receiver', { exact: true }).click();
    await card.root.getByLabel('It answers').selectOption(choice);
    await card.run(ends);
    const requests = await card.requests();
    await expect(requests).toHaveText([...answers]);
  });
}

test('503 for ever is retried until the exporter gives up, and said', async ({ page }) => {
  const card = await openCode(page, ONE_SPAN);
  await card.run(/^1 span, 0 errors, /);
  await card.root.getByText('Receiver', { exact: true }).click();
  await card.root.getByLabel('It answers').selectOption('503 …');
  await card.run(/^main returned, but its telemetry was not delivered\./);
  const requests = await card.requests();
  await expect(requests.nth(2)).toBeVisible();
  for (const request of await requests.all()) await expect(request).toContainText('503 will be retried');
});

test('an example whose receiver says 429 is sent again after the time that it was told', async ({ page }) => {
  await page.goto('/start/otlp-init/');
  const card = new ExampleCard(page, 'The receiver says: not now');
  await card.run(/^\d+ spans?, 0 errors, finished in 2(\.\d+)? s of virtual time$/);
  await expect(await card.requests()).toHaveText([/429 will be retried/, /200 accepted/]);
});

test('a request can be opened: its headers, its body and the answer', async ({ page }) => {
  const card = await openCode(page, ONE_SPAN);
  await card.run(/^1 span, 0 errors, /);
  const first = (await card.requests()).first();
  await expect(first).toContainText('POST /v1/traces');
  await first.getByRole('button').click();
  await expect(first.getByRole('table', { name: 'Request headers' })).toContainText('application/json');
  await expect(first.locator('pre').first()).toContainText('"name": "one"');
  await expect(first).toContainText('Answer body');
});

test('a body that is no OTLP is answered 400, with the place', async ({ page }) => {
  const card = await openCode(
    page,
    `const headers = { 'content-type': 'application/json' };
const answer = await fetch('http://localhost:4318/v1/traces', { method: 'POST', headers, body: '{"resourceSpans": [42]}' });
console.log(answer.status, await answer.text());
`,
  );
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('400');
  const first = (await card.requests()).first();
  await first.getByRole('button').click();
  await expect(first).toContainText('resourceSpans[0]');
});

test('a host that nobody serves fails as a network does, and the page says why', async ({ page }) => {
  const card = await openCode(
    page,
    `await fetch('http://example.com/').catch((error: unknown) => console.log(String(error)));\n`,
  );
  await card.run(/^0 spans, 0 errors, /);
  await expect(card.console).toContainText('TypeError: Failed to fetch');
  const first = (await card.requests()).first();
  await first.getByRole('button').click();
  await expect(first).toContainText('Nobody answers at example.com: the sandbox reaches no network.');
});

test('metrics and logs have tabs of their own', async ({ page }) => {
  const card = await openCode(
    page,
    `import { loggerFor } from 'telemetry/logs';
import { meterFor } from 'telemetry/metrics';
meterFor('x').createCounter('cups', { unit: '{cup}' }).add(3);
loggerFor('x').emit({ body: 'the kettle is on', severityText: 'INFO' });
`,
  );
  await card.run(/^0 spans, 0 errors, /);
  await card.tab('Metrics').click();
  await expect(card.root.getByRole('tabpanel', { name: 'Metrics' })).toContainText('cups');
  await card.tab('Logs').click();
  await expect(card.root.getByRole('tabpanel', { name: 'Logs' })).toContainText('the kettle is on');
});

test('a metric is drawn over the time of its collection, and its exemplars lead to their spans', async ({ page }) => {
  await page.goto('/traces/?sample');
  const view = page.locator('tp-traces');
  await view.getByRole('tab', { name: 'Metrics' }).click();
  await expect(
    view.getByRole('img', { name: /^db\.client\.connection\.count: 2 series, collected from / }),
  ).toBeVisible();
  const buckets = view.getByRole('table', { name: /214 counted in 5 buckets/ });
  await expect(buckets.getByRole('row', { name: /^0\.05 … 0\.1 s 96$/ })).toBeVisible();
  await view.getByRole('button', { name: 'POST /cart/buy' }).click();
  await expect(view.getByRole('row', { selected: true })).toHaveAccessibleName(/^POST \/cart\/buy, /);
});
