/** Collects what vanishes from a text and gives the text back with every remaining character where it was. */
export class Blanks {
  readonly #code: string;
  readonly #ranges: (readonly [start: number, end: number])[] = [];
  readonly #signs = new Map<number, string>();

  constructor(code: string) {
    this.#code = code;
  }

  /** Blanks the characters from `start` up to `end`; line ends and other white space stay. */
  blank(start: number, end: number): void {
    if (end > start) this.#ranges.push([start, end]);
  }

  /** Puts one sign in place of the character at `offset`, blanked or not. */
  put(offset: number, sign: string): void {
    this.#signs.set(offset, sign);
  }

  /** The text with its blanks and signs. */
  toString(): string {
    const code = this.#code;
    const parts: string[] = [];
    let at = 0;
    for (const [start, end] of this.#ranges.toSorted((a, b) => a[0] - b[0])) {
      if (end <= at) continue;
      parts.push(code.slice(at, start), code.slice(Math.max(start, at), end).replace(visible, spaceFor));
      at = end;
    }
    parts.push(code.slice(at));
    return this.#withSigns(parts.join(''));
  }

  #withSigns(text: string): string {
    const parts: string[] = [];
    let at = 0;
    for (const [offset, sign] of [...this.#signs].toSorted((a, b) => a[0] - b[0])) {
      parts.push(text.slice(at, offset), sign);
      at = offset + 1;
    }
    parts.push(text.slice(at));
    return parts.join('');
  }
}

const visible = /\S/gu;

/**
 * White space as wide as a character, in UTF-16 (what columns count) and in UTF-8 (what Node's own type stripping keeps):
 * so both erasers give the same bytes.
 */
function spaceFor(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return ' ';
  if (point < 0x800) return '\u00a0';
  return point < 0x10000 ? '\u2002' : ' \ufeff';
}
