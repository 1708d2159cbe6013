/** How wide a text will be. The build has no fonts at hand, so widths are rounded up from those of the site's faces. */
import type { Label } from './schema.ts';

/** The two languages of the site, as content names them. */
export type Tongue = 'en' | 'zh-cn';

/** One line of text as it is drawn. */
export interface Line {
  readonly text: string;
  /** A name from the code, in the code's face. */
  readonly code: boolean;
  readonly width: number;
}

/** Font sizes in px; the styles of the diagram use the same. */
export const SIZE = { words: 13, code: 12, note: 11.5 } as const;
/** Distance between two lines of text, in px. */
export const LEADING = 16;

const NARROW = /[ijlftrI.,:;'!|()[\] -]/;
const BROAD = /[mwMWQO@%—…→]/;
const CJK = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F]/;

function emOf(char: string): number {
  if (CJK.test(char)) return 1;
  if (NARROW.test(char)) return 0.33;
  if (BROAD.test(char)) return 0.84;
  if (/[A-Z]/.test(char)) return 0.62;
  return 0.55;
}

/** The width of one line in px, a little more than it will take. */
export function widthOf(text: string, size: number, code: boolean): number {
  let em = 0;
  for (const char of text) em += code && !CJK.test(char) ? 0.6 : emOf(char);
  return Math.ceil(em * size + 1);
}

/** The lines of a label in one language. */
export function linesOf(label: Label | undefined, tongue: Tongue, note = false): readonly Line[] {
  if (label === undefined) return [];
  const code = typeof label === 'string';
  const size = note ? SIZE.note : code ? SIZE.code : SIZE.words;
  const text = typeof label === 'string' ? label : label[tongue];
  return text.split('\n').map((line) => ({ text: line, code, width: widthOf(line, size, code) }));
}

/** The widest of some lines, in px. */
export function widest(lines: readonly Line[]): number {
  return Math.max(0, ...lines.map(({ width }) => width));
}
