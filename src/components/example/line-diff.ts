/** A line of two texts laid side by side: in both, only in the first, or only in the second. */
export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
  /** Index of the line in the second text; -1 for a line that it does not have. */
  readonly at: number;
}

/** Tables beyond this many cells are not worth a page's time: such texts differ as a whole. 2,000 lines against 2,000. */
const MOST_CELLS = 4_000_000;

/**
 * The shortest way from one text to another in whole lines. Lines at both ends that agree are set aside first; what is
 * left is solved by the longest common subsequence. White space at the end of a line is no difference.
 */
export function diffLines(before: readonly string[], after: readonly string[]): readonly DiffLine[] {
  const same = (a: number, b: number): boolean => before[a]?.trimEnd() === after[b]?.trimEnd();
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(head, head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && same(before.length - 1 - tail, after.length - 1 - tail)) tail += 1;
  const endA = before.length - tail;
  const endB = after.length - tail;

  const lines: DiffLine[] = [];
  const keep = (b: number): void => void lines.push({ kind: 'same', text: after[b] ?? '', at: b });
  const remove = (a: number): void => void lines.push({ kind: 'removed', text: before[a] ?? '', at: -1 });
  const add = (b: number): void => void lines.push({ kind: 'added', text: after[b] ?? '', at: b });

  for (let b = 0; b < head; b += 1) keep(b);
  const common = commonLengths(head, endA, endB, same);
  let a = head;
  let b = head;
  while (a < endA && b < endB) {
    if (common && same(a, b)) {
      keep(b);
      a += 1;
      b += 1;
    } else if (!common || common(a + 1, b) >= common(a, b + 1)) {
      remove(a);
      a += 1;
    } else {
      add(b);
      b += 1;
    }
  }
  for (; a < endA; a += 1) remove(a);
  for (; b < endB; b += 1) add(b);
  for (b = endB; b < after.length; b += 1) keep(b);
  return lines;
}

/** How long the longest common subsequence is from a line of each text on; undefined where the texts are too long. */
function commonLengths(
  head: number,
  endA: number,
  endB: number,
  same: (a: number, b: number) => boolean,
): ((a: number, b: number) => number) | undefined {
  const width = endB - head + 1;
  const cells = (endA - head + 1) * width;
  if (cells > MOST_CELLS) return undefined;
  const table = new Uint16Array(cells);
  const at = (a: number, b: number): number => (a - head) * width + (b - head);
  for (let a = endA - 1; a >= head; a -= 1) {
    for (let b = endB - 1; b >= head; b -= 1) {
      table[at(a, b)] = same(a, b)
        ? (table[at(a + 1, b + 1)] ?? 0) + 1
        : Math.max(table[at(a + 1, b)] ?? 0, table[at(a, b + 1)] ?? 0);
    }
  }
  return (a, b) => table[at(a, b)] ?? 0;
}
