import type { AnyValue, Attribute, Resource, Scope, Span } from '../otlp/telemetry.ts';
import { Ids, LongText, Longs, Numbers } from './columns.ts';
import type { JsonCursor } from './json-cursor.ts';
import { CODES, KINDS, NO_PARENT, VALUE_KINDS } from './pack.ts';
import type { PackedSpans } from './pack.ts';
import { Texts } from './texts.ts';

const [EMPTY = 0, STRING = 0, BOOL = 0, INT = 0, DOUBLE = 0, OTHER = 0] = VALUE_KINDS.keys();

/** Puts spans into columns, in their order. */
export function packSpans(spans: readonly Span[]): PackedSpans {
  const writer = new SpanWriter();
  for (const span of spans) writer.add(span);
  return writer.done();
}

/** A span as it was found in a file: texts by their numbers, ids by their places, 64 bits in halves. */
export interface FoundSpan {
  traceIdOf: number;
  spanIdAt: number;
  /** -1 for none. */
  parentIdAt: number;
  traceStateOf: number;
  nameOf: number;
  messageOf: number;
  kind: number;
  code: number;
  flags: number;
  startLow: number;
  startHigh: number;
  endLow: number;
  endHigh: number;
  droppedAttributes: number;
  droppedEvents: number;
  droppedLinks: number;
  attributesFrom: number;
  attributesTo: number;
}

/** How far the columns were written. */
export interface Mark {
  readonly spans: number;
  readonly attributes: number;
  readonly events: number;
  readonly links: number;
}

/** Writes spans into columns, one after the other. */
export class SpanWriter {
  readonly texts = new Texts();
  readonly attributes = new AttributeWriter(this.texts);
  readonly events = new EventColumns();
  readonly #links = new LinkColumns();
  readonly #resources = new Table<Resource>();
  readonly #scopes = new Table<Scope>();
  readonly #resourceOf = new Numbers();
  readonly #scopeOf = new Numbers();
  readonly #spanIds = new Ids();
  readonly #parentIds = new Ids();
  readonly #traceIdOf = new Numbers();
  readonly #traceStateOf = new Numbers();
  readonly #nameOf = new Numbers();
  readonly #messageOf = new Numbers();
  readonly #kinds = new Numbers();
  readonly #codes = new Numbers();
  readonly #flags = new Numbers();
  readonly #starts = new Longs();
  readonly #ends = new Longs();
  readonly #droppedAttributes = new Numbers();
  readonly #droppedEvents = new Numbers();
  readonly #droppedLinks = new Numbers();
  readonly #attributesFrom = new Numbers();
  readonly #attributesTo = new Numbers();
  /** One entry more than spans. */
  readonly #eventsFrom = new Numbers();
  readonly #linksFrom = new Numbers();

  constructor() {
    this.#eventsFrom.push(0);
    this.#linksFrom.push(0);
  }

  get count(): number {
    return this.#nameOf.count;
  }

  /** Writes a span with its resource and scope. */
  add(span: Span): void {
    this.addUnowned(span);
    this.own(span.resource, span.scope, this.count - 1);
  }

  /** Writes a span whose resource and scope are told later. */
  addUnowned(span: Span): void {
    const { attributes, texts } = this;
    this.#attributesFrom.push(attributes.count);
    attributes.add(span.attributes);
    this.#attributesTo.push(attributes.count);
    for (const event of span.events) {
      const from = attributes.count;
      attributes.add(event.attributes);
      this.events.times.pushBig(event.timeUnixNano);
      this.events.push(texts.numberOf(event.name), event.droppedAttributesCount, from, attributes.count);
    }
    for (const link of span.links) {
      const from = attributes.count;
      attributes.add(link.attributes);
      const ids = [link.traceId, link.spanId, link.traceState].map((text) => texts.numberOf(text));
      this.#links.push(ids, link.flags, link.droppedAttributesCount, from, attributes.count);
    }
    this.#spanIds.push(span.spanId);
    this.#parentIds.push(span.parentSpanId === '' ? NO_PARENT : span.parentSpanId);
    this.#traceIdOf.push(texts.numberOf(span.traceId));
    this.#traceStateOf.push(texts.numberOf(span.traceState));
    this.#nameOf.push(texts.numberOf(span.name));
    this.#messageOf.push(texts.numberOf(span.status.message));
    this.#kinds.push(KINDS.indexOf(span.kind));
    this.#codes.push(CODES.indexOf(span.status.code));
    this.#flags.push(span.flags);
    this.#starts.pushBig(span.startTimeUnixNano);
    this.#ends.pushBig(span.endTimeUnixNano);
    this.#droppedAttributes.push(span.droppedAttributesCount);
    this.#droppedEvents.push(span.droppedEventsCount);
    this.#droppedLinks.push(span.droppedLinksCount);
    this.#endSpan();
  }

  /** Writes a span that was found in a file; its attributes and events have been written. It has no links. */
  addFound(bytes: Uint8Array, span: FoundSpan): void {
    this.#attributesFrom.push(span.attributesFrom);
    this.#attributesTo.push(span.attributesTo);
    this.#spanIds.pushAt(bytes, span.spanIdAt);
    if (span.parentIdAt < 0) this.#parentIds.push(NO_PARENT);
    else this.#parentIds.pushAt(bytes, span.parentIdAt);
    this.#traceIdOf.push(span.traceIdOf);
    this.#traceStateOf.push(span.traceStateOf);
    this.#nameOf.push(span.nameOf);
    this.#messageOf.push(span.messageOf);
    this.#kinds.push(span.kind);
    this.#codes.push(span.code);
    this.#flags.push(span.flags);
    this.#starts.push(span.startLow, span.startHigh);
    this.#ends.push(span.endLow, span.endHigh);
    this.#droppedAttributes.push(span.droppedAttributes);
    this.#droppedEvents.push(span.droppedEvents);
    this.#droppedLinks.push(span.droppedLinks);
    this.#endSpan();
  }

  /** Says whose all spans from a place on are. */
  own(resource: Resource, scope: Scope, from: number): void {
    this.#resourceOf.fillFrom(from, this.#resources.numberOf(resource));
    this.#scopeOf.fillFrom(from, this.#scopes.numberOf(scope));
  }

  mark(): Mark {
    return {
      spans: this.count,
      attributes: this.attributes.count,
      events: this.events.count,
      links: this.#links.count,
    };
  }

  /** Takes back what was written since a mark. */
  cut({ spans, attributes, events, links }: Mark): void {
    for (const column of this.#bySpan()) column.cut(spans);
    this.#eventsFrom.cut(spans + 1);
    this.#linksFrom.cut(spans + 1);
    this.attributes.cut(attributes);
    this.events.cut(events);
    this.#links.cut(links);
  }

  /** Everything that was written. */
  done(): PackedSpans {
    return {
      count: this.count,
      strings: this.texts.items,
      resources: this.#resources.items,
      scopes: this.#scopes.items,
      resourceOf: this.#resourceOf.done(),
      scopeOf: this.#scopeOf.done(),
      spanIds: this.#spanIds.done(),
      parentIds: this.#parentIds.done(),
      traceIdOf: this.#traceIdOf.done(),
      traceStateOf: this.#traceStateOf.done(),
      nameOf: this.#nameOf.done(),
      messageOf: this.#messageOf.done(),
      kinds: this.#kinds.doneAsBytes(),
      codes: this.#codes.doneAsBytes(),
      flags: this.#flags.done(),
      starts: this.#starts.done(),
      ends: this.#ends.done(),
      droppedAttributes: this.#droppedAttributes.done(),
      droppedEvents: this.#droppedEvents.done(),
      droppedLinks: this.#droppedLinks.done(),
      attributesFrom: this.#attributesFrom.done(),
      attributesTo: this.#attributesTo.done(),
      eventsFrom: this.#eventsFrom.done(),
      linksFrom: this.#linksFrom.done(),
      attributes: this.attributes.done(),
      events: this.events.done(),
      links: this.#links.done(),
    };
  }

  #endSpan(): void {
    this.#resourceOf.push(0);
    this.#scopeOf.push(0);
    this.#eventsFrom.push(this.events.count);
    this.#linksFrom.push(this.#links.count);
  }

  #bySpan(): readonly { cut(place: number): void }[] {
    return [
      this.#resourceOf,
      this.#scopeOf,
      this.#spanIds,
      this.#parentIds,
      this.#traceIdOf,
      this.#traceStateOf,
      this.#nameOf,
      this.#messageOf,
      this.#kinds,
      this.#codes,
      this.#flags,
      this.#starts,
      this.#ends,
      this.#droppedAttributes,
      this.#droppedEvents,
      this.#droppedLinks,
      this.#attributesFrom,
      this.#attributesTo,
    ];
  }
}

class EventColumns {
  readonly times = new Longs();
  readonly #nameOf = new Numbers();
  readonly #dropped = new Numbers();
  readonly #from = new Numbers();
  readonly #to = new Numbers();

  get count(): number {
    return this.#nameOf.count;
  }

  /** Writes all of an event but its time, which goes into `times`. */
  push(nameOf: number, dropped: number, attributesFrom: number, attributesTo: number): void {
    this.#nameOf.push(nameOf);
    this.#dropped.push(dropped);
    this.#from.push(attributesFrom);
    this.#to.push(attributesTo);
  }

  cut(place: number): void {
    for (const column of [this.times, this.#nameOf, this.#dropped, this.#from, this.#to]) column.cut(place);
  }

  done(): PackedSpans['events'] {
    return {
      times: this.times.done(),
      nameOf: this.#nameOf.done(),
      dropped: this.#dropped.done(),
      attributesFrom: this.#from.done(),
      attributesTo: this.#to.done(),
    };
  }
}

class LinkColumns {
  readonly #traceIdOf = new Numbers();
  readonly #spanIdOf = new Numbers();
  readonly #traceStateOf = new Numbers();
  readonly #flags = new Numbers();
  readonly #dropped = new Numbers();
  readonly #from = new Numbers();
  readonly #to = new Numbers();

  get count(): number {
    return this.#flags.count;
  }

  /** @param texts trace id, span id and trace state, by their numbers */
  push(
    [traceId, spanId, traceState]: readonly number[],
    flags: number,
    dropped: number,
    attributesFrom: number,
    attributesTo: number,
  ): void {
    this.#traceIdOf.push(traceId ?? 0);
    this.#spanIdOf.push(spanId ?? 0);
    this.#traceStateOf.push(traceState ?? 0);
    this.#flags.push(flags);
    this.#dropped.push(dropped);
    this.#from.push(attributesFrom);
    this.#to.push(attributesTo);
  }

  cut(place: number): void {
    for (const column of [
      this.#traceIdOf,
      this.#spanIdOf,
      this.#traceStateOf,
      this.#flags,
      this.#dropped,
      this.#from,
      this.#to,
    ]) {
      column.cut(place);
    }
  }

  done(): PackedSpans['links'] {
    return {
      traceIdOf: this.#traceIdOf.done(),
      spanIdOf: this.#spanIdOf.done(),
      traceStateOf: this.#traceStateOf.done(),
      flags: this.#flags.done(),
      dropped: this.#dropped.done(),
      attributesFrom: this.#from.done(),
      attributesTo: this.#to.done(),
    };
  }
}

/** Each item once, numbered in the order in which it was first seen. */
class Table<T> {
  readonly items: T[] = [];
  readonly #numbers = new Map<T, number>();

  numberOf(item: T): number {
    let number = this.#numbers.get(item);
    if (number === undefined) {
      number = this.items.push(item) - 1;
      this.#numbers.set(item, number);
    }
    return number;
  }
}

/** A text that an attribute had, and where it lies: many attributes say the same span after span. */
interface LastText {
  /** Undefined for one that is known by its place in the file. */
  readonly text: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

class AttributeWriter {
  readonly #texts: Texts;
  readonly #keyOf = new Numbers();
  readonly #kinds = new Numbers();
  readonly #at = new Numbers();
  readonly #textEnds = new Numbers();
  readonly #text = new LongText();
  readonly #ints = new Longs();
  readonly #doubles: number[] = [];
  readonly #others: AnyValue[] = [];
  /** By key. */
  readonly #last: LastText[] = [];

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  get count(): number {
    return this.#keyOf.count;
  }

  add(attributes: readonly Attribute[]): void {
    for (const { key, value } of attributes) {
      const keyOf = this.#texts.numberOf(key);
      switch (value.kind) {
        case 'string':
          this.pushText(keyOf, value.value);
          break;
        case 'bool':
          this.pushBool(keyOf, value.value);
          break;
        case 'int':
          this.pushBig(keyOf, value.value);
          break;
        case 'double':
          this.pushDouble(keyOf, value.value);
          break;
        case 'empty':
          this.#push(keyOf, EMPTY, 0);
          break;
        default:
          this.#push(keyOf, OTHER, this.#others.push(value) - 1);
      }
    }
  }

  pushText(keyOf: number, text: string): void {
    const last = this.#last[keyOf];
    let start = last?.start ?? 0;
    if (last === undefined || last.text !== text) {
      start = this.#text.length;
      this.#text.push(text);
      this.#last[keyOf] = { text, from: 0, to: 0, start };
    }
    this.#push(keyOf, STRING, start, start + text.length);
  }

  /** Writes a text that stands in a file, ASCII from `from` to `to`. */
  pushTextAt(keyOf: number, bytes: Uint8Array, from: number, to: number): void {
    const start = this.#text.length;
    this.#text.pushAscii(bytes, from, to);
    this.#last[keyOf] = { text: undefined, from, to, start };
    this.#push(keyOf, STRING, start, start + to - from);
  }

  /** Goes past the string at a cursor and writes it, if it is the text that this key had last. */
  takeRepeated(keyOf: number, cursor: JsonCursor): boolean {
    const last = this.#last[keyOf];
    if (last === undefined || last.text !== undefined || !cursor.repeated(last.from, last.to)) return false;
    this.#push(keyOf, STRING, last.start, last.start + last.to - last.from);
    return true;
  }

  pushBool(keyOf: number, value: boolean): void {
    this.#push(keyOf, BOOL, value ? 1 : 0);
  }

  pushBig(keyOf: number, value: bigint): void {
    this.#push(keyOf, INT, this.#ints.count);
    this.#ints.pushBig(value);
  }

  /** A whole number from 0 to 2^63 - 1, in halves. */
  pushInt(keyOf: number, low: number, high: number): void {
    this.#push(keyOf, INT, this.#ints.count);
    this.#ints.push(low, high);
  }

  pushDouble(keyOf: number, value: number): void {
    this.#push(keyOf, DOUBLE, this.#doubles.push(value) - 1);
  }

  /** Takes back the attributes from a place on; what they said stays, unread. */
  cut(place: number): void {
    for (const column of [this.#keyOf, this.#kinds, this.#at, this.#textEnds]) column.cut(place);
  }

  done(): PackedSpans['attributes'] {
    return {
      keyOf: this.#keyOf.done(),
      kinds: this.#kinds.doneAsBytes(),
      at: this.#at.done(),
      textEnds: this.#textEnds.done(),
      text: this.#text.done(),
      ints: this.#ints.doneSigned(),
      doubles: new Float64Array(this.#doubles),
      others: this.#others,
    };
  }

  #push(keyOf: number, kind: number, at: number, end = 0): void {
    this.#keyOf.push(keyOf);
    this.#kinds.push(kind);
    this.#at.push(at);
    this.#textEnds.push(end);
  }
}
