/**
 * `import { verify } from "checks"`: assertions on the spans that a test has recorded.
 *
 * They are those that grade the exercises of this guide (`src/checks`). What is added is the way in, spans of the SDK, and
 * the way out, an error as a test expects it.
 */
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import { check } from '../checks/index.ts';
import type { Expectation, Spans } from '../checks/index.ts';
import { spansOf } from './recorded.ts';

export type { Expectation, SpanExpectation, Spans } from '../checks/index.ts';

/** What assertions are written with. */
export interface Tools {
  /** All recorded spans, to select from. */
  readonly spans: Spans;
  /** Begins a requirement. The words are yours, each time others, and stand in front of what the failure says. */
  readonly expect: (what: string) => Expectation;
}

/**
 * Holds recorded spans to a description. Every requirement is looked at, also when one before it is not met.
 *
 * @param recorded what an exporter in memory has; spans that have not ended are not among them.
 * @throws Error with a line for each requirement that is not met: what was wanted, and what was found instead.
 */
export function verify(recorded: readonly ReadableSpan[], describe: (tools: Tools) => void): void {
  const judge = check(({ spans, expect }) => {
    describe({ spans, expect: (what) => expect(what, { en: what, 'zh-cn': what }) });
  });
  const failed = judge({ spans: spansOf(recorded), metrics: [], logs: [] }).filter(({ ok }) => !ok);
  if (failed.length === 0) return;
  const lines = failed.map(({ id, expected, actual }) => `${id}: wanted ${expected.en}; ${actual.en}`);
  throw new Error(lines.join('\n'));
}
