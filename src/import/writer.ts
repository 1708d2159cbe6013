import type { AnyValue, Attribute, Resource, Scope, Span } from '../otlp/telemetry.ts';
import { CODES, KINDS, NO_PARENT, VALUE_KINDS } from './pack.ts';
import type { PackedSpans } from './pack.ts';
import type { PlainAttribute, PlainSpan } from './plain.ts';

const [EMPTY = 0, STRING = 0, BOOL = 0, INT = 0, DOUBLE = 0, OTHER = 0] = VALUE_KINDS.keys();

/** Puts spans into columns, in their order. */
export function packSpans(spans: readonly Span[]): PackedSpans {
  const writer = new SpanWriter();
  for (const span of spans) writer.add(span);
  return writer.done();
}

/** Writes spans into columns, one after the other. */
export class SpanWriter {
  readonly #strings = new Table<string>();
  readonly #resources = new Table<Resource>();
  readonly #scopes = new Table<Scope>();
  readonly #attributes = new AttributeWriter(this.#strings);
  readonly #resourceOf: number[] = [];
  readonly #scopeOf: number[] = [];
  readonly #spanIds: string[] = [];
  readonly #parentIds: string[] = [];
  readonly #traceIdOf: number[] = [];
  readonly #traceStateOf: number[] = [];
  readonly #nameOf: number[] = [];
  readonly #messageOf: number[] = [];
  readonly #kinds: number[] = [];
  readonly #codes: number[] = [];
  readonly #flags: number[] = [];
  readonly #starts: bigint[] = [];
  readonly #ends: bigint[] = [];
  readonly #droppedAttributes: number[] = [];
  readonly #droppedEvents: number[] = [];
  readonly #droppedLinks: number[] = [];
  readonly #attributesFrom: number[] = [];
  readonly #attributesTo: number[] = [];
  readonly #eventsFrom: number[] = [0];
  readonly #linksFrom: number[] = [0];
  readonly #events = new EventColumns();
  readonly #links = new LinkColumns();

  get count(): number {
    return this.#nameOf.length;
  }

  add(span: Span): void {
    this.#attributesFrom.push(this.#attributes.count);
    this.#attributes.add(span.attributes);
    this.#attributesTo.push(this.#attributes.count);
    for (const { timeUnixNano, name, attributes, droppedAttributesCount } of span.events) {
      const from = this.#attributes.count;
      this.#attributes.add(attributes);
      this.#events.push(
        timeUnixNano,
        this.#strings.indexOf(name),
        droppedAttributesCount,
        from,
        this.#attributes.count,
      );
    }
    for (const link of span.links) {
      const from = this.#attributes.count;
      this.#attributes.add(link.attributes);
      const ids = [link.traceId, link.spanId, link.traceState].map((text) => this.#strings.indexOf(text));
      this.#links.push(ids, link.flags, link.droppedAttributesCount, from, this.#attributes.count);
    }
    this.#rest(span, span.resource, span.scope, KINDS.indexOf(span.kind), CODES.indexOf(span.status.code));
    this.#messageOf.push(this.#strings.indexOf(span.status.message));
    this.#starts.push(span.startTimeUnixNano);
    this.#ends.push(span.endTimeUnixNano);
  }

  /** Writes a span as it came, without making the objects between; `isPlainSpan` has looked at it. */
  addPlain(span: PlainSpan, resource: Resource, scope: Scope): void {
    this.#attributesFrom.push(this.#attributes.count);
    if (span.attributes !== undefined) this.#attributes.addPlain(span.attributes);
    this.#attributesTo.push(this.#attributes.count);
    if (span.events !== undefined) {
      for (const { timeUnixNano, name, attributes, droppedAttributesCount } of span.events) {
        const from = this.#attributes.count;
        if (attributes !== undefined) this.#attributes.addPlain(attributes);
        const nameOf = this.#strings.indexOf(name ?? '');
        this.#events.push(BigInt(timeUnixNano), nameOf, droppedAttributesCount ?? 0, from, this.#attributes.count);
      }
    }
    this.#rest(span, resource, scope, span.kind ?? 0, span.status?.code ?? 0);
    this.#messageOf.push(this.#strings.indexOf(span.status?.message ?? ''));
    this.#starts.push(BigInt(span.startTimeUnixNano));
    this.#ends.push(BigInt(span.endTimeUnixNano));
  }

  #rest(
    span: Pick<PlainSpan, 'traceId' | 'spanId' | 'name'> &
      Partial<Pick<Span, NumberField | 'parentSpanId' | 'traceState'>>,
    resource: Resource,
    scope: Scope,
    kind: number,
    code: number,
  ): void {
    const parent = span.parentSpanId ?? '';
    this.#resourceOf.push(this.#resources.indexOf(resource));
    this.#scopeOf.push(this.#scopes.indexOf(scope));
    this.#spanIds.push(span.spanId);
    this.#parentIds.push(parent === '' ? NO_PARENT : parent);
    this.#traceIdOf.push(this.#strings.indexOf(span.traceId));
    this.#traceStateOf.push(this.#strings.indexOf(span.traceState ?? ''));
    this.#nameOf.push(this.#strings.indexOf(span.name));
    this.#kinds.push(kind);
    this.#codes.push(code);
    this.#flags.push(span.flags ?? 0);
    this.#droppedAttributes.push(span.droppedAttributesCount ?? 0);
    this.#droppedEvents.push(span.droppedEventsCount ?? 0);
    this.#droppedLinks.push(span.droppedLinksCount ?? 0);
    this.#eventsFrom.push(this.#events.count);
    this.#linksFrom.push(this.#links.count);
  }

  /** Everything that was written. */
  done(): PackedSpans {
    return {
      count: this.count,
      strings: this.#strings.items,
      resources: this.#resources.items,
      scopes: this.#scopes.items,
      resourceOf: new Uint32Array(this.#resourceOf),
      scopeOf: new Uint32Array(this.#scopeOf),
      spanIds: this.#spanIds.join(''),
      parentIds: this.#parentIds.join(''),
      traceIdOf: new Uint32Array(this.#traceIdOf),
      traceStateOf: new Uint32Array(this.#traceStateOf),
      nameOf: new Uint32Array(this.#nameOf),
      messageOf: new Uint32Array(this.#messageOf),
      kinds: new Uint8Array(this.#kinds),
      codes: new Uint8Array(this.#codes),
      flags: new Uint32Array(this.#flags),
      starts: new BigUint64Array(this.#starts),
      ends: new BigUint64Array(this.#ends),
      droppedAttributes: new Uint32Array(this.#droppedAttributes),
      droppedEvents: new Uint32Array(this.#droppedEvents),
      droppedLinks: new Uint32Array(this.#droppedLinks),
      attributesFrom: new Uint32Array(this.#attributesFrom),
      attributesTo: new Uint32Array(this.#attributesTo),
      eventsFrom: new Uint32Array(this.#eventsFrom),
      linksFrom: new Uint32Array(this.#linksFrom),
      attributes: this.#attributes.done(),
      events: this.#events.done(),
      links: this.#links.done(),
    };
  }
}

type NumberField = 'flags' | 'droppedAttributesCount' | 'droppedEventsCount' | 'droppedLinksCount';

class EventColumns {
  readonly #times: bigint[] = [];
  readonly #nameOf: number[] = [];
  readonly #dropped: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  get count(): number {
    return this.#nameOf.length;
  }

  push(time: bigint, nameOf: number, dropped: number, from: number, to: number): void {
    this.#times.push(time);
    this.#nameOf.push(nameOf);
    this.#dropped.push(dropped);
    this.#from.push(from);
    this.#to.push(to);
  }

  done(): PackedSpans['events'] {
    return {
      times: new BigUint64Array(this.#times),
      nameOf: new Uint32Array(this.#nameOf),
      dropped: new Uint32Array(this.#dropped),
      attributesFrom: new Uint32Array(this.#from),
      attributesTo: new Uint32Array(this.#to),
    };
  }
}

class LinkColumns {
  readonly #traceIdOf: number[] = [];
  readonly #spanIdOf: number[] = [];
  readonly #traceStateOf: number[] = [];
  readonly #flags: number[] = [];
  readonly #dropped: number[] = [];
  readonly #from: number[] = [];
  readonly #to: number[] = [];

  get count(): number {
    return this.#flags.length;
  }

  /** @param texts trace id, span id and trace state, by their numbers */
  push(
    [traceId, spanId, traceState]: readonly number[],
    flags: number,
    dropped: number,
    from: number,
    to: number,
  ): void {
    this.#traceIdOf.push(traceId ?? 0);
    this.#spanIdOf.push(spanId ?? 0);
    this.#traceStateOf.push(traceState ?? 0);
    this.#flags.push(flags);
    this.#dropped.push(dropped);
    this.#from.push(from);
    this.#to.push(to);
  }

  done(): PackedSpans['links'] {
    return {
      traceIdOf: new Uint32Array(this.#traceIdOf),
      spanIdOf: new Uint32Array(this.#spanIdOf),
      traceStateOf: new Uint32Array(this.#traceStateOf),
      flags: new Uint32Array(this.#flags),
      dropped: new Uint32Array(this.#dropped),
      attributesFrom: new Uint32Array(this.#from),
      attributesTo: new Uint32Array(this.#to),
    };
  }
}

/** Each item once, numbered in the order in which it was first seen. */
class Table<T> {
  readonly items: T[] = [];
  readonly #indices = new Map<T, number>();

  indexOf(item: T): number {
    let index = this.#indices.get(item);
    if (index === undefined) {
      index = this.items.length;
      this.items.push(item);
      this.#indices.set(item, index);
    }
    return index;
  }
}

class AttributeWriter {
  readonly #strings: Table<string>;
  readonly #keyOf: number[] = [];
  readonly #kinds: number[] = [];
  readonly #at: number[] = [];
  readonly #textEnds: number[] = [];
  readonly #texts: string[] = [];
  readonly #ints: bigint[] = [];
  readonly #doubles: number[] = [];
  readonly #others: AnyValue[] = [];
  /** The last text of each key and where it lies: many attributes say the same span after span. */
  readonly #lastText: string[] = [];
  readonly #lastStart: number[] = [];
  #textLength = 0;

  constructor(strings: Table<string>) {
    this.#strings = strings;
  }

  get count(): number {
    return this.#keyOf.length;
  }

  add(attributes: readonly Attribute[]): void {
    for (const { key, value } of attributes) {
      const keyOf = this.#strings.indexOf(key);
      switch (value.kind) {
        case 'string':
          this.#pushText(keyOf, value.value);
          break;
        case 'bool':
          this.#push(keyOf, BOOL, value.value ? 1 : 0);
          break;
        case 'int':
          this.#push(keyOf, INT, this.#ints.push(value.value) - 1);
          break;
        case 'double':
          this.#push(keyOf, DOUBLE, this.#doubles.push(value.value) - 1);
          break;
        case 'empty':
          this.#push(keyOf, EMPTY, 0);
          break;
        default:
          this.#push(keyOf, OTHER, this.#others.push(value) - 1);
      }
    }
  }

  addPlain(attributes: readonly PlainAttribute[]): void {
    for (const { key, value } of attributes) {
      const keyOf = this.#strings.indexOf(key);
      const { stringValue, boolValue, intValue, doubleValue } = value;
      if (stringValue !== undefined) this.#pushText(keyOf, stringValue);
      else if (boolValue !== undefined) this.#push(keyOf, BOOL, boolValue ? 1 : 0);
      else if (intValue !== undefined) this.#push(keyOf, INT, this.#ints.push(BigInt(intValue)) - 1);
      else this.#push(keyOf, DOUBLE, this.#doubles.push(doubleValue ?? 0) - 1);
    }
  }

  #pushText(keyOf: number, text: string): void {
    let start = this.#lastStart[keyOf];
    if (start === undefined || this.#lastText[keyOf] !== text) {
      start = this.#textLength;
      this.#lastText[keyOf] = text;
      this.#lastStart[keyOf] = start;
      this.#texts.push(text);
      this.#textLength += text.length;
    }
    this.#push(keyOf, STRING, start, start + text.length);
  }

  #push(keyOf: number, kind: number, at: number, end = 0): void {
    this.#keyOf.push(keyOf);
    this.#kinds.push(kind);
    this.#at.push(at);
    this.#textEnds.push(end);
  }

  done(): PackedSpans['attributes'] {
    return {
      keyOf: new Uint32Array(this.#keyOf),
      kinds: new Uint8Array(this.#kinds),
      at: new Uint32Array(this.#at),
      textEnds: new Uint32Array(this.#textEnds),
      text: this.#texts.join(''),
      ints: new BigInt64Array(this.#ints),
      doubles: new Float64Array(this.#doubles),
      others: this.#others,
    };
  }
}
