import type { Span } from '../otlp/telemetry.ts';
import { both, sentences } from './text.ts';
import type { Text } from './text.ts';

/** What became of one requirement. Plain data: it may cross a thread. */
export interface CheckResult {
  readonly id: string;
  readonly ok: boolean;
  /** What the author says it demands. */
  readonly title: Text;
  /** The assertion that failed; of a requirement that is met, all of its assertions. */
  readonly expected: Text;
  /** What was found instead; empty where the requirement is met. */
  readonly actual: Text;
  /** The spans concerned, so that a page can select them. */
  readonly spanIds: readonly string[];
}

/**
 * One named demand on a run, made of assertions. The first assertion that fails decides; those after it in the same
 * requirement are not looked at, because they would mostly repeat the same fault. Other requirements are not affected.
 */
export class Requirement {
  readonly id: string;
  readonly #title: Text;
  readonly #met: Text[] = [];
  #failure: Pick<CheckResult, 'expected' | 'actual' | 'spanIds'> | undefined;

  constructor(id: string, title: Text) {
    this.id = id;
    this.#title = title;
  }

  /** Adds an assertion. `judge` gives nothing where it holds, and otherwise what was found and in which spans. */
  state(expected: Text, judge: () => Found | undefined): void {
    if (this.#failure !== undefined) return;
    const found = judge();
    if (found === undefined) this.#met.push(expected);
    else this.#failure = { expected, actual: found.actual, spanIds: found.spans.map((span) => span.spanId) };
  }

  result(): CheckResult {
    const head = { id: this.id, title: this.#title };
    if (this.#failure !== undefined) return { ...head, ok: false, ...this.#failure };
    if (this.#met.length > 0) {
      return { ...head, ok: true, expected: sentences(this.#met), actual: both('', ''), spanIds: [] };
    }
    const expected = both('at least one assertion', '至少一条断言');
    return {
      ...head,
      ok: false,
      expected,
      actual: both('the requirement asserts nothing', '此项没有任何断言'),
      spanIds: [],
    };
  }
}

/** What an assertion that does not hold has found. */
export interface Found {
  readonly actual: Text;
  readonly spans: readonly Span[];
}
