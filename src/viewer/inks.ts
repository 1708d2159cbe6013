import { PALETTE_SIZE } from './services.ts';

/** Colours of the site's tokens, as they are where an element stands, in whatever notation the browser gives. */
export interface Palette {
  readonly services: readonly string[];
  readonly error: string;
  readonly dim: string;
  readonly paper: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
}

/** Reads the palette where an element stands. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--tp-${name}`).trim();
  return {
    services: Array.from({ length: PALETTE_SIZE }, (_, at) => token(`service-${at + 1}`)),
    error: token('error'),
    dim: token('line-2'),
    paper: token('paper'),
    ink: token('ink'),
    ink2: token('ink-2'),
    line: token('line'),
  };
}

/** A colour in any notation as a pixel of this machine's canvas. */
export function pixelOf(colour: string): number {
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return 0;
  pen.fillStyle = colour;
  pen.fillRect(0, 0, 1, 1);
  return new Uint32Array(pen.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
}

/** Calls back when the theme, and with it every colour, changes. Answers how to stop. */
export function onTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme', 'class', 'style'] });
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const one of media) one.addEventListener('change', changed);
  return () => {
    observer.disconnect();
    for (const one of media) one.removeEventListener('change', changed);
  };
}
