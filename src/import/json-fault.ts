/** What may come next while a JSON text is walked through. */
type Next = 'value' | 'valueOrEnd' | 'key' | 'keyOrEnd' | 'colon' | 'commaOrEnd' | 'nothing';

/**
 * The index at which a text stops being JSON; its length for a text that is cut off, -1 for one that is JSON.
 *
 * The engines' own messages name the place in some cases and in some browsers only. No recursion: files nest as they
 * like. Source: RFC 8259.
 */
export function jsonFault(text: string): number {
  /** The closing bracket of each list and object that is open. */
  const open: string[] = [];
  let next: Next = 'value';
  let at = skipSpace(text, 0);
  for (; at < text.length; at = skipSpace(text, at)) {
    const char = text[at] ?? '';
    if (next === 'nothing') return at;
    if ((char === ']' || char === '}') && open.at(-1) === char && mayEnd(next, char)) {
      open.pop();
      at += 1;
      next = open.length === 0 ? 'nothing' : 'commaOrEnd';
    } else if (next === 'commaOrEnd') {
      if (char !== ',') return at;
      at += 1;
      next = open.at(-1) === '}' ? 'key' : 'value';
    } else if (next === 'colon') {
      if (char !== ':') return at;
      at += 1;
      next = 'value';
    } else if (next === 'key' || next === 'keyOrEnd') {
      if (char !== '"') return at;
      const end = endOfString(text, at);
      if (end < 0) return ~end;
      at = end;
      next = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char === '{' ? '}' : ']');
      at += 1;
      next = char === '{' ? 'keyOrEnd' : 'valueOrEnd';
    } else {
      const end = char === '"' ? endOfString(text, at) : endOfWord(text, at);
      if (end < 0) return ~end;
      at = end;
      next = open.length === 0 ? 'nothing' : 'commaOrEnd';
    }
  }
  return next === 'nothing' ? -1 : text.length;
}

function mayEnd(next: Next, bracket: string): boolean {
  return next === 'commaOrEnd' || next === (bracket === '}' ? 'keyOrEnd' : 'valueOrEnd');
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) break;
  }
  return at;
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-f]{4})/iy;

/** One past a string; the complement (`~`) of the place of its fault. */
function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return ~at;
    if (code === 0x5c) {
      ESCAPE.lastIndex = at;
      if (!ESCAPE.test(text)) return ~(/^\\(?:u[\da-f]{0,3})?$/i.test(text.slice(at, at + 7)) ? text.length : at);
      at = ESCAPE.lastIndex;
    } else at += 1;
  }
  return ~text.length;
}

const WORD = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[-+]?\d+)?|true|false|null/iy;

/** One past a number, `true`, `false` or `null`; the complement of the place of its fault. */
function endOfWord(text: string, start: number): number {
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0] ?? '';
  const known = word !== '' && (/^[-\d]/.test(word) || word === word.toLowerCase());
  if (known) return start + word.length;
  const rest = text.slice(start, start + 8);
  const cutOff = start + rest.length === text.length && /^(?:-|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/.test(rest);
  return ~(cutOff ? text.length : start);
}
