import { describe, expect, test } from 'vitest';
import { logsBySpan, logTime } from '../../../src/trace/logs.ts';
import type { LogRecord } from '../../../src/otlp/telemetry.ts';
import { EPOCH, log, span, SPAN_ID, TRACE_ID } from '../otlp/sample.ts';

const logRecord = (changes: Partial<LogRecord>): LogRecord => log({ traceId: TRACE_ID, spanId: SPAN_ID, ...changes });

describe('log records of a span', () => {
  test('are those with its ids, in order of time and then of arrival', () => {
    const late = logRecord({ timeUnixNano: EPOCH + 2n });
    const early = logRecord({ timeUnixNano: EPOCH + 1n });
    const also = logRecord({ timeUnixNano: EPOCH + 1n });
    const other = logRecord({ spanId: 'f'.repeat(16) });
    const recordsOf = logsBySpan([late, early, also, other]);
    expect(recordsOf(span())).toEqual([early, also, late]);
    expect(recordsOf(span())[0]).toBe(early);
    expect(recordsOf(span({ traceId: '9'.repeat(32) }))).toEqual([]);
  });

  test('do not include those that name no span or no trace', () => {
    const recordsOf = logsBySpan([logRecord({ spanId: '' }), logRecord({ traceId: '' })]);
    expect(recordsOf({ traceId: '', spanId: SPAN_ID })).toEqual([]);
    expect(recordsOf(span())).toEqual([]);
  });

  test('stand where they were seen when they have no time', () => {
    expect(logTime(logRecord({ timeUnixNano: 0n, observedTimeUnixNano: EPOCH + 5n }))).toBe(EPOCH + 5n);
    expect(logTime(logRecord({ timeUnixNano: EPOCH, observedTimeUnixNano: EPOCH + 5n }))).toBe(EPOCH);
  });
});
