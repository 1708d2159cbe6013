import { instrumentOf } from './metrics.ts';
import type { InstrumentKind, Metrics, Series } from './metrics.ts';
import type { Requirement } from './requirement.ts';
import type { Spans } from './spans.ts';
import { both, plural, spaced, thereAre } from './text.ts';
import type { Text } from './text.ts';
import { find, plain, satisfies, show } from './values.ts';
import type { Expected } from './values.ts';

/** Series that are named one by one. */
const MOST_SERIES = 3;

/** Doubles are compared to this part of their size: 0.1 + 0.2 is 0.3 here. */
const TOLERANCE = 1e-9;

/**
 * What can be demanded of a selection of time series. As with spans, an assertion about an empty selection does not hold,
 * except `notExist` and `haveSeries(0)`.
 */
export class MetricExpectation {
  readonly #requirement: Requirement;
  readonly #metrics: Metrics;

  constructor(requirement: Requirement, metrics: Metrics) {
    this.#requirement = requirement;
    this.#metrics = metrics;
  }

  /** There is at least one series. */
  exist(): this {
    return this.#whole(both('exported', '已导出'), () => undefined);
  }

  notExist(): this {
    return this.haveSeries(0);
  }

  /** There are exactly so many series, that is, different sets of attributes: the metric's cardinality. */
  haveSeries(count: number): this {
    const { label, length } = this.#metrics;
    this.#requirement.state(both(`${label.en}: ${count} series`, `${label['zh-cn']}：${count} 条时间序列`), () =>
      length === count ? undefined : { actual: this.#listed(), spans: [] },
    );
    return this;
  }

  beOfKind(kind: InstrumentKind): this {
    return this.#each(
      both(`a ${kind}`, `类型为 ${kind}`),
      ({ metric }) => instrumentOf(metric) === kind,
      ({ metric }) => both(`is a ${instrumentOf(metric)}`, `是 ${instrumentOf(metric)}`),
    );
  }

  /** The unit, as a UCUM code such as `s` or `{item}`. */
  haveUnit(unit: string): this {
    return this.#each(
      both(`unit "${unit}"`, `单位为 "${unit}"`),
      ({ metric }) => metric.unit === unit,
      ({ metric }) => both(`has the unit "${metric.unit}"`, `的单位是 "${metric.unit}"`),
    );
  }

  /** The values of all selected series together. */
  haveValue(value: number): this {
    return this.#sum(both(`a value of ${value}`, `值为 ${value}`), value, (series) => series.value);
  }

  /** How many values all selected histograms recorded together. */
  haveCount(count: number): this {
    return this.#sum(both(plural(count, 'recorded value'), `记录了 ${count} 个值`), count, (series) => series.count);
  }

  /** The sum of what all selected histograms recorded together. */
  haveSum(sum: number): this {
    return this.#sum(both(`a sum of ${sum}`, `总和为 ${sum}`), sum, (series) => series.sum);
  }

  /** Each series has the attribute, and with this value if one is given. */
  haveAttribute(key: string, expected?: Expected): this {
    const wanted = expected === undefined ? key : `${key} = ${show(expected)}`;
    return this.#each(
      both(`attribute ${wanted}`, `属性 ${wanted}`),
      ({ attributes }) => satisfies(find(attributes, key), expected),
      (series) =>
        both(`has a series with ${attributesOf(series).en}`, `有一条序列的属性是 ${attributesOf(series)['zh-cn']}`),
    );
  }

  /** No series has the attribute: an id on a metric would make one series for each. */
  lackAttribute(key: string): this {
    return this.#each(
      both(`no attribute ${key}`, `没有属性 ${key}`),
      ({ attributes }) => find(attributes, key) === undefined,
      (series) =>
        both(`has a series with ${attributesOf(series).en}`, `有一条序列的属性是 ${attributesOf(series)['zh-cn']}`),
    );
  }

  /** Each series has at least one exemplar, and every exemplar leads to one of these spans. */
  haveExemplarsOf(spans: Spans): this {
    const wanted = new Set(spans.items.map((span) => `${span.traceId}:${span.spanId}`));
    return this.#each(
      both(`exemplars that lead to ${spans.label.en}`, `示例（exemplar）指向某个${spaced(spans.label)}`),
      ({ exemplars }) =>
        exemplars.length > 0 && exemplars.every(({ traceId, spanId }) => wanted.has(`${traceId}:${spanId}`)),
      ({ exemplars }) =>
        exemplars.length === 0
          ? both('has no exemplar', '没有示例')
          : both('has an exemplar that leads elsewhere', '有示例指向了别处'),
    );
  }

  /** How many series there are, and by which attributes the first of them can be told apart. */
  #listed(): Text {
    const { series, length } = this.#metrics;
    if (length === 0) return both(thereAre(0), '一条也没有');
    const named = series.slice(0, MOST_SERIES).map(attributesOf);
    const rest = length > named.length ? '; …' : '';
    return both(
      `${thereAre(length)}, with ${named.map(({ en }) => en).join('; ')}${rest}`,
      `有 ${length} 条，属性：${named.map((list) => list['zh-cn']).join('；')}${rest}`,
    );
  }

  #sum(wanted: Text, expected: number, read: (series: Series) => number | undefined): this {
    return this.#whole(wanted, (all) => {
      const values = all.map(read);
      if (values.includes(undefined)) return both('this kind of metric has no such number', '此类指标没有这个数');
      const actual = values.reduce<number>((total, value) => total + (value ?? 0), 0);
      if (Math.abs(actual - expected) <= TOLERANCE * Math.max(1, Math.abs(expected))) return undefined;
      return both(`it is ${actual}`, `实际是 ${actual}`);
    });
  }

  #each(wanted: Text, holds: (series: Series) => boolean, otherwise: (series: Series) => Text): this {
    return this.#whole(wanted, (all) => {
      const wrong = all.find((series) => !holds(series));
      if (wrong === undefined) return undefined;
      const reason = otherwise(wrong);
      return both(`"${wrong.metric.name}" ${reason.en}`, `"${wrong.metric.name}" ${reason['zh-cn']}`);
    });
  }

  #whole(wanted: Text, judge: (all: readonly Series[]) => Text | undefined): this {
    const { label, series } = this.#metrics;
    this.#requirement.state(both(`${label.en}: ${wanted.en}`, `${label['zh-cn']}：${wanted['zh-cn']}`), () => {
      const actual = series.length === 0 ? both(`there are no ${label.en}`, `没有${label['zh-cn']}`) : judge(series);
      return actual && { actual, spans: [] };
    });
    return this;
  }
}

function attributesOf({ attributes }: Series): Text {
  if (attributes.length === 0) return both('no attributes', '无');
  const list = attributes.map(({ key, value }) => `${key} = ${show(plain(value))}`).join(', ');
  return both(list, list);
}
