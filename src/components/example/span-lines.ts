import type { Span } from '../../otlp/telemetry.ts';
import type { Location, RunRequest } from '../../sandbox/contract.ts';
import { pageSandbox } from './page-sandbox.ts';

/** Which line of the code started each span of the last run. Learned when somebody first asks, by replaying the run. */
export class SpanLines {
  readonly #onLearned: () => void;
  #request: RunRequest | undefined;
  #lines = new Map<string, Location>();
  #asked = false;

  constructor(onLearned: () => void) {
    this.#onLearned = onLearned;
  }

  /** Another run has begun, without a request if it is not of the reader's code: what was known is forgotten. */
  begin(request: RunRequest | undefined): void {
    this.#request = request;
    this.#lines = new Map();
    this.#asked = false;
  }

  /** The line of a span, where it is known. */
  of(span: Pick<Span, 'spanId'>): Location | undefined {
    return this.#lines.get(span.spanId);
  }

  /** Learns the lines, once a run; calls `onLearned` when there are any. */
  async learn(): Promise<void> {
    const request = this.#request;
    if (!request || this.#asked) return;
    this.#asked = true;
    const lines = await pageSandbox.lines(request);
    if (request !== this.#request) return;
    // Another program had the sandbox, or this one cannot be repeated: the next look may do better.
    this.#asked = lines.length > 0;
    if (lines.length === 0) return;
    this.#lines = new Map(lines.map(({ spanId, at }) => [spanId, at]));
    this.#onLearned();
  }
}
