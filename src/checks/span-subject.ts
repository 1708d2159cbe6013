import type { Span } from '../otlp/telemetry.ts';
import type { Found, Requirement } from './requirement.ts';
import type { Spans } from './spans.ts';
import { both } from './text.ts';
import type { Text } from './text.ts';

/** What all assertions about a selection of spans are made with. */
export class SpanSubject {
  protected readonly requirement: Requirement;
  protected readonly selection: Spans;

  constructor(requirement: Requirement, spans: Spans) {
    this.requirement = requirement;
    this.selection = spans;
  }

  protected parentOf(row: number): number {
    return this.selection.forest.parent[row] ?? -1;
  }

  protected durationOf(row: number): number {
    const { startNs, endNs } = this.selection.forest;
    return (endNs[row] ?? 0) - (startNs[row] ?? 0);
  }

  protected parentIs(row: number): Text {
    const { forest } = this.selection;
    const parent = forest.spans[this.parentOf(row)];
    if (parent !== undefined) return both(`has the parent "${parent.name}"`, `的父 span 是 "${parent.name}"`);
    return forest.pending[row] === 1
      ? both('has a parent that never arrived', '的父 span 始终没有出现')
      : both('has no parent', '没有父 span');
  }

  /** An assertion about each span beside others, which must be there. */
  protected relation(others: Spans, expected: Text, holds: (row: number) => boolean, otherwise: Text): this {
    const present = others.length > 0;
    if (!present) {
      const none = both(`there are no ${others.label.en}`, `没有${others.label['zh-cn']}`);
      return this.whole(expected, (spans) => ({ actual: none, spans }));
    }
    return this.each(
      expected,
      (_, row) => holds(row),
      () => otherwise,
    );
  }

  /**
   * An assertion about each span: names the first that does not hold, and how many more. `otherwise` goes on where the
   * name of that span ends: `has no parent`.
   */
  protected each(
    wanted: Text,
    holds: (span: Span, row: number) => boolean,
    otherwise: (span: Span, row: number) => Text,
  ): this {
    return this.whole(wanted, (spans) => {
      const wrong = spans.flatMap((span, index) => {
        const row = this.selection.rows[index] ?? -1;
        return holds(span, row) ? [] : [{ span, row }];
      });
      const [first] = wrong;
      if (first === undefined) return undefined;
      const reason = otherwise(first.span, first.row);
      const more = wrong.length - 1;
      const actual = both(
        `"${first.span.name}" ${reason.en}${more > 0 ? ` (and ${more} more)` : ''}`,
        `"${first.span.name}" ${reason['zh-cn']}${more > 0 ? `（另有 ${more} 个）` : ''}`,
      );
      return { actual, spans: wrong.map(({ span }) => span) };
    });
  }

  /** An assertion about all spans together; never holds for none. */
  protected whole(wanted: Text, judge: (spans: readonly Span[]) => Found | undefined): this {
    const { label, items } = this.selection;
    const expected = both(`${label.en}: ${wanted.en}`, `${label['zh-cn']}：${wanted['zh-cn']}`);
    this.requirement.state(expected, () =>
      items.length === 0
        ? { actual: both(`there are no ${label.en}`, `没有${label['zh-cn']}`), spans: [] }
        : judge(items),
    );
    return this;
  }
}
