import type { Span, SpanKind, StatusCode } from '../otlp/telemetry.ts';
import type { TraceForest } from '../trace/forest.ts';
import { serviceName } from '../trace/summary.ts';
import { both, fits, quoted, spaced } from './text.ts';
import type { Text } from './text.ts';
import { find, plain, satisfies, show } from './values.ts';
import type { Expected, Plain } from './values.ts';

/**
 * Some of the spans of a run, in order of start. Every method gives a new, narrower selection; the selection knows how to
 * name itself in an explanation.
 */
export class Spans {
  readonly forest: TraceForest;
  /** Rows of the forest, by start. */
  readonly rows: readonly number[];
  /** What it is called in an explanation: `spans named "send"`. */
  readonly label: Text;

  constructor(forest: TraceForest, rows: readonly number[], label: Text) {
    this.forest = forest;
    this.rows = rows;
    this.label = label;
  }

  /** All spans of a forest. */
  static of(forest: TraceForest): Spans {
    const rows = [...forest.spans.keys()].toSorted(
      (a, b) => (forest.startNs[a] ?? 0) - (forest.startNs[b] ?? 0) || a - b,
    );
    return new Spans(forest, rows, both('spans', 'span'));
  }

  get length(): number {
    return this.rows.length;
  }

  /** The spans themselves, for what no method covers. */
  get items(): readonly Span[] {
    return this.rows.flatMap((row) => this.forest.spans[row] ?? []);
  }

  /** Those with this name, or whose name matches. */
  named(name: string | RegExp): Spans {
    const label =
      typeof name === 'string'
        ? both(` named ${quoted(name)}`, `名为 ${quoted(name)} 的 `)
        : both(` whose name matches ${quoted(name)}`, `名称匹配 ${quoted(name)} 的 `);
    return this.where(label, (span) => fits(name, span.name));
  }

  ofKind(kind: SpanKind): Spans {
    return this.where(both(` of kind ${kind}`, `类型为 ${kind} 的 `), (span) => span.kind === kind);
  }

  withStatus(code: StatusCode): Spans {
    return this.where(both(` with status ${code}`, `状态为 ${code} 的 `), (span) => span.status.code === code);
  }

  /** Those that have the attribute, and with this value if one is given. */
  withAttribute(key: string, expected?: Expected): Spans {
    const wanted = expected === undefined ? key : `${key} = ${show(expected)}`;
    return this.where(both(` with ${wanted}`, `带有 ${wanted} 的 `), (span) =>
      satisfies(find(span.attributes, key), expected),
    );
  }

  /** Those of the service with this `service.name`. */
  inService(name: string): Spans {
    return this.where(both(` of service "${name}"`, `服务 "${name}" 的 `), (span) => serviceName(span) === name);
  }

  /** Those without a parent. A span whose parent never arrived is not one of them. */
  roots(): Spans {
    return this.where(both(' without a parent', '没有父 span 的 '), (span) => span.parentSpanId === '');
  }

  childrenOf(parents: Spans): Spans {
    const wanted = new Set(parents.rows);
    return this.where(both(` below ${parents.label.en}`, `直属于${spaced(parents.label)} 的 `), (_, row) =>
      wanted.has(this.forest.parent[row] ?? -1),
    );
  }

  /** Those below any of these, however deep. */
  descendantsOf(ancestors: Spans): Spans {
    const { subtreeEnd } = this.forest;
    return this.where(both(` within ${ancestors.label.en}`, `位于${spaced(ancestors.label)} 之下的 `), (_, row) =>
      ancestors.rows.some((above) => row > above && row < (subtreeEnd[above] ?? 0)),
    );
  }

  /** The one that started first, as a selection; empty if there is none. */
  first(): Spans {
    return this.nth(0);
  }

  /** The one at this place in order of start, counted from 0, as a selection. */
  nth(index: number): Spans {
    const row = this.rows[index];
    const label = index === 0 ? both(` (the first)`, `第 1 个`) : both(` (number ${index + 1})`, `第 ${index + 1} 个`);
    return new Spans(this.forest, row === undefined ? [] : [row], join(this.label, label));
  }

  /** Those that meet a condition. `label` is what the name of the selection gains: before it in Chinese, after it in English. */
  where(label: Text, condition: (span: Span, row: number) => boolean): Spans {
    const rows = this.rows.filter((row) => {
      const span = this.forest.spans[row];
      return span !== undefined && condition(span, row);
    });
    return new Spans(this.forest, rows, join(this.label, label));
  }

  /** The values of an attribute in order of start; spans that lack it are left out. */
  values(key: string): readonly Plain[] {
    return this.items.flatMap((span) => {
      const value = find(span.attributes, key);
      return value === undefined ? [] : [plain(value)];
    });
  }
}

function join(label: Text, addition: Text): Text {
  return both(label.en + addition.en, addition['zh-cn'] + label['zh-cn']);
}
