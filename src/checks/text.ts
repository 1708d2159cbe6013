/** A sentence or a part of one, in both languages of the guide. */
export interface Text {
  readonly en: string;
  readonly 'zh-cn': string;
}

/** Both languages at once. */
export function both(en: string, zh: string): Text {
  return { en, 'zh-cn': zh };
}

/** Several sentences as one. */
export function sentences(parts: readonly Text[]): Text {
  return both(parts.map((part) => part.en).join('; '), parts.map((part) => part['zh-cn']).join('；'));
}

/** `1 span`, `2 spans`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `there is none`, `there is 1`, `there are 2`. */
export function thereAre(count: number): string {
  return count === 0 ? 'there is none' : `there ${count === 1 ? 'is' : 'are'} ${count}`;
}

/** How a name or pattern is shown in a sentence. */
export function quoted(name: string | RegExp): string {
  return typeof name === 'string' ? `"${name}"` : String(name);
}

/** The Chinese of a label, for after a Chinese word: Chinese puts no space between its words, but one before a Latin one. */
export function spaced(label: Text): string {
  return /^[\w"]/.test(label['zh-cn']) ? ` ${label['zh-cn']}` : label['zh-cn'];
}

/** Whether a name is the one that was asked for. */
export function fits(pattern: string | RegExp, name: string): boolean {
  // A fresh copy: a pattern with the flag g or y remembers where it stopped.
  return typeof pattern === 'string' ? pattern === name : new RegExp(pattern).test(name);
}
