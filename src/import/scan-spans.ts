/**
 * Spans read from the bytes of OTLP JSON straight into columns. To parse it into objects first takes twice as long, and
 * several times the memory.
 *
 * Only what exporters write is read here: known fields, each once and of one type, in which nothing could be refused.
 * Whatever else a span holds is not wrong: it is for the rules of `src/otlp` to decide.
 */
import {
  CLOSE_LIST,
  CLOSE_OBJECT,
  COMMA,
  MemberNames,
  NO_MEMBER,
  OPEN_LIST,
  OPEN_OBJECT,
  OTHER_MEMBER,
  type JsonCursor,
} from './json-cursor.ts';
import type { FoundSpan, SpanWriter } from './writer.ts';

/** The members of a span, by number. */
const SPAN = {
  traceId: 0,
  spanId: 1,
  parentSpanId: 2,
  name: 3,
  kind: 4,
  startTimeUnixNano: 5,
  endTimeUnixNano: 6,
  attributes: 7,
  status: 8,
  events: 9,
  links: 10,
  flags: 11,
  traceState: 12,
  droppedAttributesCount: 13,
  droppedEventsCount: 14,
  droppedLinksCount: 15,
} as const;
const ATTRIBUTE = { key: 0, value: 1 } as const;
const VALUE = { stringValue: 0, intValue: 1, boolValue: 2, doubleValue: 3 } as const;
const EVENT = { timeUnixNano: 0, name: 1, attributes: 2, droppedAttributesCount: 3 } as const;
const STATUS = { code: 0, message: 1 } as const;

/** What a span cannot do without, as bits. */
const REQUIRED =
  (1 << SPAN.traceId) |
  (1 << SPAN.spanId) |
  (1 << SPAN.name) |
  (1 << SPAN.startTimeUnixNano) |
  (1 << SPAN.endTimeUnixNano);

const MOST_32 = 0xffff_ffff;
const TWO_32 = 0x1_0000_0000;
/** A list so long is for the rules to judge. */
const MOST_ITEMS = 10_000;

/** What an attribute says, until its key is known as well. */
const NOTHING = 0;
const TEXT = 1;
const STRING = 2;
const INT = 3;
const BIG = 4;
const BOOL = 5;
const DOUBLE = 6;
/** It has been written already. */
const WRITTEN = 7;

/** Reads spans where a cursor stands. */
export class SpanScanner {
  readonly #cursor: JsonCursor;
  readonly #writer: SpanWriter;
  readonly #spanNames = new MemberNames(Object.keys(SPAN));
  readonly #attributeNames = new MemberNames(Object.keys(ATTRIBUTE));
  readonly #valueNames = new MemberNames(Object.keys(VALUE));
  readonly #eventNames = new MemberNames(Object.keys(EVENT));
  readonly #statusNames = new MemberNames(Object.keys(STATUS));
  /** Which key came after each, by number: 0 comes before the first. */
  readonly #nextKey: number[] = [];
  #lastKey = 0;
  readonly #span: FoundSpan = {
    traceIdOf: 0,
    spanIdAt: 0,
    parentIdAt: -1,
    traceStateOf: 0,
    nameOf: 0,
    messageOf: 0,
    kind: 0,
    code: 0,
    flags: 0,
    startLow: 0,
    startHigh: 0,
    endLow: 0,
    endHigh: 0,
    droppedAttributes: 0,
    droppedEvents: 0,
    droppedLinks: 0,
    attributesFrom: 0,
    attributesTo: 0,
  };
  /** The number that was read last, in halves. */
  #low = 0;
  #high = 0;
  /** What an attribute says: of which kind, and the value of that kind. */
  #value = NOTHING;
  #valueFrom = 0;
  #valueTo = 0;
  #text = '';
  #big = 0n;
  #number = 0;

  constructor(cursor: JsonCursor, writer: SpanWriter) {
    this.#cursor = cursor;
    this.#writer = writer;
  }

  /** Writes the span at the cursor and goes past it. False for one that is not plain: then nothing has been written. */
  scan(): boolean {
    const mark = this.#writer.attributes.count;
    const events = this.#writer.events.count;
    if (this.#members()) {
      this.#writer.addFound(this.#cursor.bytes, this.#span);
      return true;
    }
    this.#writer.attributes.cut(mark);
    this.#writer.events.cut(events);
    return false;
  }

  #members(): boolean {
    const cursor = this.#cursor;
    const span = this.#span;
    span.parentIdAt = -1;
    span.traceStateOf = 0;
    span.messageOf = 0;
    span.kind = 0;
    span.code = 0;
    span.flags = 0;
    span.droppedAttributes = 0;
    span.droppedEvents = 0;
    span.droppedLinks = 0;
    span.attributesFrom = this.#writer.attributes.count;
    span.attributesTo = span.attributesFrom;
    if (!cursor.take(OPEN_OBJECT)) return false;
    let seen = 0;
    let name = OTHER_MEMBER;
    do {
      name = this.#spanNames.read(cursor, name);
      if (name === NO_MEMBER) return false;
      if (name >= 0) {
        if ((seen & (1 << name)) !== 0) return false;
        seen |= 1 << name;
      }
      if (!this.#member(name)) return false;
    } while (cursor.take(COMMA));
    if (!cursor.take(CLOSE_OBJECT) || (seen & REQUIRED) !== REQUIRED) return false;
    return span.endHigh > span.startHigh || (span.endHigh === span.startHigh && span.endLow >= span.startLow);
  }

  #member(name: number): boolean {
    const cursor = this.#cursor;
    const span = this.#span;
    switch (name) {
      case SPAN.traceId:
        // Nearly all spans are of the same trace as the one before.
        if (this.#writer.texts.takeAt(span.traceIdOf, cursor)) return true;
        if (!cursor.string() || !this.#isId(32)) return false;
        span.traceIdOf = this.#writer.texts.numberAt(cursor);
        return true;
      case SPAN.spanId:
        if (!cursor.string() || !this.#isId(16)) return false;
        span.spanIdAt = cursor.from;
        return true;
      case SPAN.parentSpanId:
        if (!cursor.string()) return false;
        if (cursor.from === cursor.to) return true;
        if (!this.#isId(16)) return false;
        span.parentIdAt = cursor.from;
        return true;
      case SPAN.name:
        span.nameOf = this.#textNumber();
        return span.nameOf > 0;
      case SPAN.kind:
        span.kind = this.#count(5);
        return span.kind >= 0;
      case SPAN.startTimeUnixNano:
        if (!this.#time()) return false;
        span.startLow = this.#low;
        span.startHigh = this.#high;
        return true;
      case SPAN.endTimeUnixNano:
        if (!this.#time()) return false;
        span.endLow = this.#low;
        span.endHigh = this.#high;
        return true;
      case SPAN.attributes:
        // Those of events may have been written before.
        span.attributesFrom = this.#writer.attributes.count;
        if (!this.#attributes()) return false;
        span.attributesTo = this.#writer.attributes.count;
        return true;
      case SPAN.status:
        return this.#status();
      case SPAN.events:
        return this.#events();
      case SPAN.links:
        return cursor.take(OPEN_LIST) && cursor.take(CLOSE_LIST);
      case SPAN.flags:
        span.flags = this.#count(MOST_32);
        return span.flags >= 0;
      case SPAN.traceState:
        span.traceStateOf = this.#textNumber();
        return span.traceStateOf >= 0;
      case SPAN.droppedAttributesCount:
        span.droppedAttributes = this.#count(MOST_32);
        return span.droppedAttributes >= 0;
      case SPAN.droppedEventsCount:
        span.droppedEvents = this.#count(MOST_32);
        return span.droppedEvents >= 0;
      case SPAN.droppedLinksCount:
        span.droppedLinks = this.#count(MOST_32);
        return span.droppedLinks >= 0;
      default:
        return this.#ignored();
    }
  }

  /** Goes past a value that nobody asks for, if it is JSON. */
  #ignored(): boolean {
    const text = this.#skipped();
    try {
      if (text !== undefined) JSON.parse(text);
      return text !== undefined;
    } catch {
      return false;
    }
  }

  /** Goes past a value: its text. */
  #skipped(): string | undefined {
    const cursor = this.#cursor;
    cursor.peek();
    const from = cursor.at;
    return cursor.skip() ? cursor.text(from, cursor.at) : undefined;
  }

  /** Whether the last string is so many digits, in small letters and not all zeros. */
  #isId(digits: number): boolean {
    const { bytes, from, to } = this.#cursor;
    if (to - from !== digits) return false;
    let zeros = true;
    for (let at = from; at < to; at += 1) {
      const byte = bytes[at] ?? 0;
      if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return false;
      if (byte !== 0x30) zeros = false;
    }
    return !zeros;
  }

  /** The number of the key at the cursor; -1 when there is none. */
  #key(): number {
    const guess = this.#nextKey[this.#lastKey] ?? 0;
    let number = guess;
    if (!this.#writer.texts.takeAt(guess, this.#cursor)) {
      number = this.#textNumber();
      if (number > 0) this.#nextKey[this.#lastKey] = number;
    }
    this.#lastKey = number;
    return number;
  }

  /** The number of the text at the cursor; -1 when there is none. */
  #textNumber(): number {
    const cursor = this.#cursor;
    if (!cursor.string()) return -1;
    if (cursor.plain) return this.#writer.texts.numberAt(cursor);
    const text = cursor.said();
    return text === undefined ? -1 : this.#writer.texts.numberOf(text);
  }

  /** The number at the cursor, without sign, fraction and exponent; -1 when there is none up to `most`. */
  #count(most: number): number {
    const cursor = this.#cursor;
    const first = cursor.peek();
    let byte = first;
    let value = 0;
    let digits = 0;
    for (; byte >= 0x30 && byte <= 0x39; digits += 1) {
      value = value * 10 + byte - 0x30;
      cursor.at += 1;
      byte = cursor.bytes[cursor.at] ?? 0;
    }
    if (digits === 0 || value > most || (first === 0x30 && digits > 1)) return -1;
    return goesOn(byte) ? -1 : value;
  }

  /** A time in nanoseconds, as a string of digits without leading zeros. */
  #time(): boolean {
    const cursor = this.#cursor;
    if (!cursor.string() || cursor.bytes[cursor.from] === 0x30) return false;
    return this.#digits(cursor.from, cursor.to, 19);
  }

  /** Reads decimal digits into halves of 32 bits: nine of them at a time are exact in a double. */
  #digits(from: number, to: number, most: number): boolean {
    const length = to - from;
    if (length <= 0 || length > most) return false;
    const { bytes } = this.#cursor;
    const middle = Math.max(from, to - 9);
    let upper = 0;
    let lower = 0;
    for (let at = from; at < to; at += 1) {
      const digit = (bytes[at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) return false;
      if (at < middle) upper = upper * 10 + digit;
      else lower = lower * 10 + digit;
    }
    // upper * 10^9 + lower, where 10^9 is 15258 * 2^16 + 51712: every part stays below 2^53.
    const high = upper * 15_258;
    const low = upper * 51_712 + lower + (high % 65_536) * 65_536;
    this.#low = low % TWO_32;
    this.#high = Math.floor(high / 65_536) + Math.floor(low / TWO_32);
    return true;
  }

  #attributes(): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_LIST)) return false;
    if (cursor.take(CLOSE_LIST)) return true;
    let count = 0;
    this.#lastKey = 0;
    do {
      count += 1;
      if (count > MOST_ITEMS || !this.#attribute()) return false;
    } while (cursor.take(COMMA));
    return cursor.take(CLOSE_LIST);
  }

  #attribute(): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_OBJECT)) return false;
    let keyOf = -1;
    let name = OTHER_MEMBER;
    this.#value = NOTHING;
    do {
      name = this.#attributeNames.read(cursor, name);
      if (name === ATTRIBUTE.key && keyOf < 0) keyOf = this.#key();
      else if (name !== ATTRIBUTE.value || this.#value !== NOTHING || !this.#anyValue(keyOf)) return false;
    } while (cursor.take(COMMA));
    return keyOf >= 0 && cursor.take(CLOSE_OBJECT) && this.#write(keyOf);
  }

  /** Writes an attribute once key and value are known. */
  #write(keyOf: number): boolean {
    const { attributes } = this.#writer;
    switch (this.#value) {
      case WRITTEN:
        return true;
      case TEXT:
        attributes.pushTextAt(keyOf, this.#cursor.bytes, this.#valueFrom, this.#valueTo);
        return true;
      case STRING:
        attributes.pushText(keyOf, this.#text);
        return true;
      case INT:
        attributes.pushInt(keyOf, this.#low, this.#high);
        return true;
      case BIG:
        attributes.pushBig(keyOf, this.#big);
        return true;
      case BOOL:
        attributes.pushBool(keyOf, this.#low === 1);
        return true;
      case DOUBLE:
        attributes.pushDouble(keyOf, this.#number);
        return true;
      default:
        return false;
    }
  }

  /**
   * A value of the four kinds that nearly all attributes have.
   *
   * @param keyOf the key, where it is known by now; else -1
   */
  #anyValue(keyOf: number): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_OBJECT)) return false;
    // What a key says is mostly of one kind.
    const name = this.#valueNames.read(cursor, keyOf);
    return this.#valueOf(name, keyOf) && cursor.take(CLOSE_OBJECT);
  }

  #valueOf(name: number, keyOf: number): boolean {
    const cursor = this.#cursor;
    if (name === VALUE.stringValue) {
      if (keyOf >= 0 && this.#writer.attributes.takeRepeated(keyOf, cursor)) {
        this.#value = WRITTEN;
        return true;
      }
      if (!cursor.string()) return false;
      this.#value = TEXT;
      this.#valueFrom = cursor.from;
      this.#valueTo = cursor.to;
      if (cursor.plain) return true;
      const text = cursor.said();
      this.#value = STRING;
      this.#text = text ?? '';
      return text !== undefined;
    }
    if (name === VALUE.intValue) return this.#int();
    if (name === VALUE.boolValue) {
      const word = this.#skipped();
      this.#value = BOOL;
      this.#low = word === 'true' ? 1 : 0;
      return word === 'true' || word === 'false';
    }
    return name === VALUE.doubleValue && this.#double();
  }

  /** A whole number, as a string or as a number. */
  #int(): boolean {
    const cursor = this.#cursor;
    const { bytes } = cursor;
    const quoted = cursor.peek() === 0x22;
    let { at: from } = cursor;
    if (!(quoted ? cursor.string() : cursor.skip())) return false;
    if (quoted) ({ from } = cursor);
    const to = quoted ? cursor.to : cursor.at;
    const negative = bytes[from] === 0x2d;
    const first = negative ? from + 1 : from;
    // JSON has no leading zeros, and a number of more digits would have been rounded.
    if (!quoted && (to - first > 15 || (bytes[first] === 0x30 && to - first > 1))) return false;
    if (!this.#digits(first, to, 18)) return false;
    this.#value = negative ? BIG : INT;
    if (negative) this.#big = BigInt(cursor.text(from, to));
    return true;
  }

  #double(): boolean {
    const text = this.#skipped();
    this.#value = DOUBLE;
    try {
      const value: unknown = text === undefined ? undefined : JSON.parse(text);
      this.#number = typeof value === 'number' ? value : 0;
      return typeof value === 'number';
    } catch {
      return false;
    }
  }

  #status(): boolean {
    const cursor = this.#cursor;
    const span = this.#span;
    if (!cursor.take(OPEN_OBJECT)) return false;
    if (cursor.take(CLOSE_OBJECT)) return true;
    let seen = 0;
    let name = OTHER_MEMBER;
    do {
      name = this.#statusNames.read(cursor, name);
      if (name < 0 || (seen & (1 << name)) !== 0) return false;
      seen |= 1 << name;
      if (name === STATUS.code) span.code = this.#count(2);
      else span.messageOf = this.#textNumber();
      if (span.code < 0 || span.messageOf < 0) return false;
    } while (cursor.take(COMMA));
    return cursor.take(CLOSE_OBJECT);
  }

  #events(): boolean {
    const cursor = this.#cursor;
    if (!cursor.take(OPEN_LIST)) return false;
    if (cursor.take(CLOSE_LIST)) return true;
    let count = 0;
    do {
      count += 1;
      if (count > MOST_ITEMS || !this.#event()) return false;
    } while (cursor.take(COMMA));
    return cursor.take(CLOSE_LIST);
  }

  #event(): boolean {
    const cursor = this.#cursor;
    const { attributes, events } = this.#writer;
    if (!cursor.take(OPEN_OBJECT)) return false;
    let seen = 0;
    let nameOf = 0;
    let dropped = 0;
    let low = 0;
    let high = 0;
    let name = OTHER_MEMBER;
    const from = attributes.count;
    do {
      name = this.#eventNames.read(cursor, name);
      if (name < 0 || (seen & (1 << name)) !== 0) return false;
      seen |= 1 << name;
      if (name === EVENT.timeUnixNano) {
        if (!this.#time()) return false;
        low = this.#low;
        high = this.#high;
      } else if (name === EVENT.name) nameOf = this.#textNumber();
      else if (name === EVENT.droppedAttributesCount) dropped = this.#count(MOST_32);
      else if (!this.#attributes()) return false;
      if (nameOf < 0 || dropped < 0) return false;
    } while (cursor.take(COMMA));
    if (!cursor.take(CLOSE_OBJECT) || (seen & (1 << EVENT.timeUnixNano)) === 0) return false;
    events.times.push(low, high);
    events.push(nameOf, dropped, from, attributes.count);
    return true;
  }
}

/** Whether a number that comes to this byte has more to it than digits. */
function goesOn(byte: number): boolean {
  return byte === 0x2e || byte === 0x65 || byte === 0x45;
}
