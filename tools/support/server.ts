/** Serves a built site as a plain static host would: files, folders with an index, the site's own 404. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A server that listens. */
export interface SiteServer {
  /** Where the site's home page is: `http://localhost:4321/` or, under a base path, `http://localhost:4321/guide/`. */
  readonly url: string;
  close(): Promise<void>;
}

/** What to serve and where. */
export interface SiteOptions {
  /** The folder that was built. */
  readonly directory: string;
  /** The path that the site was built for, such as `/guide`; empty for the root. */
  readonly base?: string;
  /** The port to listen on; 0, the default, takes any that is free. */
  readonly port?: number;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};

/**
 * The file below a folder that an address stands for, or undefined where there is none. An address never leads out of
 * the folder.
 *
 * @param directory the folder, absolute
 * @param path the path of an address, still escaped, without the site's base
 */
export function fileFor(directory: string, path: string): string | undefined {
  let plain: string;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  const file = resolve(join(directory, normalize(`/${plain}`)));
  if (plain.includes('\0') || (file !== directory && !file.startsWith(directory + sep))) return undefined;
  const tries = plain.endsWith('/') ? [join(file, 'index.html')] : [file, join(file, 'index.html'), `${file}.html`];
  return tries.find((name) => existsSync(name) && statSync(name).isFile());
}

/**
 * Starts to serve a built site on this machine alone.
 *
 * @throws where the folder holds no site, or the port is taken
 */
export async function serveSite({ directory, base = '', port = 0 }: SiteOptions): Promise<SiteServer> {
  const root = resolve(directory);
  if (!existsSync(join(root, 'index.html'))) throw new Error(`${root} holds no built site: run "npm run build" first.`);
  const prefix = base.replace(/\/+$/, '');
  const packed = new Map<string, Buffer>();

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === prefix && prefix !== '') {
      response.writeHead(301, { location: `${prefix}/` }).end();
      return;
    }
    const found = pathname.startsWith(`${prefix}/`) ? fileFor(root, pathname.slice(prefix.length)) : undefined;
    const file = found ?? join(root, '404.html');
    if (!existsSync(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found.');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const headers: Record<string, string> = { 'content-type': type, 'cache-control': cacheFor(pathname) };
    let body: Buffer = readFileSync(file);
    if (/^text|json|xml|wasm/.test(type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
      const key = `${file} ${statSync(file).mtimeMs}`;
      body = packed.get(key) ?? gzipSync(body, { level: 9 });
      packed.set(key, body);
      headers['content-encoding'] = 'gzip';
      headers['vary'] = 'accept-encoding';
    }
    response.writeHead(found === undefined ? 404 : 200, { ...headers, 'content-length': String(body.byteLength) });
    response.end(request.method === 'HEAD' ? undefined : body);
  };

  const server = createServer(answer);
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, 'localhost', ready);
  });
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${listening}${prefix}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

/** Files below `_astro/` carry their hash in the name and never change; everything else is asked for again. */
function cacheFor(pathname: string): string {
  return pathname.includes('/_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}
