import { createHighlighter, type ThemedToken } from 'shiki';
import { codeTheme } from '../../styles/code-theme.ts';

/** The theme's variables and the class that stands for each, so that a token costs a few bytes of HTML. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['var(--tp-code-comment)', 'c'],
  ['var(--tp-code-keyword)', 'k'],
  ['var(--tp-code-string)', 's'],
  ['var(--tp-code-constant)', 'n'],
  ['var(--tp-code-function)', 'f'],
  ['var(--tp-code-property)', 'p'],
  ['var(--tp-code-type)', 't'],
  ['var(--tp-code-punctuation)', 'u'],
]);

let highlighter: ReturnType<typeof createHighlighter> | undefined;

/** A run of text of one colour; `name` is empty for plain text. */
export interface Piece {
  readonly name: string;
  readonly text: string;
}

/** Source text as lines of coloured pieces. Build time only. */
export async function highlightLines(code: string, lang: 'ts' | 'go'): Promise<readonly (readonly Piece[])[]> {
  highlighter ??= createHighlighter({
    langs: ['ts', 'go'],
    themes: [codeTheme],
  });
  const { tokens } = (await highlighter).codeToTokens(code.trimEnd(), { lang, theme: codeTheme });
  return tokens.map((line) => joinPieces(line));
}

function joinPieces(line: readonly ThemedToken[]): readonly Piece[] {
  const pieces: { name: string; text: string }[] = [];
  for (const { color, content } of line) {
    const name = CLASSES.get(color ?? '') ?? '';
    const last = pieces.at(-1);
    // White space has no colour: it joins whatever stands before it.
    if (last && (last.name === name || content.trim() === '')) last.text += content;
    else pieces.push({ name, text: content });
  }
  return pieces;
}
