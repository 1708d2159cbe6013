import { describe, expect, test } from 'vitest';
import { buildForest } from '../../../src/trace/index.ts';
import { comparedRows, differs } from '../../../src/viewer/compare-rows.ts';
import type { Span } from '../../../src/otlp/telemetry.ts';
import { span } from './forests.ts';

const root = span(0, { name: 'root', endTimeUnixNano: 100n });
const child = (row: number, name: string, over: Partial<Span> = {}): Span =>
  span(row, { name, parentSpanId: root.spanId, ...over });
const compared = (before: readonly Span[], after: readonly Span[]) =>
  comparedRows(buildForest(before), buildForest(after));

describe('two runs side by side', () => {
  test('a run and itself differ in nothing', () => {
    const rows = compared([root, child(1, 'a'), child(2, 'b')], [root, child(1, 'a'), child(2, 'b')]);
    expect(rows.map(({ kind }) => kind)).toEqual(['same', 'same', 'same']);
    expect(rows.filter(differs)).toEqual([]);
  });

  test('what is missing stands where it was, what is new where it is', () => {
    const rows = compared(
      [root, child(1, 'a'), child(2, 'b'), child(3, 'c')],
      [root, child(1, 'a'), child(3, 'c'), child(4, 'd')],
    );
    expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'same root',
      'same a',
      'missing b',
      'same c',
      'added d',
    ]);
    expect(rows[2]).toMatchObject({ after: -1, afterNs: undefined, beforeNs: 10 });
    expect(rows[4]).toMatchObject({ before: -1, beforeNs: undefined });
  });

  test('what stands below another span has moved, and what stands below it has come along', () => {
    const a = child(1, 'a');
    const b = child(2, 'b');
    const work = span(3, { name: 'work', parentSpanId: a.spanId });
    const query = span(4, { name: 'query', parentSpanId: work.spanId, endTimeUnixNano: 60n });
    const rows = compared(
      [root, a, b, work, { ...query, endTimeUnixNano: 55n }],
      [root, a, b, { ...work, parentSpanId: b.spanId }, query],
    );
    expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'same root',
      'same a',
      'same b',
      'moved work',
      'slower query',
    ]);
  });

  test('what has moved does not hide what else is missing', () => {
    const a = child(1, 'a');
    const b = child(2, 'b');
    const work = span(3, { name: 'work', parentSpanId: a.spanId });
    const rest = span(4, { name: 'rest', parentSpanId: a.spanId });
    const rows = compared([root, a, work, rest, b], [root, a, b, { ...work, parentSpanId: b.spanId }]);
    expect(rows.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'same root',
      'same a',
      'missing rest',
      'same b',
      'moved work',
    ]);
  });

  test('durations and statuses that changed are both told', () => {
    const [, row] = compared(
      [root, child(1, 'a')],
      [root, child(1, 'a', { endTimeUnixNano: 31n, status: { code: 'error', message: '' } })],
    );
    expect(row).toMatchObject({
      kind: 'slower',
      beforeNs: 10,
      afterNs: 30,
      status: { from: 'unset', to: 'error' },
      error: true,
    });
  });

  test('every span of both runs is in the list once', () => {
    const before = [root, ...Array.from({ length: 20 }, (_, at) => child(at + 1, `n${at % 3}`))];
    const after = [root, ...Array.from({ length: 25 }, (_, at) => child(at + 1, `n${at % 4}`))];
    const rows = compared(before, after);
    expect(
      rows
        .filter((row) => row.before >= 0)
        .map((row) => row.before)
        .toSorted((a, b) => a - b),
    ).toEqual(before.map((_, at) => at));
    expect(rows.filter((row) => row.after >= 0).map((row) => row.after)).toEqual(after.map((_, at) => at));
  });
});
