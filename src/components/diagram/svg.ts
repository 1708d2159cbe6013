/** A drawing as SVG. Colours, faces and line weights are in `diagram.css`. */
import { layoutSequence } from './sequence.ts';
import { layoutStructure, SLOT, type Flow } from './structure.ts';
import type { DiagramSpec } from './schema.ts';
import type { Drawing, DrawnEdge, DrawnNode, DrawnText, Point } from './drawing.ts';
import type { Tongue } from './text.ts';

const CORNER = 6;
/** How large an outline is, measured by the picture. */
const GLYPH = 0.3;
const HEAD = { length: 7, half: 3.5 } as const;

/** Lays out a picture of either kind. */
export function layout(spec: DiagramSpec, tongue: Tongue, flow: Flow): Drawing {
  return spec.kind === 'structure' ? layoutStructure(spec, tongue, flow) : layoutSequence(spec, tongue, flow);
}

/** The whole `<svg>` element. `id` must be the only one of its kind on the page. */
export function toSvg(drawing: Drawing, id: string, title: string, description: string, flow: Flow): string {
  const { width, height } = drawing;
  const hatched = drawing.nodes.some(({ outcome }) => outcome === 'cancelled');
  return [
    `<svg class="tp-dg-${flow}" role="img" aria-labelledby="${id}-t ${id}-d" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}">`,
    `<title id="${id}-t">${escape(title)}</title><desc id="${id}-d">${escape(description)}</desc>`,
    hatched
      ? `<pattern id="${id}-h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
        `<rect width="5" height="5" class="hb"/><rect width="2" height="5" class="hs"/></pattern>`
      : '',
    ...drawing.edges.map((edge) => edgeSvg(edge)),
    ...drawing.nodes.map((node) => nodeSvg(node, id)),
    ...drawing.texts.map((text) => textSvg(text)),
    `</svg>`,
  ].join('');
}

/** The same picture without words, as a sign for its pattern. */
export function toGlyph(drawing: Drawing): string {
  const { width, height } = drawing;
  const edges = drawing.edges.filter(({ kind }) => kind !== 'offer');
  return [
    `<svg class="tp-dg-glyph" aria-hidden="true" width="${Math.round(width * GLYPH)}" height="${Math.round(height * GLYPH)}" viewBox="0 0 ${width} ${height}">`,
    ...edges.map((edge) => edgeSvg(edge)),
    ...drawing.nodes.map((node) => nodeSvg(node, 'glyph')),
    `</svg>`,
  ].join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function edgeSvg({ points, kind, head }: DrawnEdge): string {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return '';
  const line = `<path class="e ${kind}" d="${path(head ? shortened(points) : points)}"/>`;
  if (!head) return line;
  const dx = Math.sign(last.x - before.x);
  const dy = Math.sign(last.y - before.y);
  const base = { x: last.x - dx * HEAD.length, y: last.y - dy * HEAD.length };
  const d =
    `M${last.x} ${last.y}L${base.x + dy * HEAD.half} ${base.y + dx * HEAD.half}` +
    `L${base.x - dy * HEAD.half} ${base.y - dx * HEAD.half}Z`;
  return `${line}<path class="a ${kind}" d="${d}"/>`;
}

/** A line ends inside its head, not at the tip. */
function shortened(points: readonly Point[]): readonly Point[] {
  const last = points.at(-1);
  const before = points.at(-2);
  if (last === undefined || before === undefined) return points;
  const end = { x: last.x - Math.sign(last.x - before.x) * 5, y: last.y - Math.sign(last.y - before.y) * 5 };
  return [...points.slice(0, -1), end];
}

/** Straight parts with rounded corners. */
function path(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2);
      const from = towards(point, before, radius);
      const to = towards(point, after, radius);
      return `L${from.x} ${from.y}Q${point.x} ${point.y} ${to.x} ${to.y}`;
    })
    .join('');
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}

function nodeSvg({ box, shape, outcome, slots, slotsAt }: DrawnNode, id: string): string {
  const { x, y, width, height } = box;
  const name = ['n', shape, ...(outcome === undefined ? [] : [outcome])].join(' ');
  const style = outcome === 'cancelled' ? ` style="fill:url(#${id}-h)"` : '';
  const outline = (): string => {
    if (shape === 'choice') {
      const cut = 10;
      const middle = y + height / 2;
      return `<path class="${name}"${style} d="M${x + cut} ${y}H${x + width - cut}L${x + width} ${middle}L${x + width - cut} ${y + height}H${x + cut}L${x} ${middle}Z"/>`;
    }
    const radius = { task: 8, channel: 2, state: height / 2, span: 3, bar: 2, start: width / 2 }[shape];
    return `<rect class="${name}"${style} x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
  };
  const squares = Array.from({ length: slots?.of ?? 0 }, (_, index) => {
    const taken = index >= (slots?.of ?? 0) - (slots?.taken ?? 0);
    return `<rect class="${taken ? 's taken' : 's'}" x="${slotsAt.x + index * SLOT.step + 0.5}" y="${slotsAt.y + 0.5}" width="${SLOT.side - 1}" height="${SLOT.side - 1}"/>`;
  });
  return [outline(), ...squares].join('');
}

function textSvg({ at, line, anchor, role }: DrawnText): string {
  const name = [role, ...(line.code ? ['code'] : [])].join(' ');
  const where = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text class="${name}" x="${at.x}" y="${at.y}"${where}>${escape(line.text)}</text>`;
}
