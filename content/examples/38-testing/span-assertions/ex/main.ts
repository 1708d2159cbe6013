import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { sales } from './inputs.ts';
import { judge } from './sales.ts';

/** Should be true for one exception, in a span of this sale. */
function exactlyOneException(
  spans: readonly ReadableSpan[],
  records: readonly ReadableLogRecord[],
): boolean {
  return spans.length > 0 && records.length > 0;
}

for (const sale of sales) await judge(sale, exactlyOneException);
