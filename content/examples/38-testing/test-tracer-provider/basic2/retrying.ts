import {
  type ExportResult,
  ExportResultCode,
} from '@opentelemetry/core';
import type {
  ReadableSpan,
  SpanExporter,
} from '@opentelemetry/sdk-trace-web';
import { sleep } from 'csp';

/** Tries up to `most` times, 1 s, 2 s, 3 s … apart. */
export class Retrying implements SpanExporter {
  readonly #inner: SpanExporter;
  readonly #most: number;
  attempts = 0;
  /** What the failed attempts said. */
  readonly errors: string[] = [];

  constructor(inner: SpanExporter, most: number) {
    this.#inner = inner;
    this.#most = most;
  }

  export(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ): void {
    this.attempts += 1;
    this.#inner.export(spans, (result) => {
      const ok = result.code === ExportResultCode.SUCCESS;
      if (!ok) this.errors.push(result.error?.message ?? 'no reason');
      if (ok || this.attempts >= this.#most) done(result);
      else void this.#again(spans, done);
    });
  }

  async #again(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ): Promise<void> {
    await sleep(1_000 * this.attempts);
    this.export(spans, done);
  }

  shutdown(): Promise<void> {
    return this.#inner.shutdown();
  }
}
