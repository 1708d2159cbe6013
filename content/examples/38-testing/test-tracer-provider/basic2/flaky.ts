import {
  type ExportResult,
  ExportResultCode,
} from '@opentelemetry/core';
import {
  InMemorySpanExporter,
  type ReadableSpan,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-web';

/** Fails so many times, then keeps what it is given. */
export class Flaky implements SpanExporter {
  readonly memory = new InMemorySpanExporter();
  #left: number;

  constructor(failures: number) {
    this.#left = failures;
  }

  export(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ): void {
    if (this.#left > 0) {
      this.#left -= 1;
      const error = new Error('unavailable');
      done({ code: ExportResultCode.FAILED, error });
      return;
    }
    this.memory.export(spans, done);
  }

  shutdown(): Promise<void> {
    return this.memory.shutdown();
  }
}
