import type { JsonCursor } from './json-cursor.ts';

/** A text that was seen in the file: where, and its number. */
interface Seen {
  readonly hash: number;
  readonly from: number;
  readonly to: number;
  readonly number: number;
}

/** Texts, each once and by its number: names, keys and ids that come again span after span. */
export class Texts {
  /** In order of their numbers. The first is the empty text. */
  readonly items: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #seen: Seen[] = [];
  /** Places in `#seen` by hash, plus one; 0 is free. Always more than twice as many as there are in use. */
  #places = new Int32Array(256);
  /** Where each text was seen first, by number. */
  readonly #first: (Seen | undefined)[] = [];

  /** The number of a text. */
  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.items.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /**
   * The number of the string that a cursor has read last, which is plain. One that was met before is found without making
   * a string of it.
   *
   * @param cursor the same at every call
   */
  numberAt(cursor: JsonCursor): number {
    const { bytes, from, to } = cursor;
    if (from === to) return 0;
    // FNV-1a, which is short.
    let hash = 0x811c9dc5;
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
    const last = this.#places.length - 1;
    let place = hash & last;
    for (let index = this.#places[place] ?? 0; index !== 0; index = this.#places[place] ?? 0) {
      const seen = this.#seen[index - 1];
      if (seen !== undefined && seen.hash === hash && seen.to - seen.from === to - from) {
        if (cursor.same(seen.from, from, to - from)) return seen.number;
      }
      place = (place + 1) & last;
    }
    const seen: Seen = { hash, from, to, number: this.numberOf(cursor.text(from, to)) };
    this.#places[place] = this.#seen.push(seen);
    this.#first[seen.number] = seen;
    if (this.#seen.length * 2 > this.#places.length) this.#grow();
    return seen.number;
  }

  /**
   * Goes past the string at a cursor if it is the text of this number: a guess that is right saves looking for the end of
   * the string and for its number.
   */
  takeAt(number: number, cursor: JsonCursor): boolean {
    const seen = this.#first[number];
    return seen !== undefined && cursor.repeated(seen.from, seen.to);
  }

  #grow(): void {
    const places = new Int32Array(this.#places.length * 4);
    const last = places.length - 1;
    for (const [index, { hash }] of this.#seen.entries()) {
      let place = hash & last;
      while (places[place] !== 0) place = (place + 1) & last;
      places[place] = index + 1;
    }
    this.#places = places;
  }
}
