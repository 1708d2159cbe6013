/**
 * The next row whose name starts with what was typed, searching downwards and round; -1 when there is none.
 *
 * One letter, also repeated, moves on from row to row; a longer word may stay where it is.
 */
export function typeAhead(typed: string, from: number, count: number, nameAt: (index: number) => string): number {
  const repeated = typed.length > 0 && [...typed].every((letter) => letter === typed[0]);
  const wanted = (repeated ? typed.slice(0, 1) : typed).toLowerCase();
  if (wanted === '') return -1;
  const first = repeated ? 1 : 0;
  for (let step = first; step < count + first; step++) {
    const index = (from + step) % count;
    if (nameAt(index).toLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
