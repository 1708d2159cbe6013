import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGolden } from '../../src/otlp/index.ts';
import type { LogRecord, Metric, Telemetry } from '../../src/otlp/telemetry.ts';
import { allDifferences } from '../../tools/twins/compare-telemetry.ts';

function golden(place: string): Telemetry {
  const file = new URL(`../../content/examples/31-concurrency/${place}/telemetry.json`, import.meta.url);
  return parseGolden(JSON.parse(readFileSync(file, 'utf8')));
}

const failed = golden('pipeline/fail');
const limited = golden('rate-limiter/basic');

function withLog(change: Partial<LogRecord>): Telemetry {
  return { ...failed, logs: failed.logs.map((record) => ({ ...record, ...change })) };
}

function withMetric(name: string, change: (metric: Metric) => Partial<Metric>): Telemetry {
  const metrics = limited.metrics.map((metric) => (metric.name === name ? { ...metric, ...change(metric) } : metric));
  return { ...limited, metrics };
}

/** The counter with its values changed. */
function counting(change: (value: number) => number | bigint): Telemetry {
  return withMetric('lab.rate_limit.requests', ({ data }) =>
    data.kind === 'sum'
      ? { data: { ...data, points: data.points.map((point) => ({ ...point, value: change(Number(point.value)) })) } }
      : {},
  );
}

describe('differences between log records', () => {
  test('are none between a run and itself', () => {
    expect(failed.logs).toHaveLength(1);
    expect(allDifferences(failed, failed, [])).toEqual([]);
  });

  const mutants: readonly (readonly [string, Telemetry])[] = [
    ['an event name', withLog({ eventName: 'error' })],
    ['a severity', withLog({ severityNumber: 13 })],
    ['a body', withLog({ body: { kind: 'string', value: 'no water' } })],
    ['a time', withLog({ timeUnixNano: 946_684_800_026_000_000n })],
    ['a span', withLog({ spanId: failed.spans.at(-1)?.spanId ?? '' })],
    ['no span', withLog({ spanId: '' })],
    ['an attribute less', withLog({ attributes: [] })],
    ['a record less', { ...failed, logs: [] }],
    ['a record twice', { ...failed, logs: [...failed.logs, ...failed.logs] }],
  ];

  test.each(mutants)('are found in %s', (_, mutant) => {
    expect(allDifferences(failed, mutant, [])).not.toEqual([]);
    expect(allDifferences(mutant, failed, [])).not.toEqual([]);
  });

  test('can be allowed in one attribute, which one of the two may lack', () => {
    const bare = withLog({
      attributes: (failed.logs[0]?.attributes ?? []).filter(({ key }) => key !== 'exception.stacktrace'),
    });
    expect(allDifferences(failed, bare, [])).toHaveLength(2);
    expect(allDifferences(failed, bare, [{ log: 'exception', fields: ['attributes.exception.stacktrace'] }])).toEqual(
      [],
    );
    expect(allDifferences(failed, bare, [{ log: 'other', fields: ['attributes.exception.stacktrace'] }])).toHaveLength(
      2,
    );
    // What is allowed to spans is not allowed to log records.
    expect(allDifferences(failed, bare, [{ fields: ['attributes.exception.stacktrace'] }])).toHaveLength(2);
  });
});

describe('differences between metrics', () => {
  test('do not count the kind of number, nor when a point was collected', () => {
    expect(allDifferences(limited, counting(BigInt), [])).toEqual([]);
    const earlier = withMetric('lab.rate_limit.requests', ({ data }) =>
      data.kind === 'sum'
        ? {
            data: {
              ...data,
              points: data.points.flatMap((point) => [{ ...point, timeUnixNano: 1n, value: 0 }, point]),
            },
          }
        : {},
    );
    expect(allDifferences(limited, earlier, [])).toEqual([]);
  });

  const histogram = 'lab.rate_limit.wait.duration';
  const mutants: readonly (readonly [string, Telemetry])[] = [
    ['a value', counting((value) => value + 1)],
    ['a name', withMetric(histogram, () => ({ name: 'lab.wait' }))],
    ['a unit', withMetric(histogram, () => ({ unit: 'ms' }))],
    ['a description', withMetric(histogram, () => ({ description: '' }))],
    [
      'a kind',
      withMetric('lab.rate_limit.requests', ({ data }) =>
        data.kind === 'sum' ? { data: { ...data, monotonic: false } } : {},
      ),
    ],
    [
      'a series less',
      withMetric('lab.rate_limit.requests', ({ data }) =>
        data.kind === 'sum' ? { data: { ...data, points: data.points.slice(1) } } : {},
      ),
    ],
    [
      'a bucket',
      withMetric(histogram, ({ data }) =>
        data.kind === 'histogram'
          ? { data: { ...data, points: data.points.map((point) => ({ ...point, bucketCounts: [16n] })) } }
          : {},
      ),
    ],
    ['a metric less', { ...limited, metrics: limited.metrics.slice(1) }],
  ];

  test.each(mutants)('are found in %s', (_, mutant) => {
    expect(allDifferences(limited, mutant, [])).not.toEqual([]);
    expect(allDifferences(mutant, limited, [])).not.toEqual([]);
  });
});

test('differences are found in the events of a span', () => {
  const event = { timeUnixNano: 0n, name: 'exception', attributes: [], droppedAttributesCount: 0 };
  const noted = { ...failed, spans: failed.spans.map((span) => ({ ...span, events: [event] })) };
  expect(allDifferences(failed, noted, [])).not.toEqual([]);
});
