import { expect, test as base } from '@playwright/test';
import { startCollector, startOutside, type Collector, type Outside } from './outside.ts';

interface Fixtures {
  /** Every address that any frame or worker of the page asked for. */
  readonly requests: readonly string[];
  /** Fails the test when an error of the page itself went unhandled. */
  readonly noPageErrors: void;
  readonly collector: Collector;
}

interface WorkerFixtures {
  readonly outside: Outside;
}

/** Tests of the site: none may end with an unhandled error in the page. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  outside: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    async ({}, use) => {
      const outside = await startOutside();
      await use(outside);
      await outside.close();
    },
    { scope: 'worker' },
  ],
  requests: async ({ context }, use) => {
    const requests: string[] = [];
    context.on('request', (request) => requests.push(request.url()));
    // What a policy blocks is announced all the same, but never leaves.
    context.on('requestfailed', (request) => {
      if (request.failure()?.errorText === 'csp') requests.splice(requests.indexOf(request.url()), 1);
    });
    await use(requests);
  },
  noPageErrors: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(`${error.name}: ${error.message}`));
      await use();
      expect(errors, 'errors that the page did not handle').toEqual([]);
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures from this pattern
  collector: async ({}, use) => {
    const collector = await startCollector();
    await use(collector);
    await collector.close();
  },
});

export { expect };
