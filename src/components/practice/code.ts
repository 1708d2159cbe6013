/** A piece of a sentence: words, or a name from the code. */
export interface Piece {
  readonly text: string;
  readonly code: boolean;
}

/** Cuts a sentence at its backticks. */
export function pieces(sentence: string): readonly Piece[] {
  return sentence
    .split('`')
    .map((text, index) => ({ text, code: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}
