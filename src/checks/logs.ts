import type { LogRecord } from '../otlp/telemetry.ts';
import { both, fits, quoted } from './text.ts';
import type { Text } from './text.ts';
import type { Spans } from './spans.ts';
import { find, plain, satisfies, show } from './values.ts';
import type { Expected } from './values.ts';

/** The lowest severity number of each level. */
export const SEVERITIES = { trace: 1, debug: 5, info: 9, warn: 13, error: 17, fatal: 21 } as const;

export type Level = keyof typeof SEVERITIES;

/** The level of a severity number; `undefined` for 0, which says nothing. */
export function levelOf(severityNumber: number): Level | undefined {
  const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;
  return levels.find((level) => severityNumber >= SEVERITIES[level]);
}

/** Some of the log records of a run, in order of time. */
export class Logs {
  readonly items: readonly LogRecord[];
  /** What it is called in an explanation. */
  readonly label: Text;

  constructor(items: readonly LogRecord[], label: Text) {
    this.items = items;
    this.label = label;
  }

  static of(records: readonly LogRecord[]): Logs {
    const sorted = records.toSorted((a, b) => {
      const [first, second] = [timeOf(a), timeOf(b)];
      if (first === second) return 0;
      return first < second ? -1 : 1;
    });
    return new Logs(sorted, both('log records', '日志记录'));
  }

  get length(): number {
    return this.items.length;
  }

  /** Those that are events with this name. */
  named(eventName: string | RegExp): Logs {
    return this.where(both(` named ${quoted(eventName)}`, `名为 ${quoted(eventName)} 的`), (record) =>
      fits(eventName, record.eventName),
    );
  }

  /** Those whose body is this text, or matches. */
  withBody(text: string | RegExp): Logs {
    return this.where(
      both(` with the body ${quoted(text)}`, `正文为 ${quoted(text)} 的`),
      (record) => record.body.kind === 'string' && fits(text, record.body.value),
    );
  }

  /** Those of this level or a graver one. */
  atLeast(level: Level): Logs {
    return this.where(
      both(` of level ${level} and above`, `${level} 及以上级别的`),
      (record) => record.severityNumber >= SEVERITIES[level],
    );
  }

  withAttribute(key: string, expected?: Expected): Logs {
    const wanted = expected === undefined ? key : `${key} = ${show(expected)}`;
    return this.where(both(` with ${wanted}`, `带有 ${wanted} 的`), (record) =>
      satisfies(find(record.attributes, key), expected),
    );
  }

  /** Those that carry the ids of one of these spans. */
  inside(spans: Spans): Logs {
    const ids = new Set(spans.items.map((span) => `${span.traceId}:${span.spanId}`));
    return this.where(both(` inside ${spans.label.en}`, `属于${spans.label['zh-cn']}的`), (record) =>
      ids.has(`${record.traceId}:${record.spanId}`),
    );
  }

  /** Those that meet a condition; `label` as in `Spans.where`. */
  where(label: Text, condition: (record: LogRecord) => boolean): Logs {
    const joined = both(this.label.en + label.en, label['zh-cn'] + this.label['zh-cn']);
    return new Logs(this.items.filter(condition), joined);
  }
}

/** What a record is called in an explanation: its event name, its body, or both in short. */
export function titleOf(record: LogRecord): string {
  return record.eventName === '' ? show(plain(record.body)).slice(0, 80) : `"${record.eventName}"`;
}

function timeOf(record: LogRecord): bigint {
  return record.timeUnixNano === 0n ? record.observedTimeUnixNano : record.timeUnixNano;
}
