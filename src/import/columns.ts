/** Columns that grow while they are written. They are typed from the start, so that nothing has to be converted in the end. */

/** Entries that a column has room for at first. */
const FIRST = 1024;

/** Whole numbers from 0 to 2^32 - 1. */
export class Numbers {
  #values = new Uint32Array(FIRST);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  push(value: number): void {
    if (this.#count === this.#values.length) {
      const larger = new Uint32Array(this.#count * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#count] = value;
    this.#count += 1;
  }

  /** Writes one value over all from a place on. */
  fillFrom(place: number, value: number): void {
    this.#values.fill(value, place, this.#count);
  }

  /** Takes back all from a place on. */
  cut(place: number): void {
    this.#count = place;
  }

  /** In a buffer of their own, which may be transferred. */
  done(): Uint32Array<ArrayBuffer> {
    return this.#values.slice(0, this.#count);
  }

  /** The same of numbers below 256. */
  doneAsBytes(): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#values.subarray(0, this.#count));
  }
}

/** Whole numbers of 64 bits, given as halves of 32 bits: to make a `bigint` of each would take longer than to read it. */
export class Longs {
  readonly #halves = new Numbers();

  get count(): number {
    return this.#halves.count / 2;
  }

  push(low: number, high: number): void {
    this.#halves.push(low);
    this.#halves.push(high);
  }

  /** Takes what fits into 64 bits, with or without a sign. */
  pushBig(value: bigint): void {
    this.push(Number(BigInt.asUintN(32, value)), Number(BigInt.asUintN(32, value >> 32n)));
  }

  cut(place: number): void {
    this.#halves.cut(place * 2);
  }

  /** Every processor that runs a browser has the lower half first, which is the order here. */
  done(): BigUint64Array<ArrayBuffer> {
    return new BigUint64Array(this.#halves.done().buffer);
  }

  doneSigned(): BigInt64Array<ArrayBuffer> {
    return new BigInt64Array(this.#halves.done().buffer);
  }
}

/** Digits of a span id. */
const ID = 16;

/** Span ids, in digits. */
export class Ids {
  #bytes = new Uint8Array(FIRST * ID);
  #length = 0;

  /** An id that stands in a file. */
  pushAt(bytes: Uint8Array, from: number): void {
    const own = this.#room();
    for (let at = 0; at < ID; at += 1) own[this.#length + at] = bytes[from + at] ?? 0;
    this.#length += ID;
  }

  push(id: string): void {
    const own = this.#room();
    for (let at = 0; at < ID; at += 1) own[this.#length + at] = id.charCodeAt(at);
    this.#length += ID;
  }

  cut(place: number): void {
    this.#length = place * ID;
  }

  /** All of them, one after the other. */
  done(): string {
    return new TextDecoder().decode(this.#bytes.subarray(0, this.#length));
  }

  #room(): Uint8Array {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    return this.#bytes;
  }
}

/** One long text, written piece by piece, from bytes that are ASCII or from strings. */
export class LongText {
  /** What is ASCII and not yet in `#parts`. */
  #bytes = new Uint8Array(FIRST);
  #count = 0;
  readonly #parts: string[] = [];
  #partsLength = 0;

  /** In UTF-16 units, as of the string that it will be. */
  get length(): number {
    return this.#partsLength + this.#count;
  }

  /** @param bytes all of them below 0x80 from `from` to `to` */
  pushAscii(bytes: Uint8Array, from: number, to: number): void {
    this.#reserve(to - from);
    const own = this.#bytes;
    let count = this.#count;
    for (let at = from; at < to; at += 1) {
      own[count] = bytes[at] ?? 0;
      count += 1;
    }
    this.#count = count;
  }

  push(text: string): void {
    this.#flush();
    this.#parts.push(text);
    this.#partsLength += text.length;
  }

  done(): string {
    this.#flush();
    return this.#parts.join('');
  }

  #reserve(more: number): void {
    const wanted = this.#count + more;
    if (wanted <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#count));
    this.#bytes = larger;
  }

  #flush(): void {
    if (this.#count === 0) return;
    this.#parts.push(new TextDecoder().decode(this.#bytes.subarray(0, this.#count)));
    this.#partsLength += this.#count;
    this.#count = 0;
  }
}
