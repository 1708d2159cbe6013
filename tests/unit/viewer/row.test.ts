import { describe, expect, test } from 'vitest';
import { buildForest } from '../../../src/trace/index.ts';
import { criticalByRow, DEEPEST_INDENT, describeRow, percent, type RowView } from '../../../src/viewer/row.ts';
import { spanWords } from '../../../src/viewer/row-words.ts';
import { listServices } from '../../../src/viewer/services.ts';
import { translator } from '../../../src/viewer/strings.ts';
import type { Span } from '../../../src/otlp/telemetry.ts';
import { service, span } from './forests.ts';

const [root, child, other] = [span(0), span(1), span(2)];

function rowsOf(spans: readonly Span[]): readonly RowView[] {
  const forest = buildForest(spans);
  const services = listServices(spans);
  const critical = criticalByRow(forest);
  return spans.map((_, row) => describeRow(forest, row, services, critical)).filter((row) => row !== undefined);
}

const event = (at: bigint) => ({ timeUnixNano: at, name: 'e', attributes: [], droppedAttributesCount: 0 });

const cancelled = { key: 'lab.outcome', value: { kind: 'string', value: 'cancelled' } } as const;
const say = (over: Partial<Span>, language: 'en' | 'zh-CN' = 'en') => {
  const [row] = rowsOf([{ ...root, name: 'job', startTimeUnixNano: 0n, endTimeUnixNano: 12_400_001n, ...over }]);
  return row === undefined ? undefined : spanWords(row, translator(language));
};

describe('a row of the waterfall', () => {
  test('places its bar in percent of the trace, with two decimals', () => {
    const [first, second] = rowsOf([
      { ...root, startTimeUnixNano: 1_000n, endTimeUnixNano: 1_300n },
      { ...child, parentSpanId: root.spanId, startTimeUnixNano: 1_100n, endTimeUnixNano: 1_200n },
    ]);
    expect([first?.start, first?.width]).toEqual([0, 100]);
    expect([second?.start, second?.width]).toEqual([33.33, 33.33]);
  });

  test('a span without length is an instant, also when it is all there is', () => {
    const [only] = rowsOf([{ ...root, endTimeUnixNano: root.startTimeUnixNano }]);
    expect(only).toMatchObject({ instant: true, start: 0, width: 0, duration: '0 ns' });
  });

  test('stops indenting at a depth and says the depth instead', () => {
    const chain = Array.from({ length: 40 }, (_, row) => ({
      ...span(row),
      parentSpanId: row === 0 ? '' : span(row - 1).spanId,
    }));
    const last = rowsOf(chain).at(-1);
    expect(last).toMatchObject({ indent: DEEPEST_INDENT, depth: 39 });
  });

  test('names the service only where there are several', () => {
    expect(rowsOf([root, other]).map((row) => row.service)).toEqual(['', '']);
    const two = rowsOf([root, { ...other, resource: service('second') }]);
    expect(two.map((row) => [row.service, row.colour])).toEqual([
      ['lone', 1],
      ['second', 2],
    ]);
  });

  test('events are percent of the bar, in order, and never crowd', () => {
    const [row] = rowsOf([
      { ...root, startTimeUnixNano: 0n, endTimeUnixNano: 1000n, events: [500n, 250n, 501n, 2000n].map(event) },
    ]);
    expect(row?.events).toEqual([25, 50, 100]);
    const [full] = rowsOf([
      {
        ...root,
        startTimeUnixNano: 0n,
        endTimeUnixNano: 1000n,
        events: Array.from({ length: 1000 }, (_, at) => event(BigInt(at))),
      },
    ]);
    expect(full?.events.length).toBeLessThanOrEqual(24);
    // To the end of the bar, and said: not every event has a tick.
    expect(full?.events.at(-1)).toBeGreaterThan(95);
    expect([row?.crowd, full?.crowd]).toEqual([0, 1000]);
  });

  test('a row whose parent has not arrived is pending and has no critical path of its own', () => {
    const [late] = rowsOf([{ ...child, parentSpanId: 'f'.repeat(16) }]);
    expect(late).toMatchObject({ pending: true, critical: [] });
    const [known] = rowsOf([root]);
    expect(known).toMatchObject({ pending: false, critical: [[0, 100]] });
  });

  test('each trace of several has its critical path', () => {
    const rows = rowsOf([root, { ...other, traceId: '2'.repeat(32) }]);
    expect(rows.map((row) => row.critical)).toEqual([[[0, 100]], [[0, 100]]]);
  });

  test('percentages stay within the timeline', () => {
    expect([percent(-1), percent(0.123_456), percent(7)]).toEqual([0, 12.35, 100]);
  });
});

describe('what a row says', () => {
  test('name, duration and status, whatever the status', () => {
    expect(say({})?.label).toBe('job, 12.4 ms, unset');
    expect(say({ status: { code: 'ok', message: '' } })?.label).toBe('job, 12.4 ms, ok');
    expect(say({ status: { code: 'error', message: 'no' } })?.label).toBe('job, 12.4 ms, error');
    expect(say({ status: { code: 'error', message: 'no' } }, 'zh-CN')?.label).toBe('job, 12.4 ms, 错误');
  });

  test('errors and cancelled work are marked by shape and word', () => {
    expect(say({})?.mark).toBe('');
    expect(say({ status: { code: 'error', message: '' } })?.mark).toBe('✕ error');
    expect(say({ attributes: [cancelled] })?.mark).toBe('cancelled');
    expect(say({ attributes: [cancelled], status: { code: 'error', message: '' } })?.mark).toBe('✕ error · cancelled');
  });

  test('a parent that is not here', () => {
    expect(say({ parentSpanId: 'f'.repeat(16) })?.label).toBe('job, 12.4 ms, unset, parent not here');
  });

  test('the exact duration', () => {
    expect(say({})?.exact).toBe('12.400001 ms');
  });
});
