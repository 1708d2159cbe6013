import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo, Server } from 'node:net';

/** A server elsewhere, at which a program in the sandbox must never arrive. It would let anybody in. */
export interface Outside {
  readonly origin: string;
  readonly port: number;
  /** Everything that arrived: requests by method and path, and connections that never became one. */
  readonly arrivals: readonly string[];
  close(): Promise<void>;
}

export async function startOutside(): Promise<Outside> {
  const arrivals: string[] = [];
  const server = createServer((_, response) => {
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/javascript' });
    response.end('globalThis.outside = true;');
  });
  server.on('connection', () => arrivals.push('connection'));
  server.on('request', (request) => arrivals.push(`${request.method} ${request.url}`));
  server.on('upgrade', (request, socket) => {
    arrivals.push(`upgrade ${request.url}`);
    socket.destroy();
  });
  const port = await listen(server);
  return { origin: `http://127.0.0.1:${port}`, port, arrivals, close: () => closed(server) };
}

/** A request as a collector received it. */
export interface Arrival {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A collector as a reader may have one: takes OTLP/HTTP from any page, and can be told to answer otherwise. */
export interface Collector {
  readonly origin: string;
  readonly arrivals: readonly Arrival[];
  /** What it answers from now on; a redirect goes to `to`. */
  answer(status: number, to?: string): void;
  close(): Promise<void>;
}

export async function startCollector(): Promise<Collector> {
  const arrivals: Arrival[] = [];
  let status = 200;
  let location: string | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      response.setHeader('access-control-allow-origin', headers.origin ?? '*');
      response.setHeader('access-control-allow-headers', 'content-type');
      response.setHeader('access-control-allow-private-network', 'true');
      // A cookie that must never come back.
      response.setHeader('set-cookie', 'session=1; Path=/');
      if (method === 'OPTIONS') {
        response.writeHead(204).end();
        return;
      }
      arrivals.push({ method, path: url, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(location === undefined ? {} : { location }),
      });
      response.end('{}');
    });
  });
  const port = await listen(server);
  return {
    origin: `http://localhost:${port}`,
    arrivals,
    answer: (next, to) => {
      status = next;
      location = to;
    },
    close: () => closed(server),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, () => {
      const address = server.address();
      resolve(isAddress(address) ? address.port : 0);
    });
  });
}

function isAddress(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function closed(server: ReturnType<typeof createServer>): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
