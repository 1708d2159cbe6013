/** A stretch of a hint: words, code among them, or lines of code on their own. */
export interface HintPart {
  readonly kind: 'words' | 'code' | 'block';
  readonly text: string;
}

/** A hint's text by its marks: code stands between backticks, lines of code between two lines of three. */
export function hintParts(text: string): readonly HintPart[] {
  return text.split(/^```\n([\s\S]*?)\n```$/m).flatMap((outside, index): readonly HintPart[] => {
    if (index % 2 === 1) return [{ kind: 'block', text: outside }];
    return outside
      .trim()
      .split(/`([^`]+)`/)
      .flatMap((piece, at): readonly HintPart[] =>
        piece === '' ? [] : [{ kind: at % 2 === 1 ? 'code' : 'words', text: piece }],
      );
  });
}
