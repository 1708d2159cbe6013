/**
 * `import { Network } from "network"`: services that call each other by name, in memory.
 *
 * Requests and answers are the platform's own `Request` and `Response`, copied on their way as a wire would copy them;
 * time passes on the run's clock. There are no sockets, no TLS and no HTTP/2 framing, and nobody outside can be reached.
 */
import { NetworkError, refusal } from './network-error.ts';
import { FaultRules, type Fault } from './network-faults.ts';
import { pause, wholeTime } from './network-time.ts';

export { NetworkError, type NetworkErrorCode } from './network-error.ts';
export type { Fault } from './network-faults.ts';

/** What answers requests: `app.fetch` of a Hono application, or a function of yours. */
export type Handler = (request: Request) => Response | Promise<Response>;

/** How a network behaves. */
export interface NetworkOptions {
  /** How long a message is on its way, each way, in whole milliseconds; 1 if left out. */
  readonly latencyMs?: number;
  /** Begins the sequence of chances that decide about faults with a `share`; 1 if left out. */
  readonly seed?: number;
}

/**
 * A network of services in memory.
 *
 * ```ts
 * const network = new Network({ latencyMs: 5 });
 * network.listen('bar:8080', app.fetch);
 * const response = await network.fetch('http://bar:8080/drinks/7');
 * ```
 */
export class Network {
  readonly #hosts = new Map<string, Handler>();
  readonly #latencyMs: number;
  readonly #faults: FaultRules;

  /** @throws RangeError if the latency is not a whole number of milliseconds, or negative. */
  constructor({ latencyMs = 1, seed = 1 }: NetworkOptions = {}) {
    this.#latencyMs = wholeTime(latencyMs, 'latencyMs');
    this.#faults = new FaultRules(seed);
  }

  /**
   * Lets a service answer requests to a host.
   *
   * @param host as it stands in an address, with the port if there is one: `bar:8080`.
   * @returns `close`, after which the host refuses connections.
   * @throws Error if somebody listens there already.
   */
  listen(host: string, handler: Handler): () => void {
    const name = host.toLowerCase();
    if (this.#hosts.has(name)) throw new Error(`listen: somebody listens on ${host} already`);
    this.#hosts.set(name, handler);
    return () => {
      if (this.#hosts.get(name) === handler) this.#hosts.delete(name);
    };
  }

  /**
   * Lets requests fail from now on. Of several rules for one host the one that was added last is asked first.
   *
   * @returns what takes the rule back.
   * @throws RangeError if `share` is not between 0 and 1.
   */
  fail(fault: Fault): () => void {
    return this.#faults.add(fault);
  }

  /**
   * Sends a request and waits for the answer, as the platform's `fetch` does. A redirect is an answer like any other.
   *
   * Whoever gives up with `signal` closes the connection: one way later the service's own `request.signal` is aborted.
   *
   * @throws TypeError whose cause is a `NetworkError` when there is no answer, or the signal's reason.
   */
  readonly fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(input, init);
    const { signal } = request;
    signal.throwIfAborted();
    const { host } = new URL(request.url);
    const body = await bytesOf(request);
    const fault = this.#faults.of(host);

    await pause(this.#latencyMs, signal);
    if (fault === 'timeout') return never(signal);
    const handler = this.#hosts.get(host);
    if (handler === undefined || fault === 'refused') throw refusal(host, 'ECONNREFUSED');

    const answer = await this.#ask(handler, request, body, signal);
    await pause(this.#latencyMs, signal);
    if (fault === 'reset' || answer === undefined) throw refusal(host, 'ECONNRESET');
    return answer;
  };

  /** The service's side: its answer, or undefined if it threw. */
  async #ask(
    handler: Handler,
    { method, url, headers }: Request,
    body: ArrayBuffer | undefined,
    signal: AbortSignal,
  ): Promise<Response | undefined> {
    const connection = new AbortController();
    const hangUp = (): void => {
      void pause(this.#latencyMs).then(() => connection.abort(new NetworkError('ECONNABORTED', 'the caller hung up')));
    };
    signal.addEventListener('abort', hangUp, { once: true });
    const arrived = new Request(url, {
      method,
      headers,
      signal: connection.signal,
      ...(body && { body }),
    });
    try {
      return await Promise.race([answerOf(handler, arrived), never(signal)]);
    } catch (error) {
      signal.throwIfAborted();
      // As a server does whose handler panics: it says so, and the connection breaks.
      console.error(error);
      return undefined;
    } finally {
      signal.removeEventListener('abort', hangUp);
    }
  }
}

/** Without a body it takes no turn of its own, so that requests of one instant keep their order. */
function bytesOf(request: Request): Promise<ArrayBuffer> | undefined {
  return request.method === 'GET' || request.method === 'HEAD' ? undefined : request.arrayBuffer();
}

/** Its answer as bytes that nobody shares with the handler. */
async function answerOf(handler: Handler, request: Request): Promise<Response> {
  const response = await handler(request);
  const { status, statusText, headers } = response;
  const bytes = await response.arrayBuffer();
  return new Response(bytes.byteLength > 0 ? bytes : null, { status, statusText, headers });
}

/** Rejects when the caller gives up, and otherwise never settles. */
function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const give = (): void => reject(signal.reason);
    if (signal.aborted) give();
    else signal.addEventListener('abort', give, { once: true });
  });
}
