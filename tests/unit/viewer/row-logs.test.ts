import { describe, expect, test } from 'vitest';
import type { LogRecord } from '../../../src/otlp/telemetry.ts';
import { rowLogs } from '../../../src/viewer/row-logs.ts';
import { wholeRange, type TimeRange } from '../../../src/viewer/range.ts';
import { translator } from '../../../src/viewer/strings.ts';
import { EPOCH, log } from '../otlp/sample.ts';
import { trace } from '../trace/rows.ts';

const forest = trace(['root', 0, 100], ['half', 0, 50, 0]);
const at = (ms: number, severityNumber = 9, changes: Partial<LogRecord> = {}): LogRecord =>
  log({
    traceId: forest.spans[0]?.traceId ?? '',
    spanId: forest.spans[1]?.spanId ?? '',
    timeUnixNano: EPOCH + BigInt(Math.round(ms * 1e6)),
    severityNumber,
    severityText: '',
    body: { kind: 'string', value: `at ${ms}` },
    ...changes,
  });
const shown = (logs: readonly LogRecord[], range: TimeRange = wholeRange(forest), language: 'en' | 'zh-CN' = 'en') =>
  rowLogs(forest, logs, range, translator(language)).row(1);

describe('the marks of log records on a bar', () => {
  test('stand at their time, those from before and after at its ends', () => {
    const places = shown([at(25), at(-5), at(80)])?.marks.map(({ place }) => place);
    expect(places?.toSorted((a, b) => a - b)).toEqual([0, 50, 100]);
  });

  test('say severity by shape and word, and what was logged', () => {
    expect(shown([at(10), at(20, 13), at(30, 17)])?.marks).toEqual([
      { place: 60, tone: 'bad', title: '✕ ERROR at 30' },
      { place: 40, tone: 'warn', title: '▲ WARN at 20' },
      { place: 20, tone: 'good', title: 'INFO at 10' },
    ]);
    expect(shown([at(10, 9, { eventName: 'cart.emptied' })])?.marks[0]?.title).toBe('INFO cart.emptied');
  });

  test('show the gravest where several fall together, and never more than fit', () => {
    expect(shown([at(10), at(10, 17), at(10.01, 13)])?.marks.map(({ tone }) => tone)).toEqual(['bad']);
    const many = shown(Array.from({ length: 500 }, (_, index) => at(index / 10)))?.marks.map(({ place }) => place);
    expect(many?.length).toBeLessThanOrEqual(24);
    // Thinned out over the whole bar, not cut off.
    expect(many?.at(-1)).toBeGreaterThan(95);
  });

  test('leave out what lies beyond the range that is shown, but count it', () => {
    const logs = shown([at(5), at(40)], { fromNs: 0, toNs: 20e6 });
    expect(logs?.marks.map(({ place }) => place)).toEqual([25]);
    expect(logs?.label).toBe('2 log records');
  });

  test('are counted in the name of the row, with the gravest severity if it is a warning or worse', () => {
    expect(shown([at(1)])?.label).toBe('1 log record');
    expect(shown([at(1), at(2, 17, { severityText: 'fatal!' }), at(3, 13)])?.label).toBe(
      '3 log records, the gravest fatal!',
    );
    expect(shown([at(1, 13)], undefined, 'zh-CN')?.label).toBe('1 条日志，最高级别 WARN');
  });

  test('are none for a row without records, and the same object for as long as nothing changes', () => {
    const logsOf = rowLogs(forest, [at(1)], wholeRange(forest), translator('en'));
    expect(logsOf.row(0)).toBeUndefined();
    expect(logsOf.row(1)).toBe(logsOf.row(1));
  });

  test('of all members stand on the line of a folded group', () => {
    const logsOf = rowLogs(forest, [at(25), at(40, 17)], wholeRange(forest), translator('en'));
    const group = logsOf.group({ firstRow: 0, endRow: 2, startNs: 0, endNs: 100e6 });
    expect(group?.label).toBe('2 log records, the gravest ERROR');
    expect(group?.marks.map(({ place }) => place)).toEqual([40, 25]);
    expect(logsOf.group({ firstRow: 0, endRow: 1, startNs: 0, endNs: 100e6 })).toBeUndefined();
  });
});
