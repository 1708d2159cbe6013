import type { Span, SpanKind } from '../otlp/telemetry.ts';
import { SpanSubject } from './span-subject.ts';
import type { Spans } from './spans.ts';
import { both, fits, plural, quoted, spaced, thereAre } from './text.ts';
import type { Text } from './text.ts';

/** How many there are, of what kind, below what, linked to what. */
export class StructureExpectation extends SpanSubject {
  /** There is at least one. */
  exist(): this {
    return this.atLeast(1);
  }

  /** There is none. */
  notExist(): this {
    return this.haveCount(0);
  }

  /** There are exactly so many. */
  haveCount(count: number): this {
    return this.#counted(both(`exactly ${count}`, `恰好 ${count} 个`), (length) => length === count);
  }

  atLeast(count: number): this {
    return this.#counted(both(`at least ${count}`, `至少 ${count} 个`), (length) => length >= count);
  }

  atMost(count: number): this {
    return this.#counted(both(`at most ${count}`, `至多 ${count} 个`), (length) => length <= count);
  }

  beOfKind(kind: SpanKind): this {
    return this.each(
      both(`kind ${kind}`, `类型为 ${kind}`),
      (span) => span.kind === kind,
      (span) => both(`is of kind ${span.kind}`, `的类型是 ${span.kind}`),
    );
  }

  /** Each has no parent. */
  beRoots(): this {
    return this.each(
      both('no parent', '没有父 span'),
      (span) => span.parentSpanId === '',
      (_, row) => this.parentIs(row),
    );
  }

  /** The parent of each is one of these. */
  beChildrenOf(parents: Spans): this {
    const wanted = new Set(parents.rows);
    return this.each(
      both(`a parent among ${parents.label.en}`, `父 span 是某个${spaced(parents.label)}`),
      (_, row) => wanted.has(this.parentOf(row)),
      (_, row) => this.parentIs(row),
    );
  }

  /** The parent of none is one of these. */
  notBeChildrenOf(parents: Spans): this {
    const unwanted = new Set(parents.rows);
    return this.each(
      both(`no parent among ${parents.label.en}`, `父 span 不是任何${spaced(parents.label)}`),
      (_, row) => !unwanted.has(this.parentOf(row)),
      (_, row) => this.parentIs(row),
    );
  }

  /** Each lies below one of these, however deep. */
  beDescendantsOf(ancestors: Spans): this {
    const { subtreeEnd } = this.selection.forest;
    return this.each(
      both(`an ancestor among ${ancestors.label.en}`, `位于某个${spaced(ancestors.label)} 之下`),
      (_, row) => ancestors.rows.some((above) => row > above && row < (subtreeEnd[above] ?? 0)),
      (_, row) => this.parentIs(row),
    );
  }

  /** All have the same parent, which is in this run. */
  beSiblings(): this {
    const first = this.parentOf(this.selection.rows[0] ?? -1);
    return this.each(
      both('one common parent', '同一个父 span'),
      (_, row) => first >= 0 && this.parentOf(row) === first,
      (_, row) => this.parentIs(row),
    );
  }

  /** The parent of each, where it names one, is in this run: nothing above it was left open or lost. */
  beComplete(): this {
    return this.each(
      both('a parent that ended and was exported', '父 span 已结束并导出'),
      (_, row) => this.selection.forest.pending[row] === 0,
      () => both('has a parent that never arrived', '的父 span 始终没有出现'),
    );
  }

  beInOneTrace(): this {
    const first = this.selection.items[0]?.traceId;
    return this.each(
      both('the same trace id', '同一个 trace id'),
      (span) => span.traceId === first,
      (span) => both(`is in trace ${span.traceId.slice(0, 8)}…`, `在追踪 ${span.traceId.slice(0, 8)}… 中`),
    );
  }

  /** No two are in the same trace. */
  beInSeparateTraces(): this {
    const seen = new Map<string, Span>();
    for (const span of this.selection.items) if (!seen.has(span.traceId)) seen.set(span.traceId, span);
    return this.each(
      both('a trace of its own', '各自独立的追踪'),
      (span) => seen.get(span.traceId) === span,
      () => both('shares its trace with another', '与另一个 span 在同一追踪中'),
    );
  }

  /** Their names in order of start are exactly these. */
  startInOrder(...names: readonly (string | RegExp)[]): this {
    const list = names.map(quoted).join(', ');
    return this.whole(both(`started in this order: ${list}`, `启动顺序为：${list}`), (spans) => {
      if (spans.length === names.length && spans.every((span, index) => fits(names[index] ?? '', span.name)))
        return undefined;
      const actual = spans.map((span) => quoted(span.name)).join(', ');
      return { actual: both(`the order is ${actual}`, `实际顺序是 ${actual}`), spans };
    });
  }

  /** Each has exactly so many links. */
  haveLinks(count: number): this {
    return this.each(
      both(plural(count, 'link'), `${count} 条链接`),
      (span) => span.links.length === count,
      (span) => both(`has ${plural(span.links.length, 'link')}`, `有 ${span.links.length} 条链接`),
    );
  }

  /** Each has at least one link, and every link leads to one of these. `distinct`: no two lead to the same one. */
  linkTo(targets: Spans, options: { readonly distinct?: boolean } = {}): this {
    const wanted = new Set(targets.items.map((span) => `${span.traceId}:${span.spanId}`));
    const used = new Set<string>();
    const unique = options.distinct === true;
    return this.each(
      both(
        `links that lead to ${unique ? 'different ones of ' : ''}${targets.label.en}`,
        `链接${unique ? '分别指向不同的' : '指向某个'}${spaced(targets.label)}`,
      ),
      (span) =>
        span.links.length > 0 &&
        span.links.every((link) => {
          const key = `${link.traceId}:${link.spanId}`;
          const fresh = !used.has(key);
          used.add(key);
          return wanted.has(key) && (fresh || !unique);
        }),
      (span) =>
        span.links.length === 0
          ? both('has no link', '没有链接')
          : both('has a link that leads elsewhere', '有链接指向了别处'),
    );
  }

  #counted(wanted: Text, holds: (length: number) => boolean): this {
    const { length, label, items } = this.selection;
    const expected = both(`${label.en}: ${wanted.en}`, `${label['zh-cn']}：${wanted['zh-cn']}`);
    this.requirement.state(expected, () =>
      holds(length)
        ? undefined
        : {
            actual: both(thereAre(length), length === 0 ? '一个也没有' : `有 ${length} 个`),
            spans: items,
          },
    );
    return this;
  }
}
