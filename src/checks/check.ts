/**
 * Checks: what the telemetry of a program must show. A check is written once and used three times: it grades an exercise,
 * it tests an example, and the reader of the chapter on testing writes one.
 *
 * ```ts
 * export default check(({ spans, metrics, expect }) => {
 *   const jobs = spans.named('process report');
 *
 *   expect('bounded', { en: 'At most three jobs run at once', 'zh-cn': '同时运行的任务不超过三个' })
 *     .spans(jobs)
 *     .haveCount(9)
 *     .overlapAtMost(3);
 *
 *   expect('parents', { en: 'Every job belongs to its submitter', 'zh-cn': '每个任务都属于提交者' })
 *     .spans(jobs)
 *     .beChildrenOf(spans.named('submit'));
 * });
 * ```
 */
import type { Span, Telemetry } from '../otlp/telemetry.ts';
import { buildForest } from '../trace/forest.ts';
import { LogExpectation } from './expect-logs.ts';
import { MetricExpectation } from './expect-metrics.ts';
import { SpanExpectation } from './expect-spans.ts';
import { Logs } from './logs.ts';
import { Metrics } from './metrics.ts';
import { Requirement } from './requirement.ts';
import type { CheckResult } from './requirement.ts';
import { Spans } from './spans.ts';
import { both } from './text.ts';
import type { Text } from './text.ts';

/** Judges a run: one result for each requirement, in the order in which they are written. Never throws. */
export type Check = (telemetry: Telemetry) => readonly CheckResult[];

/** Begins a requirement. `id` is unique in the check; `title` is what the reader sees, in both languages. */
export type Expect = (id: string, title: Text) => Expectation;

/** What a check is written with. */
export interface CheckTools {
  /** All spans of the run, to select from. */
  readonly spans: Spans;
  readonly metrics: Metrics;
  readonly logs: Logs;
  readonly expect: Expect;
}

/** Names the subject of the assertions that follow. One requirement may speak of several subjects in turn. */
export class Expectation {
  readonly #requirement: Requirement;

  constructor(requirement: Requirement) {
    this.#requirement = requirement;
  }

  spans(selection: Spans): SpanExpectation {
    return new SpanExpectation(this.#requirement, selection);
  }

  metrics(selection: Metrics): MetricExpectation {
    return new MetricExpectation(this.#requirement, selection);
  }

  logs(selection: Logs): LogExpectation {
    return new LogExpectation(this.#requirement, selection);
  }

  /** A condition of your own about the run as a whole. `spans` are those to show where it does not hold. */
  holds(condition: boolean, expected: Text, actual: Text, spans: readonly Span[] = []): this {
    this.#requirement.state(expected, () => (condition ? undefined : { actual, spans }));
    return this;
  }
}

/** Makes a check of a description. An id that is used twice, or a description that throws, is a failed result. */
export function check(describe: (tools: CheckTools) => void): Check {
  return (telemetry) => {
    const requirements: Requirement[] = [];
    const faults: CheckResult[] = [];
    const expect: Expect = (id, title) => {
      if (requirements.some((earlier) => earlier.id === id)) faults.push(fault(`the id "${id}" is used twice`));
      const requirement = new Requirement(id, title);
      requirements.push(requirement);
      return new Expectation(requirement);
    };
    try {
      describe({
        spans: Spans.of(buildForest(telemetry.spans)),
        metrics: Metrics.of(telemetry.metrics),
        logs: Logs.of(telemetry.logs),
        expect,
      });
    } catch (error) {
      faults.push(fault(error instanceof Error ? error.message : String(error)));
    }
    const results = [...requirements.map((requirement) => requirement.result()), ...faults];
    return results.length > 0 ? results : [fault('it has no requirement')];
  };
}

/** Whether every requirement is met. */
export function passed(results: readonly CheckResult[]): boolean {
  return results.every(({ ok }) => ok);
}

/** The result of a check that is itself at fault. */
function fault(reason: string): CheckResult {
  return {
    id: 'check',
    ok: false,
    title: both('The check itself works', '检查本身可以运行'),
    expected: both('no fault in the check', '检查没有错误'),
    actual: both(reason, reason),
    spanIds: [],
  };
}
