import type { Attribute, Exemplar, Metric, MetricData, Resource } from '../otlp/telemetry.ts';
import { serviceName } from '../trace/index.ts';
import { explicitBuckets, exponentialBuckets, type Bucket } from './histogram.ts';
import { attributesText, formatNumber, withUnit } from './values.ts';
import type { PaneTranslate } from './strings-panes.ts';

/** One point, whatever it is a point of. */
export interface Point {
  /** The interval that it is about begins here; 0n when that is not said. */
  readonly startNs: bigint;
  /** When it was collected. */
  readonly timeNs: bigint;
  /** To be drawn: finite; undefined for what is no single number, and where none was recorded. */
  readonly value: number | undefined;
  /** All that is known of it, exactly. */
  readonly text: string;
  readonly buckets: readonly Bucket[];
  readonly exemplars: readonly Exemplar[];
}

/** The points of one set of attributes, in the order of their collection. */
export interface Series {
  readonly attributes: readonly Attribute[];
  readonly points: readonly Point[];
}

/** One instrument of one service, with all that was collected of it, however many exports that took. */
export interface Instrument {
  readonly metric: Pick<Metric, 'name' | 'description' | 'unit'>;
  readonly data: Pick<MetricData, 'kind'>;
  /** `''` where all metrics are of one service. */
  readonly service: string;
  readonly monotonic: boolean;
  readonly temporality: 'unspecified' | 'delta' | 'cumulative';
  readonly series: readonly Series[];
}

/** The instruments in order of appearance, and of each the series in the same order. */
export function instruments(metrics: readonly Metric[], t: PaneTranslate): readonly Instrument[] {
  const resources = new Map<Resource, string>();
  const nameOf = (resource: Resource): string => {
    const known = resources.get(resource) ?? attributesText(resource.attributes);
    resources.set(resource, known);
    return known;
  };
  const groups = grouped(metrics, ({ resource, scope, name, unit, data }) =>
    JSON.stringify([nameOf(resource), scope.name, scope.version, name, unit, data.kind, temporalityOf(data)]),
  );
  const several = new Set(metrics.map(({ resource }) => serviceName({ resource }))).size > 1;
  return groups.flatMap((together) => {
    const [metric] = together;
    if (metric === undefined) return [];
    const { data, resource } = metric;
    return [
      {
        metric,
        data,
        service: several ? serviceName({ resource }) : '',
        monotonic: data.kind === 'sum' && data.monotonic,
        temporality: temporalityOf(data),
        series: seriesOf(together, t),
      },
    ];
  });
}

function temporalityOf(data: MetricData): Instrument['temporality'] {
  return 'temporality' in data ? data.temporality : 'unspecified';
}

function seriesOf(together: readonly Metric[], t: PaneTranslate): readonly Series[] {
  const all = together.flatMap((metric) => placedPoints(metric, t));
  return grouped(all, ({ attributes }) => attributesText(attributes)).map((points) => ({
    attributes: points[0]?.attributes ?? [],
    points: points
      .map(({ point }) => point)
      .toSorted((a, b) => (a.timeNs < b.timeNs ? -1 : Number(a.timeNs > b.timeNs))),
  }));
}

/** What has the same key together, in order of first appearance. */
function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

interface Placed {
  readonly attributes: readonly Attribute[];
  readonly point: Point;
}

function placedPoints({ data, unit }: Metric, t: PaneTranslate): readonly Placed[] {
  switch (data.kind) {
    case 'gauge':
    case 'sum':
      return data.points.map((point) =>
        placed(point, {
          value: Number.isFinite(Number(point.value)) ? Number(point.value) : undefined,
          text: point.value === undefined ? t('metrics.noValue') : withUnit(formatNumber(point.value), unit),
        }),
      );
    case 'histogram':
      return data.points.map((point) =>
        placed(point, { text: totalsText(point, unit, t), buckets: explicitBuckets(point, unit) }),
      );
    case 'exponentialHistogram':
      return data.points.map((point) =>
        placed(point, {
          text: totalsText(point, unit, t),
          buckets: exponentialBuckets(point, t('metrics.zero'), unit),
        }),
      );
    case 'summary':
      return data.points.map((point) =>
        placed(
          { ...point, exemplars: [] },
          {
            text: [
              totalsText({ ...point, min: undefined, max: undefined }, unit, t),
              ...point.quantiles.map(
                ({ quantile, value }) => `p${formatNumber(quantile * 100)} ${withUnit(formatNumber(value), unit)}`,
              ),
            ].join(' · '),
          },
        ),
      );
    default:
      return data satisfies never;
  }
}

interface Collected {
  readonly attributes: readonly Attribute[];
  readonly startTimeUnixNano: bigint;
  readonly timeUnixNano: bigint;
  readonly exemplars: readonly Exemplar[];
}

function placed(
  { attributes, startTimeUnixNano, timeUnixNano, exemplars }: Collected,
  told: Pick<Point, 'text'> & Partial<Pick<Point, 'value' | 'buckets'>>,
): Placed {
  return {
    attributes,
    point: { startNs: startTimeUnixNano, timeNs: timeUnixNano, value: undefined, buckets: [], exemplars, ...told },
  };
}

interface Totals {
  readonly count: bigint;
  readonly sum: number | undefined;
  readonly min: number | undefined;
  readonly max: number | undefined;
}

function totalsText({ count, sum, min, max }: Totals, unit: string, t: PaneTranslate): string {
  const parts = [t('metrics.count', { n: String(count) })];
  for (const [key, value] of [
    ['metrics.sum', sum],
    ['metrics.min', min],
    ['metrics.max', max],
  ] as const) {
    if (value !== undefined) parts.push(t(key, { n: withUnit(formatNumber(value), unit) }));
  }
  return parts.join(' · ');
}
