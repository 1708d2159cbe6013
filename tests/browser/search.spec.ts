import { expect, test } from './support/test.ts';

/** What a reader types, and a page that must be among the first three. */
const QUERIES = {
  '/': [
    ['worker pool', '31-concurrency/worker-pool'],
    ['back-pressure', '31-concurrency/traced-channel'],
    ['token bucket', '31-concurrency/rate-limiter'],
    ['starvation', '31-concurrency/pipeline'],
    ['nil channel', '31-concurrency/select-multiplexer'],
    ['first failure', '31-concurrency/fan-out-fan-in'],
    ['lab.worker.id', '31-concurrency/worker-pool'],
    ['lab.channel.name', '31-concurrency/traced-channel'],
    ['error.type', 'start/spans-and-status'],
    ['OTLPTraceExporter', 'start/otlp-init'],
    ['forceFlush', 'start/otlp-init'],
    ['errGroup', '31-concurrency/fan-out-fan-in'],
    ['setLimit', '31-concurrency/worker-pool'],
    ['assertion', '38-testing/span-assertions'],
    ['exemplar', '38-testing/signal-correlation'],
    // Its lesson is to come: until then the path says where.
    ['WithDeadlineCause', 'path'],
    ['deadlock', '31-concurrency/worker-pool'],
  ],
  '/zh-cn/': [
    ['工作池', '31-concurrency/worker-pool'],
    ['背压', '31-concurrency/traced-channel'],
    ['令牌桶', '31-concurrency/rate-limiter'],
    ['扇出', '31-concurrency/fan-out-fan-in'],
    ['多路复用', '31-concurrency/select-multiplexer'],
    ['流水线', '31-concurrency/pipeline'],
    ['超时', '31-concurrency/select-multiplexer'],
    ['基数', 'start/spans-and-status'],
    ['断言', '38-testing/span-assertions'],
    ['lab.worker.id', '31-concurrency/worker-pool'],
    ['WithDeadlineCause', 'path'],
    // Two characters that a browser takes for two words.
    ['死锁', ''],
    ['死锁', '31-concurrency/worker-pool'],
    ['行号', ''],
    ['速率限制', '31-concurrency/rate-limiter'],
  ],
} as const;

for (const [base, queries] of Object.entries(QUERIES)) {
  for (const [query, wanted] of queries) {
    const address = wanted === '' ? base : `${base}${wanted}/`;
    test(`a search for ${query} finds ${address}`, async ({ page }) => {
      await page.goto(`${base}404/`);
      const found = await page.evaluate(async (text) => {
        const index = '/pagefind/pagefind.js';
        // The index as the search dialog reads it: for the language of the page.
        const pagefind: {
          search(text: string): Promise<{ results: readonly { data(): Promise<{ url: string }> }[] }>;
        } = await import(/* @vite-ignore */ index);
        const { results } = await pagefind.search(text);
        return Promise.all(results.slice(0, 3).map(async (result) => (await result.data()).url));
      }, query);
      expect(found).toContain(address);
    });
  }
}
