import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import process from 'node:process';

const DIST = process.env['SITE_DIST'] ?? 'dist';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The built site on a server of its own, which a test can take away and change. */
export interface Site {
  readonly origin: string;
  /** No request is answered any more, and connections that are open are cut. */
  goAway(): void;
  /** Changes a file of the site, as a new version does; `path` as in the address. */
  publish(path: string, change: (text: string) => string): void;
  /** Requests that are answered 503 from now on. */
  refuse(paths: RegExp): void;
  close(): Promise<void>;
}

/** Serves `dist/`. Whoever starts it closes it. */
export async function startSite(): Promise<Site> {
  const changed = new Map<string, string>();
  let refused: RegExp | undefined;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const file = join(DIST, decodeURIComponent(pathname).replace(/\/$/, '/index.html'));
    const text = changed.get(pathname);
    response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.setHeader('cache-control', pathname.startsWith('/_astro/') ? 'max-age=31536000, immutable' : 'no-cache');
    if (refused?.test(pathname)) response.writeHead(503).end();
    else if (text !== undefined) response.end(text);
    else if (existsSync(file) && statSync(file).isFile()) createReadStream(file).pipe(response);
    else response.writeHead(404).end('not found');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port }: AddressInfo = address(server.address());
  return {
    origin: `http://localhost:${port}`,
    goAway: () => {
      server.close();
      server.closeAllConnections();
    },
    publish: (path, change) =>
      changed.set(path, change(readFileSync(join(DIST, path.replace(/\/$/, '/index.html')), 'utf8'))),
    refuse: (paths) => {
      refused = paths;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function address(of: AddressInfo | string | null): AddressInfo {
  if (of === null || typeof of === 'string') throw new Error('The server of the test has no port.');
  return of;
}
