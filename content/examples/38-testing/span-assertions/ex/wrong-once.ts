import type { ReadableLogRecord } from '@opentelemetry/sdk-logs';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { sales } from './inputs.ts';
import { judge } from './sales.ts';

/** Should be true for one exception, in a span of this sale. */
function exactlyOneException(
  spans: readonly ReadableSpan[],
  records: readonly ReadableLogRecord[],
): boolean {
  const call = spans.find(({ name }) => name === 'charge card');
  const [first, ...more] = records.filter(
    ({ eventName }) => eventName === 'exception',
  );
  if (first === undefined || more.length > 0) return false;
  return first.spanContext?.spanId === call?.spanContext().spanId;
}

for (const sale of sales) await judge(sale, exactlyOneException);
