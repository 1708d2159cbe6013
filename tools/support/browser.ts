/** The browser that the tools measure with. */
import { chromium, type Browser, type Page, type Request, type Response } from 'playwright';
import { gzipSync } from 'node:zlib';
import { chromiumPath, CHROMIUM_ARGS } from '../../tests/harness/harness.ts';

/** Starts the Chromium of this machine. */
export function launch(args: readonly string[] = []): Promise<Browser> {
  const executablePath = chromiumPath();
  return chromium.launch({ args: [...CHROMIUM_ARGS, ...args], ...(executablePath ? { executablePath } : {}) });
}

const LONGEST_MS = 60_000;

/** One answer that a page received. */
export interface Transfer {
  readonly url: string;
  readonly kind: 'html' | 'css' | 'js' | 'font' | 'data';
  /** Size after `gzip -9`, in bytes; of fonts the plain size, since they are compressed already. */
  readonly bytes: number;
}

function kindOf(type: string): Transfer['kind'] {
  if (type.includes('javascript')) return 'js';
  if (type.startsWith('text/html')) return 'html';
  if (type.startsWith('text/css')) return 'css';
  return type.startsWith('font/') ? 'font' : 'data';
}

/** Keeps everything that a page receives, each address once. */
export class Traffic {
  readonly #pending: Promise<Transfer | undefined>[] = [];
  readonly #seen = new Set<string>();

  readonly #open = new Set<Request>();
  #lastAt = performance.now();

  constructor(page: Page) {
    page.on('request', (request) => {
      if (!request.url().startsWith('http')) return;
      this.#open.add(request);
      this.#lastAt = performance.now();
    });
    const over = (request: Request): void => {
      this.#open.delete(request);
      this.#lastAt = performance.now();
    };
    page.on('requestfinished', over);
    page.on('requestfailed', over);
    page.on('response', (response) => {
      if (this.#seen.has(response.url()) || !response.url().startsWith('http')) return;
      this.#seen.add(response.url());
      this.#pending.push(measure(response));
    });
  }

  /**
   * Waits until nothing has been on its way for so many ms.
   *
   * @throws when the page does not come to rest within a minute
   */
  async quiet(ms: number): Promise<void> {
    const start = performance.now();
    while (this.#open.size > 0 || performance.now() - this.#lastAt < ms) {
      if (performance.now() - start > LONGEST_MS) {
        const still = [...this.#open].map((request) => request.url());
        throw new Error(
          `The page does not come to rest; still on their way: ${still.join(', ') || 'ever new requests'}.`,
        );
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** Everything since the start, or since the last call. */
  async take(): Promise<readonly Transfer[]> {
    const taken = await Promise.all(this.#pending.splice(0));
    return taken.filter((transfer) => transfer !== undefined);
  }
}

/** What was measured, by address: most pages load the same, and to pack the editor takes a second. */
const measured = new Map<string, Transfer>();

async function measure(response: Response): Promise<Transfer | undefined> {
  const url = response.url();
  const known = measured.get(url);
  if (known !== undefined) return known;
  // A response that was redirected or cut off has no body.
  const body = await response.body().catch(() => undefined);
  if (body === undefined) return undefined;
  const kind = kindOf(response.headers()['content-type'] ?? '');
  const bytes = kind === 'font' ? body.byteLength : gzipSync(body, { level: 9 }).byteLength;
  const transfer = { url, kind, bytes };
  measured.set(url, transfer);
  return transfer;
}
