import type { LogRecord, Span } from '../otlp/telemetry.ts';

/** When a record was made or, where its source gave no time, when it was seen: nanoseconds since the Unix epoch. */
export function logTime(record: LogRecord): bigint {
  return record.timeUnixNano === 0n ? record.observedTimeUnixNano : record.timeUnixNano;
}

/**
 * Joins log records to spans by trace and span id: gives the records of a span in order of time, those of one time in
 * order of arrival. A record that names no span is in no list.
 */
export function logsBySpan(
  logs: readonly LogRecord[],
): (span: Pick<Span, 'traceId' | 'spanId'>) => readonly LogRecord[] {
  const lists = new Map<string, LogRecord[]>();
  for (const record of logs) {
    if (record.traceId === '' || record.spanId === '') continue;
    const key = record.traceId + record.spanId;
    const list = lists.get(key);
    if (list === undefined) lists.set(key, [record]);
    else list.push(record);
  }
  for (const list of lists.values()) list.sort((a, b) => Number(logTime(a) - logTime(b)));
  return ({ traceId, spanId }) => lists.get(traceId + spanId) ?? NONE;
}

const NONE: readonly LogRecord[] = [];
