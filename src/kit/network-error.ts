/** Why there was no answer, as operating systems call it. */
export type NetworkErrorCode = 'ECONNREFUSED' | 'ECONNRESET' | 'ECONNABORTED';

/** What went wrong below HTTP. `fetch` rejects with a TypeError whose cause this is, as in Node and Deno. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly code: NetworkErrorCode;

  constructor(code: NetworkErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

const SENTENCES = {
  ECONNREFUSED: (host: string) => `nobody listens on ${host}`,
  ECONNRESET: (host: string) => `${host} broke the connection before it had answered`,
} as const;

/** What `fetch` rejects with when there is no answer: a TypeError, and the reason as its cause. */
export function refusal(host: string, code: keyof typeof SENTENCES): TypeError {
  return new TypeError('fetch failed', { cause: new NetworkError(code, SENTENCES[code](host)) });
}
