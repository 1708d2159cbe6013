import type { TraceForest } from '../trace/index.ts';
import type { Lens } from './lens.ts';

/** What the minimap is painted with, as pixels of a canvas: 0xAABBGGRR on the machines there are. */
export interface Inks {
  /** By palette number, 1 to 10. */
  readonly services: readonly number[];
  readonly error: number;
  /** Rows that a search leaves in the dark. */
  readonly dim: number;
}

/**
 * Paints every span as a line of at least one pixel, rows from top to bottom, straight from the columns of the forest.
 * Where many rows share a line, errors and matches stay in sight.
 *
 * @param inkOf palette number of a row, 1 to 10
 * @returns `width` × `height` pixels, rows of pixels from the top
 */
export function paintMinimap(
  forest: TraceForest,
  size: { readonly width: number; readonly height: number },
  inks: Inks,
  inkOf: (row: number) => number,
  lens?: Lens,
): Uint32Array<ArrayBuffer> {
  const { width, height } = size;
  const pixels = new Uint32Array(width * height);
  const { startNs, endNs, spans } = forest;
  const total = spans.length;
  const scale = forest.durationNs > 0 ? width / forest.durationNs : 0;
  const thick = Math.max(1, Math.min(3, Math.floor(height / total)));
  const draw = (row: number, ink: number): void => {
    const top = Math.min(height - thick, Math.floor((row / total) * height));
    const from = Math.min(width - 1, Math.floor((startNs[row] ?? 0) * scale));
    const to = Math.max(from + 1, Math.min(width, Math.ceil((endNs[row] ?? 0) * scale)));
    for (let line = top; line < top + thick; line += 1) pixels.fill(ink, line * width + from, line * width + to);
  };
  const last: (readonly [row: number, ink: number])[] = [];
  for (let row = 0; row < total; row += 1) {
    const error = spans[row]?.status.code === 'error';
    const ink = error ? inks.error : (inks.services[inkOf(row) - 1] ?? inks.dim);
    if (lens !== undefined && lens.matches[row] !== 1) draw(row, inks.dim);
    else if (lens !== undefined || error) last.push([row, ink]);
    else draw(row, ink);
  }
  for (const [row, ink] of last) draw(row, ink);
  return pixels;
}
