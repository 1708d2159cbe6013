import { defineConfig } from '@playwright/test';
import { chromiumPath, CHROMIUM_ARGS } from './tests/harness/harness.ts';

/** Where the built site is: `dist/`, or another folder that `astro build --outDir` has written. */
const dist = process.env['SITE_DIST'];
const port = Number(process.env['SITE_PORT'] ?? 4417);
const inCi = process.env['CI'] !== undefined;
const executablePath = chromiumPath();

/**
 * The browser tests: the built site in Chromium, as a reader uses it. Run `astro build` first; the tests serve what it
 * wrote and build nothing themselves.
 */
export default defineConfig({
  testDir: 'tests/browser',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: inCi,
  // A test that passes at the second try has failed.
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: inCi ? [['list'], ['html', { open: 'never' }]] : [['list']],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
    // A trace costs a third of the time and would blur what is measured; ask for one with --trace on.
    screenshot: 'only-on-failure',
    // Tests see every request themselves; those about reading without the network let the service worker in.
    serviceWorkers: 'block',
    launchOptions: { args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) },
  },
  projects: [
    // Each takes a processor for itself: two at once would measure one another, and not the page.
    { name: 'hostile', testMatch: 'hostile-*.spec.ts', workers: 1 },
    { name: 'readers', testIgnore: 'hostile-*.spec.ts' },
  ],
  webServer: {
    command: `npx astro preview --ignore-lock --port ${port}${dist === undefined ? '' : ` --outDir ${dist}`}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: !inCi,
    timeout: 120_000,
  },
});
