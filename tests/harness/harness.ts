import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { chromiumPlaces } from '../../tools/setup.mjs';
import type { RunRequest } from '../../src/sandbox/contract.ts';
import type { HarnessRun } from './page.ts';

/** A Chromium with the sandbox in a page of its own, served from the sources. */
export interface Harness {
  run(request: RunRequest): Promise<HarnessRun>;
  readonly page: Page;
  close(): Promise<void>;
}

/** The Chromium of this machine, or undefined to let Playwright find its own. */
export function chromiumPath(): string | undefined {
  return chromiumPlaces(process.env).find((path) => existsSync(path));
}

/**
 * Arguments that every start of Chromium here needs: no sandbox of its own for root, no calls home, and a process for
 * each frame of another origin, which only the shell has to be told.
 */
export const CHROMIUM_ARGS: readonly string[] = [
  '--no-sandbox',
  '--site-per-process',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function startHarness(): Promise<Harness> {
  const server = await createServer({ configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)) });
  await server.listen();
  const executablePath = chromiumPath();
  const browser = await chromium.launch({ args: [...CHROMIUM_ARGS], ...(executablePath ? { executablePath } : {}) });
  const page = await browser.newPage();
  const origin = server.resolvedUrls?.local[0] ?? '';
  await page.goto(`${origin}tests/harness/index.html`);
  await page.waitForFunction(() => 'runInSandbox' in globalThis, undefined, { timeout: 60_000 });
  return {
    page,
    run: (request) => page.evaluate((what) => globalThis.runInSandbox(what), request),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
