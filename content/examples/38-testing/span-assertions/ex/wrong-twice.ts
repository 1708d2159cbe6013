import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { sales } from './inputs.ts';
import { judge } from './sales.ts';

/** Should be true for one exception, in a span of this sale. */
function exactlyOneException(
  spans: readonly ReadableSpan[],
  records: readonly ReadableLogRecord[],
): boolean {
  const ids = new Set(spans.map((span) => span.spanContext().spanId));
  return records.some(
    ({ eventName, spanContext }) =>
      eventName === 'exception' && ids.has(spanContext?.spanId ?? ''),
  );
}

for (const sale of sales) await judge(sale, exactlyOneException);
