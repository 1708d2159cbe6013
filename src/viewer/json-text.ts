/** A text cut to a length. */
export interface CutText {
  readonly text: string;
  /** The text goes on. */
  readonly cut: boolean;
}

/**
 * Sets JSON out on lines by its brackets, letter by letter: numbers of any length, the order and the repetition of keys
 * stay as they were sent, and a body of megabytes costs no more than what is shown of it. Broken JSON stays readable.
 *
 * @param most letters after which the text is cut
 */
export function indentJson(source: string, most: number): CutText {
  let text = '';
  let depth = 0;
  let at = 0;
  const line = (): string => `\n${'  '.repeat(Math.min(depth, 40))}`;
  while (at < source.length && text.length < most) {
    const letter = source.charAt(at);
    if (letter === '"') {
      const end = stringEnd(source, at);
      text += source.slice(at, Math.min(end, at + most - text.length));
      at = end;
      continue;
    }
    at++;
    if (/\s/.test(letter)) continue;
    if (letter === '{' || letter === '[') {
      const close = /^\s*[\]}]/.exec(source.slice(at, at + 64));
      if (close !== null) {
        text += letter + (letter === '{' ? '}' : ']');
        at += close[0].length;
        continue;
      }
      depth++;
      text += letter + line();
    } else if (letter === '}' || letter === ']') {
      depth = Math.max(0, depth - 1);
      text += line() + letter;
    } else if (letter === ',') text += letter + line();
    else if (letter === ':') text += ': ';
    else text += letter;
  }
  return { text: text.slice(0, most), cut: at < source.length || text.length > most };
}

/** One past the closing quote of the string that opens at `start`. */
function stringEnd(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at++) {
    const letter = source.charAt(at);
    if (letter === '\\') at++;
    else if (letter === '"') return at + 1;
  }
  return source.length;
}
