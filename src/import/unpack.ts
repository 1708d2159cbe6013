import type {
  AnyValue,
  Attribute,
  Resource,
  Scope,
  Span,
  SpanEvent,
  SpanKind,
  SpanLink,
  Status,
} from '../otlp/telemetry.ts';
import { CODES, KINDS, NO_PARENT, VALUE_KINDS } from './pack.ts';
import type { PackedSpans } from './pack.ts';

/**
 * Spans over the columns of a pack, in its order or in one given as places in it: small objects that read their fields when asked. Lists of attributes,
 * events and links are made anew at each reading, so that 50,000 spans cost their columns and little more; keep what you
 * read if you need it twice.
 *
 * The fields are getters: a span is read by name, not spread (see {@link plainSpan}).
 */
export function unpackSpans(packed: PackedSpans, order?: Int32Array): readonly Span[] {
  const spans: Span[] = [];
  for (let at = 0; at < packed.count; at += 1) spans.push(new ColumnSpan(packed, order?.[at] ?? at));
  return spans;
}

/** Where in their pack spans stand that `unpackSpans` made: how a forest of them is ordered, as numbers. */
export function orderOf(spans: readonly Span[]): Int32Array {
  return Int32Array.from(spans, (span) => (span instanceof ColumnSpan ? span.place : 0));
}

/** The same span as a plain object. */
export function plainSpan(span: Span): Span {
  return {
    traceId: span.traceId,
    spanId: span.spanId,
    parentSpanId: span.parentSpanId,
    traceState: span.traceState,
    flags: span.flags,
    name: span.name,
    kind: span.kind,
    startTimeUnixNano: span.startTimeUnixNano,
    endTimeUnixNano: span.endTimeUnixNano,
    attributes: span.attributes,
    droppedAttributesCount: span.droppedAttributesCount,
    events: span.events,
    droppedEventsCount: span.droppedEventsCount,
    links: span.links,
    droppedLinksCount: span.droppedLinksCount,
    status: span.status,
    resource: span.resource,
    scope: span.scope,
  };
}

const NO_RESOURCE: Resource = { attributes: [], droppedAttributesCount: 0, schemaUrl: '' };
const NO_SCOPE: Scope = { ...NO_RESOURCE, name: '', version: '' };
/** Nearly every span has one of these, so they are not made again. */
const STATUSES: readonly Status[] = CODES.map((code) => ({ code, message: '' }));
const NONE: readonly never[] = [];

class ColumnSpan implements Span {
  readonly #packed: PackedSpans;
  readonly #at: number;

  constructor(packed: PackedSpans, at: number) {
    this.#packed = packed;
    this.#at = at;
  }

  /** Where it stands in its pack. Not a field of spans. */
  get place(): number {
    return this.#at;
  }

  get traceId(): string {
    return this.#string(this.#packed.traceIdOf);
  }

  get spanId(): string {
    return this.#packed.spanIds.slice(this.#at * 16, this.#at * 16 + 16);
  }

  get parentSpanId(): string {
    const id = this.#packed.parentIds.slice(this.#at * 16, this.#at * 16 + 16);
    return id === NO_PARENT ? '' : id;
  }

  get traceState(): string {
    return this.#string(this.#packed.traceStateOf);
  }

  get flags(): number {
    return this.#packed.flags[this.#at] ?? 0;
  }

  get name(): string {
    return this.#string(this.#packed.nameOf);
  }

  get kind(): SpanKind {
    return KINDS[this.#packed.kinds[this.#at] ?? 0] ?? 'unspecified';
  }

  get startTimeUnixNano(): bigint {
    return this.#packed.starts[this.#at] ?? 0n;
  }

  get endTimeUnixNano(): bigint {
    return this.#packed.ends[this.#at] ?? 0n;
  }

  get attributes(): readonly Attribute[] {
    return attributesIn(this.#packed, this.#packed, this.#at);
  }

  get droppedAttributesCount(): number {
    return this.#packed.droppedAttributes[this.#at] ?? 0;
  }

  get events(): readonly SpanEvent[] {
    return listed(this.#packed.eventsFrom, this.#at, (event) => eventAt(this.#packed, event));
  }

  get droppedEventsCount(): number {
    return this.#packed.droppedEvents[this.#at] ?? 0;
  }

  get links(): readonly SpanLink[] {
    return listed(this.#packed.linksFrom, this.#at, (link) => linkAt(this.#packed, link));
  }

  get droppedLinksCount(): number {
    return this.#packed.droppedLinks[this.#at] ?? 0;
  }

  get status(): Status {
    const message = this.#string(this.#packed.messageOf);
    const code = this.#packed.codes[this.#at] ?? 0;
    const known = message === '' ? STATUSES[code] : undefined;
    return known ?? { code: CODES[code] ?? 'unset', message };
  }

  get resource(): Resource {
    return this.#packed.resources[this.#packed.resourceOf[this.#at] ?? 0] ?? NO_RESOURCE;
  }

  get scope(): Scope {
    return this.#packed.scopes[this.#packed.scopeOf[this.#at] ?? 0] ?? NO_SCOPE;
  }

  #string(column: Uint32Array): string {
    return this.#packed.strings[column[this.#at] ?? 0] ?? '';
  }
}

/** What stands between two neighbouring starts of a column. */
function listed<T>(from: Uint32Array, at: number, make: (index: number) => T): readonly T[] {
  const start = from[at] ?? 0;
  const end = from[at + 1] ?? start;
  if (start === end) return NONE;
  const list: T[] = [];
  for (let index = start; index < end; index += 1) list.push(make(index));
  return list;
}

/** The attributes of a span, an event or a link. */
function attributesIn(
  packed: PackedSpans,
  { attributesFrom, attributesTo }: Pick<PackedSpans, 'attributesFrom' | 'attributesTo'>,
  at: number,
): readonly Attribute[] {
  const end = attributesTo[at] ?? 0;
  let index = attributesFrom[at] ?? 0;
  if (index >= end) return NONE;
  const list: Attribute[] = [];
  for (; index < end; index += 1) {
    list.push({ key: packed.strings[packed.attributes.keyOf[index] ?? 0] ?? '', value: valueAt(packed, index) });
  }
  return list;
}

function valueAt({ attributes }: PackedSpans, index: number): AnyValue {
  const at = attributes.at[index] ?? 0;
  switch (VALUE_KINDS[attributes.kinds[index] ?? 0]) {
    case 'string':
      return { kind: 'string', value: attributes.text.slice(at, attributes.textEnds[index]) };
    case 'bool':
      return { kind: 'bool', value: at === 1 };
    case 'int':
      return { kind: 'int', value: attributes.ints[at] ?? 0n };
    case 'double':
      return { kind: 'double', value: attributes.doubles[at] ?? 0 };
    case 'other':
      return attributes.others[at] ?? { kind: 'empty' };
    default:
      return { kind: 'empty' };
  }
}

function eventAt(packed: PackedSpans, at: number): SpanEvent {
  const { events, strings } = packed;
  return {
    timeUnixNano: events.times[at] ?? 0n,
    name: strings[events.nameOf[at] ?? 0] ?? '',
    attributes: attributesIn(packed, events, at),
    droppedAttributesCount: events.dropped[at] ?? 0,
  };
}

function linkAt(packed: PackedSpans, at: number): SpanLink {
  const { links, strings } = packed;
  return {
    traceId: strings[links.traceIdOf[at] ?? 0] ?? '',
    spanId: strings[links.spanIdOf[at] ?? 0] ?? '',
    traceState: strings[links.traceStateOf[at] ?? 0] ?? '',
    flags: links.flags[at] ?? 0,
    attributes: attributesIn(packed, links, at),
    droppedAttributesCount: links.dropped[at] ?? 0,
  };
}
