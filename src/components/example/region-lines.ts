import type { Lines } from '../../examples/regions.ts';

/** Lines as they stand in an attribute of a region's button: `main.ts:3-9 traced.ts:4-4`. */
export function writeLines(lines: readonly Lines[]): string {
  return lines.map(({ file, from, to }) => `${file}:${from}-${to}`).join(' ');
}

/** The inverse of {@link writeLines}. */
export function readLines(text: string): readonly Lines[] {
  return [...text.matchAll(/(\S+):(\d+)-(\d+)/g)].map(([, file = '', from, to]) => ({
    file,
    from: Number(from),
    to: Number(to),
  }));
}
