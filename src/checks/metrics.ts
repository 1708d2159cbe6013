import type { Attribute, Exemplar, Metric, Temporality } from '../otlp/telemetry.ts';
import { serviceName } from '../trace/summary.ts';
import { both, fits, quoted } from './text.ts';
import type { Text } from './text.ts';
import { plain, satisfiesAll, show, showAll } from './values.ts';
import type { Expected } from './values.ts';

/** Instruments by the name that the API has for them. */
export type InstrumentKind = 'counter' | 'upDownCounter' | 'gauge' | 'histogram' | 'exponentialHistogram' | 'summary';

/** One time series as the run left it: exports of the same series are brought together. */
export interface Series {
  readonly metric: Metric;
  readonly attributes: readonly Attribute[];
  /** The value of a sum or gauge; `undefined` for the other kinds. */
  readonly value: number | undefined;
  /** How many values were recorded, for histograms and summaries. */
  readonly count: number | undefined;
  readonly sum: number | undefined;
  readonly exemplars: readonly Exemplar[];
}

/**
 * Some of the time series of a run. A series is one instrument of one service with one set of attributes: of a cumulative
 * one the last export counts, those of a delta one are added up.
 */
export class Metrics {
  readonly series: readonly Series[];
  /** What it is called in an explanation: `metrics named "orders"`. */
  readonly label: Text;

  constructor(series: readonly Series[], label: Text) {
    this.series = series;
    this.label = label;
  }

  static of(metrics: readonly Metric[]): Metrics {
    return new Metrics(collect(metrics), both('metrics', '指标'));
  }

  /** How many series. */
  get length(): number {
    return this.series.length;
  }

  /** The sum of the values; 0 without series. */
  get total(): number {
    return this.series.reduce((total, { value }) => total + (value ?? 0), 0);
  }

  named(name: string | RegExp): Metrics {
    const label =
      typeof name === 'string'
        ? both(` named ${quoted(name)}`, `名为 ${quoted(name)} 的`)
        : both(` whose name matches ${quoted(name)}`, `名称匹配 ${quoted(name)} 的`);
    return this.where(label, ({ metric }) => fits(name, metric.name));
  }

  /** The series with these attributes; they may have others besides. */
  withAttributes(wanted: Readonly<Record<string, Expected>>): Metrics {
    const text = showAll(wanted);
    return this.where(both(` with ${text}`, `带有 ${text} 的`), ({ attributes }) => satisfiesAll(attributes, wanted));
  }

  inService(name: string): Metrics {
    return this.where(both(` of service "${name}"`, `服务 "${name}" 的`), ({ metric }) => serviceName(metric) === name);
  }

  /** Those that meet a condition; `label` as in `Spans.where`. */
  where(label: Text, condition: (series: Series) => boolean): Metrics {
    const joined = both(this.label.en + label.en, label['zh-cn'] + this.label['zh-cn']);
    return new Metrics(this.series.filter(condition), joined);
  }
}

/** What the API calls an instrument that sends this data. */
export function instrumentOf(metric: Metric): InstrumentKind {
  const { data } = metric;
  if (data.kind !== 'sum') return data.kind;
  return data.monotonic ? 'counter' : 'upDownCounter';
}

function collect(metrics: readonly Metric[]): readonly Series[] {
  const collected = new Map<string, { readonly time: bigint; readonly series: Series }>();
  for (const metric of metrics) {
    for (const { time, series } of seriesOf(metric)) {
      const key = keyOf(series);
      const earlier = collected.get(key);
      if (earlier === undefined) collected.set(key, { time, series });
      else if (temporalityOf(metric) === 'delta') collected.set(key, { time, series: add(earlier.series, series) });
      else if (time >= earlier.time) collected.set(key, { time, series });
    }
  }
  return Array.from(collected.values(), ({ series }) => series);
}

function keyOf({ metric, attributes }: Series): string {
  const sorted = attributes.map(({ key, value }) => `${key}=${show(plain(value))}`).toSorted();
  return JSON.stringify([serviceName(metric), metric.scope.name, metric.name, metric.data.kind, sorted]);
}

function temporalityOf({ data }: Metric): Temporality {
  return 'temporality' in data ? data.temporality : 'cumulative';
}

function seriesOf(metric: Metric): readonly { readonly time: bigint; readonly series: Series }[] {
  const { data } = metric;
  if (data.kind === 'gauge' || data.kind === 'sum') {
    return data.points.map(({ attributes, value, exemplars, timeUnixNano }) => ({
      time: timeUnixNano,
      series: { metric, attributes, value: number(value), count: undefined, sum: undefined, exemplars },
    }));
  }
  return data.points.map((point) => ({
    time: point.timeUnixNano,
    series: {
      metric,
      attributes: point.attributes,
      value: undefined,
      count: Number(point.count),
      sum: point.sum,
      exemplars: 'exemplars' in point ? point.exemplars : [],
    },
  }));
}

function number(value: bigint | number | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function add(first: Series, second: Series): Series {
  return {
    ...second,
    value: plus(first.value, second.value),
    count: plus(first.count, second.count),
    sum: plus(first.sum, second.sum),
    exemplars: [...first.exemplars, ...second.exemplars],
  };
}

function plus(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? (a ?? b) : a + b;
}
