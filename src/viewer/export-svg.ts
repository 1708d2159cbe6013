import type { Tick } from './axis.ts';
import type { Palette } from './inks.ts';

/** One line of the picture: a span, or a group of alike ones. */
export interface SvgRow {
  readonly name: string;
  readonly indent: number;
  /** 1 to 10. */
  readonly colour: number;
  readonly service: string;
  /** Percent of the timeline. */
  readonly start: number;
  readonly width: number;
  readonly outside: 'before' | 'after' | undefined;
  /** What stands beside the bar. */
  readonly label: string;
  readonly error: boolean;
  readonly cancelled: boolean;
  /** Percent of the bar. */
  readonly events: readonly number[];
  /** Percent of the bar: start and width. */
  readonly critical: readonly (readonly [number, number])[];
}

export interface SvgPicture {
  readonly rows: readonly SvgRow[];
  readonly ticks: readonly Tick[];
  readonly palette: Palette;
  /** Said by the picture to those who do not see it. */
  readonly title: string;
  /** Pixels. */
  readonly width?: number;
}

const ROW = 24;
const HEAD = 28;
const PAD = 12;
const GUTTER = 110;
const SMALL = 11;

/** The rows as a picture that needs nothing else: text is text, colours are written out. */
export function exportSvg({ rows, ticks, palette, title, width = 1000 }: SvgPicture): string {
  const nameWidth = Math.round(width * 0.34);
  const lane = width - nameWidth - GUTTER - PAD;
  const height = HEAD + rows.length * ROW + PAD;
  const x = (percent: number): number => round(nameWidth + (percent / 100) * lane);
  const marks = ticks.map(({ percent, label }) => {
    const at = x(percent);
    return (
      `<path d="M${at} ${HEAD - 8}V${height - PAD}" stroke="${escape(palette.line)}"/>` +
      text(at + 4, HEAD - 10, label, palette.ink2, SMALL)
    );
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img"`,
    ` font-family="'Source Sans 3', 'PingFang SC', 'Noto Sans CJK SC', system-ui, sans-serif" font-size="13">`,
    `<title>${escape(title)}</title>`,
    '<defs>',
    '<pattern id="off" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">',
    `<path d="M0 0V5" stroke="${escape(palette.paper)}" stroke-width="5"/></pattern>`,
    `<clipPath id="names"><path d="M0 0H${nameWidth - 8}V${height}H0z"/></clipPath>`,
    '</defs>',
    `<path d="M0 0H${width}V${height}H0z" fill="${escape(palette.paper)}"/>`,
    ...marks,
    ...rows.map((row, at) => drawRow(row, HEAD + at * ROW, x, palette)),
    '</svg>',
  ].join('\n');
}

function drawRow(row: SvgRow, top: number, x: (percent: number) => number, palette: Palette): string {
  const ink = row.error ? palette.error : (palette.services[row.colour - 1] ?? palette.ink);
  const middle = top + ROW / 2;
  const base = middle + 4.5;
  const left = PAD + row.indent * 12;
  const from = x(row.start);
  const length = Math.max(2, round(x(row.start + row.width) - from));
  const part = (percent: number): number => round(from + (percent / 100) * length);
  const service =
    row.service === '' ? '' : `<tspan fill="${escape(palette.ink2)}" dx="6">${escape(row.service)}</tspan>`;
  const name = `<text x="${left + 14}" y="${base}" fill="${escape(row.error ? palette.error : palette.ink)}">${escape(row.name)}${service}</text>`;
  const swatch = `<path d="M${left} ${middle - 4}h8v8h-8z" fill="${escape(palette.services[row.colour - 1] ?? ink)}"/>`;
  const bar = [
    box(from, middle - 5, length, 10, ink),
    row.cancelled ? `<path d="M${from} ${middle - 5}h${length}v10h-${length}z" fill="url(#off)" opacity=".6"/>` : '',
    ...row.critical.map(([start, span]) =>
      box(part(start), middle + 7, Math.max(2, round((span / 100) * length)), 2, palette.ink),
    ),
    ...row.events.map((at) => box(part(at) - 0.75, middle - 7, 1.5, 14, palette.ink)),
  ];
  const beside = row.outside === undefined ? from + length : from;
  return [
    `<g clip-path="url(#names)">${swatch}${name}</g>`,
    ...(row.outside === undefined ? bar : []),
    text(beside + 6, base - 0.5, row.label, row.error ? palette.error : palette.ink2, 12),
  ].join('');
}

function box(x: number, y: number, width: number, height: number, ink: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${escape(ink)}"/>`;
}

function text(x: number, y: number, words: string, ink: string, size: number): string {
  return `<text x="${round(x)}" y="${y}" font-size="${size}" fill="${escape(ink)}">${escape(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Text and attribute values as XML has them; what XML 1.0 forbids becomes a replacement character. */
function escape(value: string): string {
  return value
    .replaceAll(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}
