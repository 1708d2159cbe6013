import { describe, expect, test } from 'vitest';
import type { Attribute, Metric, MetricData, NumberPoint } from '../../../src/otlp/telemetry.ts';
import { instruments, type Instrument } from '../../../src/viewer/metric-series.ts';
import { plotOf, valueTicks, type Plot } from '../../../src/viewer/plot.ts';
import { paneWords } from '../../../src/viewer/strings-panes.ts';
import { translator } from '../../../src/viewer/strings.ts';

const t = paneWords(translator('en'));

const resource = (service: string, more = ''): Metric['resource'] => ({
  attributes: [
    { key: 'service.name', value: { kind: 'string', value: service } },
    ...(more === '' ? [] : [{ key: 'service.instance.id', value: { kind: 'string', value: more } } as const]),
  ],
  droppedAttributesCount: 0,
  schemaUrl: '',
});

const shop = resource('shop');

function metric(data: MetricData, over: Partial<Metric> = {}): Metric {
  const scope = { name: 'lab', version: '', attributes: [], droppedAttributesCount: 0, schemaUrl: '' };
  return { name: 'lab.queue', description: '', unit: '{job}', data, metadata: [], resource: shop, scope, ...over };
}

const lane = (value: string): readonly Attribute[] => [{ key: 'lane', value: { kind: 'string', value } }];

function point(time: number, value: bigint | number | undefined, over: Partial<NumberPoint> = {}): NumberPoint {
  return {
    attributes: [],
    startTimeUnixNano: 1n,
    timeUnixNano: BigInt(time),
    value,
    flags: 0,
    exemplars: [],
    ...over,
  };
}

const gauge = (...points: readonly NumberPoint[]): MetricData => ({ kind: 'gauge', points });
const sum = (temporality: 'delta' | 'cumulative', ...points: readonly NumberPoint[]): MetricData => ({
  kind: 'sum',
  monotonic: true,
  temporality,
  points,
});

function only(metrics: readonly Metric[]): Instrument {
  const [one, ...more] = instruments(metrics, t);
  if (one === undefined || more.length > 0) throw new Error(`There are ${more.length} more instruments, or none.`);
  return one;
}

function plotted(data: MetricData): Plot {
  const plot = plotOf(only([metric(data)]), 0n);
  if (plot === undefined) throw new Error('Nothing is drawn.');
  return plot;
}

describe('instruments and their series', () => {
  test('what several exports say of one instrument stands together, in the order of collection', () => {
    const one = only([
      metric(gauge(point(20, 2n, { attributes: lane('a') }), point(20, 5n, { attributes: lane('b') }))),
      metric(gauge(point(10, 1n, { attributes: lane('a') }))),
    ]);
    expect(one.series.map(({ points }) => points.map(({ text }) => text))).toEqual([
      ['1 {job}', '2 {job}'],
      ['5 {job}'],
    ]);
  });

  test('another instance, scope, unit or kind is another instrument', () => {
    const data = gauge(point(1, 1n));
    const other = metric(data).scope;
    expect(
      instruments(
        [
          metric(data),
          metric(data, { resource: resource('shop', 'two') }),
          metric(data, { scope: { ...other, name: 'else' } }),
          metric(data, { unit: 's' }),
          metric(sum('delta', point(1, 1n))),
        ],
        t,
      ),
    ).toHaveLength(5);
  });

  test('the service is named where there are several', () => {
    const data = gauge(point(1, 1n));
    expect(only([metric(data)]).service).toBe('');
    const two = instruments([metric(data), metric(data, { resource: resource('bank') })], t);
    expect(two.map(({ service }) => service)).toEqual(['shop', 'bank']);
  });

  test('integers of any size are told exactly, what was not recorded is said', () => {
    const [series] = only([metric(gauge(point(1, 9_007_199_254_740_993n), point(2, undefined)))]).series;
    expect(series?.points.map(({ text }) => text)).toEqual(['9007199254740993 {job}', 'no value recorded']);
  });

  test('the buckets of a histogram have the unit of the metric', () => {
    const { series } = only([
      metric(
        {
          kind: 'histogram',
          temporality: 'cumulative',
          points: [
            {
              ...point(9, 0),
              count: 3n,
              sum: 2.5,
              min: undefined,
              max: undefined,
              explicitBounds: [0.5, 1],
              bucketCounts: [1n, 0n, 2n],
            },
          ],
        },
        { unit: 's' },
      ),
    ]);
    expect(series[0]?.points[0]?.text).toBe('count 3 · sum 2.5 s');
    expect(series[0]?.points[0]?.buckets.map(({ bounds, count }) => [bounds, count])).toEqual([
      ['≤ 0.5 s', 1n],
      ['0.5 … 1 s', 0n],
      ['> 1 s', 2n],
    ]);
  });
});

describe('the plot of sums and gauges', () => {
  test('points stand at the time of their collection, from the beginning of the trace', () => {
    const { lines, values } = plotted(gauge(point(50, 0n), point(100, 4n)));
    expect(lines[0]?.marks).toEqual([
      { x: 50, y: 100 },
      { x: 100, y: (1 - 4 / Number(values.at(-1)?.label)) * 100 },
    ]);
    expect(lines[0]?.path).toMatch(/^M50\.00 100\.00L100\.00 /);
  });

  test('what was collected before the trace begins has its room', () => {
    expect(plotted(gauge(point(-100, 1n), point(100, 1n))).lines[0]?.marks.map(({ x }) => x)).toEqual([0, 100]);
  });

  test('a delta is drawn over its interval, and intervals that touch are joined', () => {
    const data = sum(
      'delta',
      point(50, 2n, { startTimeUnixNano: 25n }),
      point(75, 0n, { startTimeUnixNano: 50n }),
      point(100, 2n, { startTimeUnixNano: 90n }),
    );
    expect(plotted(data).lines[0]?.path).toBe(
      'M25.00 0.00L50.00 0.00L50.00 100.00L75.00 100.00M90.00 0.00L100.00 0.00',
    );
  });

  test('a line is broken where a sum began anew and where nothing was recorded', () => {
    const again = sum('cumulative', point(50, 2n), point(75, 1n, { startTimeUnixNano: 60n }));
    expect(plotted(again).lines[0]?.path.match(/M/g)).toHaveLength(2);
    expect(plotted(gauge(point(10, 1n), point(20, undefined), point(30, 1n))).lines[0]?.path.match(/M/g)).toHaveLength(
      2,
    );
  });

  test('what cannot be drawn is not: no value, no number, not a single number', () => {
    expect(plotOf(only([metric(gauge(point(1, undefined), point(2, Number.NaN)))]), 0n)).toBeUndefined();
    expect(plotOf(only([metric({ kind: 'summary', points: [] })]), 0n)).toBeUndefined();
  });

  test('of many series the first are drawn, and the others counted', () => {
    const many = Array.from({ length: 11 }, (_, at) => point(10, BigInt(at), { attributes: lane(`l${at}`) }));
    expect(plotted(gauge(...many))).toMatchObject({ more: 3, lines: { length: 8 } });
  });

  test('every point lies within the plot', () => {
    for (const values of [
      [0, 0],
      [-5, 3],
      [1000, 1001],
      [0.1, 0.30000000000000004],
      [-3, -2],
      [1e-9, 2e9],
    ]) {
      const { lines } = plotted(gauge(...values.map((value, at) => point(at * 10, value))));
      for (const { y } of lines.flatMap(({ marks }) => marks)) {
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(100 + 1e-6);
      }
    }
  });
});

describe('value ticks', () => {
  test.each([
    [0, 3, true, [0, 1, 2, 3]],
    [5, 5, true, [0, 2, 4, 6]],
    [5, 5, false, [0, 5]],
    [0, 0, true, [0, 1]],
    [1000, 1001, false, [1000, 1001]],
    [0, 0.3, false, [0, 0.1, 0.2, 0.3]],
    [-4, -1, false, [-4, -2, 0]],
    [12, 214, true, [0, 100, 200, 300]],
  ])('%d to %d, from zero %s: %j', (least, greatest, fromZero, ticks) => {
    expect(valueTicks(least, greatest, fromZero)).toEqual(ticks);
  });
});
