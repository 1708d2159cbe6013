/** Classes of bytes within a string of JSON. */
const ORDINARY = 0;
const QUOTE = 1;
const BACKSLASH = 2;
const BEYOND_ASCII = 3;
const CONTROL = 4;

const CLASSES = Uint8Array.from({ length: 256 }, (_, byte) => {
  if (byte === 0x22) return QUOTE;
  if (byte === 0x5c) return BACKSLASH;
  if (byte >= 0x80) return BEYOND_ASCII;
  return byte < 0x20 ? CONTROL : ORDINARY;
});

export const OPEN_OBJECT = 0x7b;
export const CLOSE_OBJECT = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const COMMA = 0x2c;
const COLON = 0x3a;
const QUOTE_BYTE = 0x22;

/**
 * Walks over JSON as bytes of UTF-8, without making values of it. A method that meets something else than it looks for
 * answers `false`; where it then stands is not defined.
 */
export class JsonCursor {
  readonly bytes: Uint8Array;
  at = 0;
  /** Where the last string stands, without its quotes. */
  from = 0;
  to = 0;
  /** Whether the last string says what its bytes say: ASCII, and no escapes. */
  plain = true;
  /** The same bytes, to be compared four at a time. */
  readonly #view: DataView;
  readonly #decoder = new TextDecoder('utf-8', { fatal: true });

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.#view = viewOf(bytes);
  }

  /** The next byte that is no white space, which then is at `at`; 0 at the end. */
  peek(): number {
    const { bytes } = this;
    let { at } = this;
    let byte = bytes[at] ?? 0;
    while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
      at += 1;
      byte = bytes[at] ?? 0;
    }
    this.at = at;
    return byte;
  }

  /** Goes past a byte, and white space before it. */
  take(wanted: number): boolean {
    if (this.peek() !== wanted) return false;
    this.at += 1;
    return true;
  }

  colon(): boolean {
    return this.take(COLON);
  }

  /** Goes past a string, which then is between `from` and `to`. */
  string(): boolean {
    if (this.peek() !== QUOTE_BYTE) return false;
    const { bytes } = this;
    const { length } = bytes;
    let at = this.at + 1;
    this.from = at;
    let plain = true;
    for (; at < length; at += 1) {
      const kind = CLASSES[bytes[at] ?? 0];
      if (kind === ORDINARY) continue;
      if (kind === QUOTE) {
        this.to = at;
        this.at = at + 1;
        this.plain = plain;
        return true;
      }
      if (kind === CONTROL) return false;
      plain = false;
      if (kind === BACKSLASH) at += 1;
    }
    return false;
  }

  /** What the last string says; undefined when it is none after all. */
  said(): string | undefined {
    try {
      const written = this.text(this.from, this.to);
      return this.plain ? written : String(JSON.parse(`"${written}"`));
    } catch {
      return undefined;
    }
  }

  /** Goes past a string that is the same as the one that stands between two other places, if it is; else stays. */
  repeated(from: number, to: number): boolean {
    if (this.peek() !== QUOTE_BYTE) return false;
    const start = this.at + 1;
    const end = start + to - from;
    if (this.bytes[end] !== QUOTE_BYTE || !this.same(from, start, to - from)) return false;
    this.from = start;
    this.to = end;
    this.at = end + 1;
    return true;
  }

  /** Whether as many bytes are the same at two places. */
  same(one: number, other: number, length: number): boolean {
    return same(this.#view, one, this.#view, other, length);
  }

  /** Goes past these bytes, if they stand here; else stays. */
  pass(wanted: DataView): boolean {
    if (!same(this.#view, this.at, wanted, 0, wanted.byteLength)) return false;
    this.at += wanted.byteLength;
    return true;
  }

  /** The text of a stretch. Throws `TypeError` where it is no UTF-8. */
  text(from: number, to: number): string {
    return this.#decoder.decode(this.bytes.subarray(from, to));
  }

  /** Goes past a value of any kind. Whether it is JSON in itself is not looked at. */
  skip(): boolean {
    const { bytes } = this;
    let depth = 0;
    do {
      const byte = this.peek();
      if (byte === QUOTE_BYTE) {
        if (!this.string()) return false;
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        depth += 1;
        this.at += 1;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (depth === 0) return false;
        depth -= 1;
        this.at += 1;
      } else if (byte === COMMA || byte === COLON) {
        if (depth === 0) return false;
        this.at += 1;
      } else {
        const start = this.at;
        while (isOfWord(bytes[this.at] ?? 0)) this.at += 1;
        if (this.at === start) return false;
      }
    } while (depth > 0);
    return true;
  }
}

/** Whether a byte belongs to a number, `true`, `false` or `null`. */
function isOfWord(byte: number): boolean {
  return (
    (byte >= 0x30 && byte <= 0x39) ||
    (byte >= 0x61 && byte <= 0x7a) ||
    byte === 0x2d ||
    byte === 0x2b ||
    byte === 0x2e ||
    byte === 0x45
  );
}

function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Compares four bytes at a time; false where one has not as many. */
function same(one: DataView, place: number, other: DataView, otherPlace: number, length: number): boolean {
  if (place + length > one.byteLength || otherPlace + length > other.byteLength) return false;
  let at = 0;
  for (; at + 4 <= length; at += 4) if (one.getUint32(place + at) !== other.getUint32(otherPlace + at)) return false;
  for (; at < length; at += 1) if (one.getUint8(place + at) !== other.getUint8(otherPlace + at)) return false;
  return true;
}

/** No member begins where a cursor stands. */
export const NO_MEMBER = -2;
/** A member begins, of another name. */
export const OTHER_MEMBER = -1;

/**
 * The names of an object's members, by number. Exporters write the members of all objects in one order, so that which
 * comes next can be guessed, and to compare a guess takes less than to find the end of a name and then look it up.
 */
export class MemberNames {
  /** Each as it is mostly written: in quotes, with a colon. */
  readonly #written: readonly DataView[];
  readonly #names: readonly string[];
  /** What came last in the same place, by that place plus one. */
  readonly #next: number[] = [];

  /** @param names their numbers are their places */
  constructor(names: readonly string[]) {
    this.#names = names;
    this.#written = names.map((name) => viewOf(new TextEncoder().encode(`"${name}":`)));
  }

  /**
   * Goes past a name and its colon, and answers which it was.
   *
   * @param place what tells alike places from others, from -1: mostly the member before it in the object
   */
  read(cursor: JsonCursor, place: number): number {
    const guess = this.#next[place + 1];
    const written = guess === undefined ? undefined : this.#written[guess];
    if (guess !== undefined && written !== undefined && cursor.pass(written)) return guess;
    cursor.peek();
    for (const [number, other] of this.#written.entries()) {
      if (!cursor.pass(other)) continue;
      this.#next[place + 1] = number;
      return number;
    }
    // Another name, or one that is written in another way: with space before its colon, say.
    const name = cursor.string() ? cursor.said() : undefined;
    if (name === undefined || !cursor.colon()) return NO_MEMBER;
    return this.#names.indexOf(name);
  }
}
