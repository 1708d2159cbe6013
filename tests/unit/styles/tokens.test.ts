import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, distance, fromOklch, inGamut, seenWith, type LinearRgb } from './color.ts';

const folder = new URL('../../../src/styles/', import.meta.url);
const css = readFileSync(new URL('tokens.css', folder), 'utf8');

/** The declarations of the first block after `opening`, with `var()` of another token followed. */
function block(opening: string, base: ReadonlyMap<string, string> = new Map()): Map<string, string> {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`tokens.css has no block that opens with ${opening}`);
  const body = css.slice(start + opening.length, css.indexOf('}', start));
  const tokens = new Map(base);
  for (const [, name, value] of body.matchAll(/(--tp-[\w-]+):\s*([^;]+);/g)) {
    if (name !== undefined && value !== undefined) tokens.set(name, value);
  }
  return tokens;
}

const light = block(':root {');
const dark = block(":root[data-theme='dark'] {", light);
const themes = [
  ['light', light],
  ['dark', dark],
] as const;

/** The colour of a token. */
function color(theme: ReadonlyMap<string, string>, name: string): LinearRgb {
  const value = theme.get(name);
  const other = value?.match(/^var\((--tp-[\w-]+)\)$/)?.[1];
  if (other !== undefined) return color(theme, other);
  const parts = value?.match(/^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/);
  if (!parts) throw new Error(`${name} is not an opaque oklch() colour: ${value}`);
  return fromOklch(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}

const services = Array.from({ length: 10 }, (_, index) => `--tp-service-${index + 1}`);
const pairs = services.flatMap((one, index) => services.slice(0, index).map((other) => [other, one] as const));

describe.each(themes)('the %s theme', (_, theme) => {
  const paper = color(theme, '--tp-paper');
  const raise = color(theme, '--tp-raise');

  it.each([
    '--tp-ink',
    '--tp-ink-2',
    '--tp-ink-3',
    '--tp-accent',
    '--tp-accent-2',
    '--tp-error',
    '--tp-warn',
    '--tp-ok',
  ])('sets %s readably on paper and on raised surfaces', (name) => {
    expect(contrast(color(theme, name), paper)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(color(theme, name), raise)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['--tp-on-accent', '--tp-accent'],
    ['--tp-on-accent', '--tp-accent-2'],
    ['--tp-accent', '--tp-accent-wash'],
    ['--tp-ink-2', '--tp-accent-wash'],
    ['--tp-error', '--tp-error-wash'],
    ['--tp-ink-2', '--tp-error-wash'],
    ['--tp-warn', '--tp-warn-wash'],
    ['--tp-ink-2', '--tp-warn-wash'],
    ['--tp-ok', '--tp-ok-wash'],
    ['--tp-ink-2', '--tp-ok-wash'],
  ])('sets %s readably on %s', (text, surface) => {
    expect(contrast(color(theme, text), color(theme, surface))).toBeGreaterThanOrEqual(4.5);
  });

  it.each([...theme.keys()].filter((name) => name.startsWith('--tp-code-') && name !== '--tp-code-paper'))(
    'sets %s readably on the ground of code and of a marked line',
    (name) => {
      expect(contrast(color(theme, name), color(theme, '--tp-code-paper'))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(color(theme, name), color(theme, '--tp-error-wash'))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each(services)('shows %s at 3 : 1 on paper and on raised surfaces, within sRGB', (name) => {
    expect(contrast(color(theme, name), paper)).toBeGreaterThanOrEqual(3);
    expect(contrast(color(theme, name), raise)).toBeGreaterThanOrEqual(3);
    expect(inGamut(color(theme, name))).toBe(true);
  });

  it('gives all services one lightness', () => {
    expect(new Set(services.map((name) => theme.get(name)?.split(' ')[0])).size).toBe(1);
  });

  it.each(['usual', 'deuteranopia', 'protanopia'] as const)('tells any two services apart with %s vision', (vision) => {
    const seen = (name: string): LinearRgb => seenWith(vision, color(theme, name));
    const close = pairs.filter(([one, other]) => distance(seen(one), seen(other)) < 0.025);
    expect(close).toEqual([]);
  });

  it.each(['usual', 'deuteranopia', 'protanopia'] as const)(
    'keeps the first four services far apart with %s vision',
    (vision) => {
      const seen = (name: string): LinearRgb => seenWith(vision, color(theme, name));
      const first = pairs.filter(([one, other]) => [one, other].every((name) => services.indexOf(name) < 4));
      expect(Math.min(...first.map(([one, other]) => distance(seen(one), seen(other))))).toBeGreaterThan(0.05);
    },
  );
});

it('has a dark value for every colour', () => {
  const raw = block(":root[data-theme='dark'] {");
  const missing = [...light].filter(([name, value]) => value.startsWith('oklch(') && !raw.has(name));
  expect(missing).toEqual([]);
});

it('is the only style sheet of this folder with raw colours in it', () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== 'tokens.css');
  const raw = sheets.filter((name) =>
    /#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch|oklab|lab|lch)a?\(/i.test(
      readFileSync(new URL(name, folder), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''),
    ),
  );
  expect(raw).toEqual([]);
});
