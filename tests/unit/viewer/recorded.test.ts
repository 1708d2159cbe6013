import { describe, expect, test } from 'vitest';
import { RECORDED_ROWS, recordedTable } from '../../../src/viewer/recorded.ts';
import { translator } from '../../../src/viewer/strings.ts';
import { log } from '../otlp/sample.ts';
import { span } from './forests.ts';

const t = translator('en');
const many = (count: number) => ({
  spans: Array.from({ length: count }, (_, row) => span(row, { parentSpanId: row === 0 ? '' : span(0).spanId })),
  metrics: [],
  logs: [],
});

describe('the recorded table', () => {
  test('draws a small trace whole', () => {
    const table = recordedTable(many(3), t);
    expect(table).toMatchObject({ spans: 3, more: 0, indents: 1 });
    expect(table.rows.map((row) => row.words?.label)).toEqual([
      'span 0, 10 ns, unset',
      'span 1, 10 ns, unset',
      'span 2, 10 ns, unset',
    ]);
  });

  test('draws the first rows of a large one and counts the rest', () => {
    const table = recordedTable(many(1000), t);
    expect(table.rows).toHaveLength(RECORDED_ROWS);
    expect(table.more).toBe(1000 - RECORDED_ROWS);
  });

  test('marks log records on the bars, and on the line of a group', () => {
    const record = (row: number, severityNumber: number) =>
      log({ traceId: span(row).traceId, spanId: span(row).spanId, severityNumber, severityText: '' });
    const table = recordedTable({ ...many(3), logs: [record(1, 9), record(1, 17)] }, t);
    expect(table.rows.map(({ logs }) => logs?.label)).toEqual([
      undefined,
      '2 log records, the gravest ERROR',
      undefined,
    ]);
    expect(table.rows[1]?.logs?.marks.map(({ tone }) => tone)).toEqual(['bad']);
    const alike = many(200);
    const spans = alike.spans.map((one, row) => (row === 0 ? one : { ...one, name: 'alike' }));
    const grouped = recordedTable({ ...alike, spans, logs: [record(150, 9)] }, t);
    expect(grouped.rows.map(({ logs }) => logs?.label)).toEqual([undefined, '1 log record']);
  });

  test('has no rows for a run that exported nothing', () => {
    expect(recordedTable(many(0), t)).toMatchObject({ rows: [], more: 0, spans: 0 });
  });
});
