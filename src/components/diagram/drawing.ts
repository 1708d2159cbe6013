/** What a layout comes to: shapes at fixed places, in px. It becomes SVG in `svg.ts` and is measured by tests. */
import type { Line } from './text.ts';
import type { EdgeSpec, NodeSpec, Outcome } from './schema.ts';

/** A rectangle by its upper left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box of the picture. */
export interface DrawnNode {
  readonly box: Box;
  readonly shape: NodeSpec['shape'] | 'bar';
  readonly outcome: Outcome | undefined;
  readonly slots: NodeSpec['slots'];
  /** Where its squares stand. */
  readonly slotsAt: Point;
}

/** An arrow, or a line without a head. */
export interface DrawnEdge {
  readonly points: readonly Point[];
  readonly kind: EdgeSpec['kind'] | 'mark' | 'signal';
  readonly head: boolean;
}

/** A line of text; `anchor` says where `at` lies in it. */
export interface DrawnText {
  readonly at: Point;
  readonly line: Line;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: 'label' | 'note' | 'edge';
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly DrawnNode[];
  readonly edges: readonly DrawnEdge[];
  readonly texts: readonly DrawnText[];
}

/** The room that a line of text takes. */
export function boxOfText({ at, line, anchor }: DrawnText): Box {
  const shift = anchor === 'start' ? 0 : anchor === 'middle' ? line.width / 2 : line.width;
  return { x: at.x - shift, y: at.y - 10, width: line.width, height: 13 };
}

/** Moves everything so that the picture begins at its margin, and says how large it is. */
export function fitted(drawing: Omit<Drawing, 'width' | 'height'>, margin: number): Drawing {
  const boxes = [
    ...drawing.nodes.map(({ box }) => box),
    ...drawing.texts.map((text) => boxOfText(text)),
    ...drawing.edges.flatMap(({ points }) => points.map(({ x, y }) => ({ x, y, width: 0, height: 0 }))),
  ];
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const move = ({ x, y }: Point): Point => ({ x: round(x - left), y: round(y - top) });
  return {
    width: Math.ceil(Math.max(...boxes.map(({ x, width }) => x + width)) - left + margin),
    height: Math.ceil(Math.max(...boxes.map(({ y, height }) => y + height)) - top + margin),
    nodes: drawing.nodes.map((node) => ({
      ...node,
      box: { ...node.box, ...move(node.box) },
      slotsAt: move(node.slotsAt),
    })),
    edges: drawing.edges.map((edge) => ({ ...edge, points: edge.points.map((point) => move(point)) })),
    texts: drawing.texts.map((text) => ({ ...text, at: move(text.at) })),
  };
}

/** Half pixels are as fine as it gets: hairlines stay sharp. */
function round(value: number): number {
  return Math.round(value * 2) / 2;
}
