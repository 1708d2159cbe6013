import type { DiagLogger } from '@opentelemetry/api';
import {
  type ExportResult,
  ExportResultCode,
} from '@opentelemetry/core';
import type {
  ReadableSpan,
  SpanExporter,
} from '@opentelemetry/sdk-trace-web';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { METRIC_OTEL_SDK_EXPORTER_SPAN_EXPORTED } from '@opentelemetry/semantic-conventions/incubating';
import { meterFor } from 'telemetry/metrics';

// Metrics go to the right port, so this number arrives.
const exported = meterFor('coffee-bar').createCounter(
  METRIC_OTEL_SDK_EXPORTER_SPAN_EXPORTED,
  { description: 'Spans whose export has finished', unit: '{span}' },
);

/** An exporter that counts what became of the spans it was given. */
export class Counted implements SpanExporter {
  readonly #inner: SpanExporter;

  constructor(inner: SpanExporter) {
    this.#inner = inner;
  }

  export(
    spans: ReadableSpan[],
    done: (result: ExportResult) => void,
  ) {
    this.#inner.export(spans, (result) => {
      const failed = result.code === ExportResultCode.FAILED;
      const why = result.error?.name ?? '_OTHER';
      exported.add(
        spans.length,
        failed ? { [ATTR_ERROR_TYPE]: why } : {},
      );
      done(result);
    });
  }

  shutdown(): Promise<void> {
    return this.#inner.shutdown();
  }
}

const quiet = (): void => undefined;

/** Where the SDK says what troubles it: warnings and errors only. */
export const logger: DiagLogger = {
  error: (...words) => console.error('otel:', ...words),
  warn: (...words) => console.warn('otel:', ...words),
  info: quiet,
  debug: quiet,
  verbose: quiet,
};
