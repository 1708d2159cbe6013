import type { AnswerCommand } from '../messages.ts';
import type { Clock } from './clock.ts';
import { native } from './natives.ts';

/** A request on its way to the page. */
export interface OutgoingRequest {
  readonly id: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: ArrayBuffer;
}

/** Where relative addresses lead: a blob worker has no address of its own, and this one answers nothing. */
const BASE = 'http://sandbox.invalid/';

/**
 * `fetch` as the reader and the exporters call it: the request goes to the page, whose receiver answers. Nothing leaves
 * the machine from here.
 */
export class FetchBridge {
  readonly #clock: Clock;
  readonly #send: (request: OutgoingRequest) => void;
  readonly #waiting = new Map<number, (answer: AnswerCommand) => void>();
  #ids = 0;

  constructor(clock: Clock, send: (request: OutgoingRequest) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Hands the page's answer to whoever waits for it; an answer to nothing is dropped. */
  answer(command: AnswerCommand): void {
    const take = this.#waiting.get(command.id);
    this.#waiting.delete(command.id);
    take?.(command);
  }

  readonly fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const clock = this.#clock;
    const signal = init.signal ?? (input instanceof native.Request ? input.signal : undefined);
    signal?.throwIfAborted();
    clock.begin();
    let open = true;
    const close = (): void => {
      if (open) clock.end();
      open = false;
    };
    try {
      const request = await read(input, init);
      signal?.throwIfAborted();
      return await new Promise<Response>((resolve, reject) => {
        const id = ++this.#ids;
        let timer: number | undefined;
        const give = (answer: AnswerCommand): void => {
          if (answer.status === 0) reject(new TypeError('Failed to fetch'));
          else resolve(response(answer));
        };
        this.#waiting.set(id, (answer) => {
          // From here on only the run's clock decides when the answer is there.
          if (answer.silent) close();
          else if (answer.delayMs > 0) {
            timer = clock.set('network', () => give(answer), answer.delayMs, false);
            close();
          } else {
            close();
            give(answer);
          }
        });
        signal?.addEventListener(
          'abort',
          () => {
            this.#waiting.delete(id);
            if (timer !== undefined) clock.cancel(timer);
            close();
            reject(signal.reason);
          },
          { once: true },
        );
        this.#send({ id, ...request });
      });
    } finally {
      close();
    }
  };
}

/** Reads a request without leaving the current turn where its body is already bytes, which is what exporters send. */
async function read(input: unknown, init: RequestInit): Promise<Omit<OutgoingRequest, 'id'>> {
  const { body } = init;
  if (!(input instanceof native.Request) && (!body || body instanceof Uint8Array)) {
    return {
      method: (init.method ?? 'GET').toUpperCase(),
      url: new URL(String(input), BASE).href,
      headers: [...new native.Headers(init.headers)],
      body: body instanceof Uint8Array ? new Uint8Array(body).buffer : new ArrayBuffer(),
    };
  }
  const target = input instanceof native.Request ? input : new URL(String(input), BASE);
  const request = new native.Request(target, { ...init, keepalive: false, mode: 'cors', signal: null });
  return {
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body: await request.arrayBuffer(),
  };
}

function response(answer: AnswerCommand): Response {
  const empty = answer.status === 204 || answer.status === 205 || answer.status === 304;
  return new native.Response(empty ? null : answer.body, {
    status: answer.status,
    headers: answer.headers.map(([name, value]): [string, string] => [name, value]),
  });
}

/** Makes the clock wait for the native, asynchronous readers of bodies, so that no time passes while one is at work. */
export function countBodyReaders(clock: Clock): void {
  const readers = ['arrayBuffer', 'blob', 'bytes', 'formData', 'json', 'text'];
  for (const type of [native.Response, native.Request, native.Blob]) {
    const prototype = type.prototype as unknown as Record<string, unknown>;
    for (const name of readers) {
      const original = prototype[name];
      if (typeof original !== 'function') continue;
      const counted = function (this: unknown): Promise<unknown> {
        clock.begin();
        const done = native.apply(original as () => Promise<unknown>, this, []) as Promise<unknown>;
        return done.finally(() => clock.end());
      };
      Object.defineProperty(prototype, name, { value: counted, configurable: true, writable: true });
    }
  }
  // A native body stream is fed from another thread, uncounted; this one is fed by a counted reader.
  Object.defineProperty(native.Response.prototype, 'body', {
    configurable: true,
    get(this: Response) {
      return new native.ReadableStream<Uint8Array>({
        pull: async (controller) => {
          const bytes = new Uint8Array(await this.arrayBuffer());
          if (bytes.length > 0) controller.enqueue(bytes);
          controller.close();
        },
      });
    },
  });
}
