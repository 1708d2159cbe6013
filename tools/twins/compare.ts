/**
 * Compares the trace of a TypeScript run with that of its Go twin: as unordered trees of (service, name, kind, status,
 * start since the run began, duration, attributes, events, links). Ids, flags and the order of siblings do not count. Pure.
 */
import type { Field } from '../../src/examples/twin.ts';
import type { Attribute, AnyValue, Span } from '../../src/otlp/telemetry.ts';

/** Parts of spans that are allowed to differ. */
export interface Allowed {
  /** The event name of log records, if this is about them and not about spans. */
  readonly log?: string | undefined;
  /** The name of the spans, or several names; every span if left out. */
  readonly span?: string | readonly string[] | undefined;
  readonly fields: readonly Field[];
  /** It differs from one recording to the next as well. */
  readonly varies?: boolean | undefined;
}

interface Node {
  readonly span: Span;
  readonly children: Node[];
  /** Everything that is compared of the span itself. */
  label: string;
  parent: Node | undefined;
}

/** What stands where a difference is allowed. */
const ANYTHING = '*';

/**
 * The spans that only one of two runs has, each as a line that shows where it stands and all that was compared; empty
 * if the runs have the same trees.
 */
export function differences(
  typescript: readonly Span[],
  go: readonly Span[],
  allowed: readonly Allowed[],
): readonly string[] {
  const left = grow(typescript, allowed);
  const right = grow(go, allowed);
  const only = onlyInOne(
    left.map((node) => path(node)),
    right.map((node) => path(node)),
  );
  if (only.length > 0) return only;
  // Every span has its like, yet likes may be shared out differently among parents that look the same.
  return drawForest(left) === drawForest(right) ? [] : ['the same spans, but not under the same parents'];
}

/** Each span as one line that says where it stands and all that is compared, in the order of the spans. */
export function describeSpans(spans: readonly Span[], allowed: readonly Allowed[] = []): readonly string[] {
  return grow(spans, allowed).map((node) => path(node));
}

/** What one of two lists has and the other has not; of several lines alike, as many as are too many. */
export function onlyInOne(typescript: readonly string[], go: readonly string[]): readonly string[] {
  return [
    ...missing(typescript, go).map((line) => `only in TypeScript: ${line}`),
    ...missing(go, typescript).map((line) => `only in Go: ${line}`),
  ];
}

function grow(spans: readonly Span[], allowed: readonly Allowed[]): readonly Node[] {
  const began = spans.reduce<bigint | undefined>(
    (first, { startTimeUnixNano: at }) => (first === undefined || at < first ? at : first),
    undefined,
  );
  const nodes = spans.map((span): Node => ({ span, children: [], label: '', parent: undefined }));
  const byId = new Map(nodes.map((node) => [idOf(node.span.traceId, node.span.spanId), node]));
  for (const node of nodes) {
    node.label = labelOf(node.span, began ?? 0n, freedomOf(node.span, allowed));
    if (node.span.parentSpanId === '') continue;
    node.parent = byId.get(idOf(node.span.traceId, node.span.parentSpanId));
    if (node.parent === undefined) node.label += ', its parent is missing';
    else node.parent.children.push(node);
  }
  // Links name their targets by where these stand, so they come last.
  const links = nodes.map((node) => linksOf(node, byId, freedomOf(node.span, allowed)));
  for (const [index, node] of nodes.entries()) node.label += links[index] ?? '';
  return nodes;
}

function freedomOf(span: Span, allowed: readonly Allowed[]): ReadonlySet<Field> {
  return new Set(allowed.filter(({ span: names }) => isAbout(names, span.name)).flatMap(({ fields }) => fields));
}

function isAbout(names: Allowed['span'], name: string): boolean {
  return names === undefined || (typeof names === 'string' ? names === name : names.includes(name));
}

function labelOf(span: Span, began: bigint, free: ReadonlySet<Field>): string {
  const service = span.resource.attributes.find(({ key }) => key === 'service.name');
  const duration = span.endTimeUnixNano - span.startTimeUnixNano;
  const status = span.status.message === '' ? span.status.code : `${span.status.code} (${span.status.message})`;
  return [
    `${service ? valueText(service.value) : 'no service'}: ${span.name}`,
    free.has('kind') ? ANYTHING : span.kind,
    free.has('status') ? ANYTHING : status,
    free.has('start') ? ANYTHING : `from ${milliseconds(span.startTimeUnixNano - began)}`,
    free.has('duration') ? ANYTHING : `for ${milliseconds(duration)}`,
    free.has('attributes') ? ANYTHING : attributesText(span.attributes, free),
    ...span.events.map((event) => {
      const at = milliseconds(event.timeUnixNano - span.startTimeUnixNano);
      return `event ${event.name} after ${at} ${attributesText(event.attributes, free)}`;
    }),
  ].join(', ');
}

function linksOf(node: Node, byId: ReadonlyMap<string, Node>, free: ReadonlySet<Field>): string {
  if (free.has('links')) return `, links ${ANYTHING}`;
  const links = node.span.links.map((link) => {
    const target = byId.get(idOf(link.traceId, link.spanId));
    return `(${target ? path(target) : 'a span that is not there'}) ${attributesText(link.attributes, new Set())}`;
  });
  return links.length === 0 ? '' : `, links to ${links.toSorted().join(' and ')}`;
}

function idOf(traceId: string, spanId: string): string {
  return `${traceId}:${spanId}`;
}

/** A span below its ancestors. A circle of parents ends where it began. */
function path(node: Node): string {
  const seen = new Set<Node>();
  const labels: string[] = [];
  for (let at: Node | undefined = node; at !== undefined && !seen.has(at); at = at.parent) {
    seen.add(at);
    labels.unshift(at.label);
  }
  return labels.join(' > ');
}

function drawForest(nodes: readonly Node[]): string {
  return drawAll(nodes.filter(({ parent }) => parent === undefined));
}

function drawAll(nodes: readonly Node[]): string {
  return nodes
    .map((node) => `${node.label} [${drawAll(node.children)}]`)
    .toSorted()
    .join('; ');
}

function missing(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
}

/** Attributes as text, without those that may differ: these may also be there in one language only. */
export function attributesText(attributes: readonly Attribute[], free: ReadonlySet<Field>): string {
  const compared = attributes.filter(({ key }) => !free.has(`attributes.${key}`));
  const texts = compared.map(({ key, value }) => `${key}=${valueText(value)}`);
  return `{${texts.toSorted().join(' ')}}`;
}

/** A value with its type. */
export function valueText(value: AnyValue): string {
  switch (value.kind) {
    case 'array':
      return `[${value.value.map((item) => valueText(item)).join(' ')}]`;
    case 'map':
      return attributesText(value.value, new Set());
    case 'bytes':
      return `bytes ${[...value.value].join(' ')}`;
    case 'empty':
      return 'nothing';
    case 'string':
      return value.value;
    default:
      // The type is part of it: 2 and 2.0 are different attributes.
      return `${value.kind} ${String(value.value)}`;
  }
}

/** Nanoseconds as milliseconds, exactly. */
export function milliseconds(nanoseconds: bigint): string {
  const rest = String(nanoseconds % 1_000_000n).padStart(6, '0');
  return `${nanoseconds / 1_000_000n}${rest === '000000' ? '' : `.${rest}`} ms`;
}
