import {
  type ExportResult,
  ExportResultCode,
} from '@opentelemetry/core';
import type {
  ReadableSpan,
  SpanExporter,
} from '@opentelemetry/sdk-trace-web';
import { send } from './batches.ts';
import { batches } from './inputs.ts';

/** Should fail `failures` times before it passes anything on. */
class Flaky implements SpanExporter {
  readonly #inner: SpanExporter;
  #left: number;

  constructor(inner: SpanExporter, failures: number) {
    this.#inner = inner;
    this.#left = failures;
  }

  export(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ): void {
    const error = new Error('unavailable');
    this.#inner.export(spans, (result) => {
      if (this.#left === 0) return done(result);
      this.#left -= 1;
      done({ code: ExportResultCode.FAILED, error });
    });
  }

  shutdown(): Promise<void> {
    return this.#inner.shutdown();
  }
}

for (const batch of batches) {
  await send(batch, (inner, failures) => new Flaky(inner, failures));
}
