import type { LogRecord } from '../otlp/telemetry.ts';
import { levelOf, titleOf } from './logs.ts';
import type { Level, Logs } from './logs.ts';
import type { Requirement } from './requirement.ts';
import type { Spans } from './spans.ts';
import { both, spaced, thereAre } from './text.ts';
import type { Text } from './text.ts';
import { find, plain, satisfies, show } from './values.ts';
import type { Expected } from './values.ts';

/** What can be demanded of a selection of log records; as with spans, of an empty one only that it is empty. */
export class LogExpectation {
  readonly #requirement: Requirement;
  readonly #logs: Logs;

  constructor(requirement: Requirement, logs: Logs) {
    this.#requirement = requirement;
    this.#logs = logs;
  }

  /** There is at least one. */
  exist(): this {
    return this.#whole(both('exported', '已导出'), () => undefined);
  }

  notExist(): this {
    return this.haveCount(0);
  }

  /** There are exactly so many. "Exactly one exception record" is `haveCount(1)`. */
  haveCount(count: number): this {
    const { label, length } = this.#logs;
    this.#requirement.state(both(`${label.en}: exactly ${count}`, `${label['zh-cn']}：恰好 ${count} 条`), () =>
      length === count
        ? undefined
        : { actual: both(thereAre(length), length === 0 ? '一条也没有' : `有 ${length} 条`), spans: [] },
    );
    return this;
  }

  /** Each is of this level: `error` are severity numbers 17 to 20. */
  haveLevel(level: Level): this {
    return this.#each(
      both(`level ${level}`, `级别为 ${level}`),
      (record) => levelOf(record.severityNumber) === level,
      (record) => {
        const actual = levelOf(record.severityNumber) ?? '-';
        return both(`has the level ${actual}`, `的级别是 ${actual}`);
      },
    );
  }

  haveAttribute(key: string, expected?: Expected): this {
    const wanted = expected === undefined ? key : `${key} = ${show(expected)}`;
    return this.#each(
      both(`attribute ${wanted}`, `属性 ${wanted}`),
      (record) => satisfies(find(record.attributes, key), expected),
      (record) => {
        const value = find(record.attributes, key);
        return value === undefined
          ? both(`has no ${key}`, `没有 ${key}`)
          : both(`has ${key} = ${show(plain(value))}`, `的 ${key} 是 ${show(plain(value))}`);
      },
    );
  }

  lackAttribute(key: string): this {
    return this.#each(
      both(`no attribute ${key}`, `没有属性 ${key}`),
      (record) => find(record.attributes, key) === undefined,
      () => both(`has ${key}`, `带有 ${key}`),
    );
  }

  /** Each carries the trace id and span id of one of these. With all spans of a run: every record resolves to a span. */
  belongTo(spans: Spans): this {
    const ids = new Set(spans.items.map((span) => `${span.traceId}:${span.spanId}`));
    return this.#each(
      both(`the ids of ${spans.label.en}`, `带有某个${spaced(spans.label)} 的 id`),
      (record) => ids.has(`${record.traceId}:${record.spanId}`),
      (record) =>
        record.spanId === ''
          ? both('belongs to no span', '不属于任何 span')
          : both(`carries the span id ${record.spanId}`, `带有的 span id 是 ${record.spanId}`),
    );
  }

  /** Each was written outside any span: it carries no ids, rather than zeros. */
  belongToNoTrace(): this {
    return this.#each(
      both('no trace id and no span id', '没有 trace id 和 span id'),
      (record) => record.traceId === '' && record.spanId === '',
      (record) => both(`is in trace ${record.traceId}`, `属于追踪 ${record.traceId}`),
    );
  }

  #each(wanted: Text, holds: (record: LogRecord) => boolean, otherwise: (record: LogRecord) => Text): this {
    return this.#whole(wanted, (records) => {
      const wrong = records.find((record) => !holds(record));
      if (wrong === undefined) return undefined;
      const reason = otherwise(wrong);
      return both(`${titleOf(wrong)} ${reason.en}`, `${titleOf(wrong)} ${reason['zh-cn']}`);
    });
  }

  #whole(wanted: Text, judge: (records: readonly LogRecord[]) => Text | undefined): this {
    const { label, items } = this.#logs;
    this.#requirement.state(both(`${label.en}: ${wanted.en}`, `${label['zh-cn']}：${wanted['zh-cn']}`), () => {
      const actual = items.length === 0 ? both(`there are no ${label.en}`, `没有${label['zh-cn']}`) : judge(items);
      return actual && { actual, spans: [] };
    });
    return this;
  }
}
