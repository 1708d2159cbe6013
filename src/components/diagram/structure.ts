/**
 * Boxes and arrows on a grid. The author places each node along and across the flow; the layout finds sizes, distances
 * and the corners of arrows. The same description flows to the right where there is room and downwards where there is
 * not.
 */
import type { EdgeSpec, NodeSpec, StructureSpec } from './schema.ts';
import {
  fitted,
  type Box,
  type Drawing,
  type DrawnEdge,
  type DrawnNode,
  type DrawnText,
  type Point,
} from './drawing.ts';
import { LEADING, linesOf, widest, type Line, type Tongue } from './text.ts';

export type Flow = 'right' | 'down';

/** Side of the square that stands for one place in a channel, and the distance to the next, in px. */
export const SLOT = { side: 10, step: 14 } as const;

const PAD = { right: 10, down: 6, y: 7 } as const;
const MIN = { width: 44, height: 32 } as const;
const SLOTS_HEIGHT = 18;
const START = 12;
/** The least distance along the flow, and across it, between two boxes; across it with an arrow between them. */
const GAP = { along: 28, across: { right: 14, down: 8 }, arrow: 24 } as const;
/** How far from a box an arrow turns; an arrow into a box needs room for its head. */
const TURN = { out: 12, in: 18 } as const;
const LABEL_AIR = 8;

/** A node with its texts, its size, and its place in numbers along and across the flow. */
interface Measured {
  readonly spec: NodeSpec;
  readonly lines: readonly Line[];
  readonly notes: readonly Line[];
  readonly width: number;
  readonly height: number;
  readonly along: number;
  readonly across: number;
}

function measure(spec: NodeSpec, tongue: Tongue, flow: Flow): Measured {
  const lines = linesOf(spec.label, tongue);
  const notes = linesOf(spec.note, tongue, true);
  const [along, across] = (flow === 'down' ? spec.narrow : undefined) ?? spec.at;
  if (spec.shape === 'start') return { spec, lines, notes, width: START, height: START, along, across };
  const slots = spec.slots === undefined ? 0 : spec.slots.of * SLOT.step - (SLOT.step - SLOT.side);
  // A choice has slanting sides, a state round ones: both take room from the text.
  const pad = PAD[flow] + (spec.shape === 'choice' ? 6 : spec.shape === 'state' ? 3 : 0);
  const text = (lines.length + notes.length) * LEADING;
  const least = spec.shape === 'span' ? 24 : MIN.height;
  return {
    spec,
    lines,
    notes,
    width: even(Math.max(MIN.width, Math.max(widest(lines), widest(notes), slots) + 2 * pad)),
    height: even(Math.max(least, text + (slots > 0 ? SLOTS_HEIGHT : 0) + 2 * (spec.shape === 'span' ? 4 : PAD.y))),
    along,
    across,
  };
}

/** Middles of boxes then lie on whole pixels. */
function even(value: number): number {
  return Math.ceil(value / 2) * 2;
}

/** Lays a structure out in one language and one direction. */
export function layoutStructure(spec: StructureSpec, tongue: Tongue, flow: Flow): Drawing {
  const nodes = new Map(Object.entries(spec.nodes).map(([id, node]) => [id, measure(node, tongue, flow)]));
  const find = (id: string): Measured => {
    const node = nodes.get(id);
    if (node === undefined) throw new Error(`"${spec.title.en}" has an arrow at "${id}", but no node of that name.`);
    return node;
  };
  const edges = spec.edges.map((edge) => ({
    spec: edge,
    from: find(edge.from),
    to: find(edge.to),
    lines: linesOf(edge.label, tongue),
  }));
  const size = ({ width, height }: Measured): number => (flow === 'right' ? width : height);
  const breadth = ({ width, height }: Measured): number => (flow === 'right' ? height : width);

  // Across: one distance for the whole picture, wide enough for every pair of neighbours.
  const ranks = Math.max(...[...nodes.values()].map(({ along }) => along)) + 1;
  const rank = (index: number): readonly Measured[] => [...nodes.values()].filter(({ along }) => along === index);
  let pitch = flow === 'right' ? (spec.apart ?? 0) : 0;
  for (let index = 0; index < ranks; index += 1) {
    const row = rank(index).toSorted((a, b) => a.across - b.across);
    for (const [at, node] of row.entries()) {
      const next = row[at + 1];
      if (next === undefined) continue;
      const between = edges.find(({ from, to }) => [from, to].includes(node) && [from, to].includes(next));
      const air =
        between === undefined || between.spec.kind === 'leaves'
          ? GAP.across[flow]
          : Math.max(GAP.arrow, between.lines.length === 0 ? 0 : needs(between.lines, flow === 'down'));
      pitch = Math.max(pitch, ((breadth(node) + breadth(next)) / 2 + air) / (next.across - node.across));
    }
  }

  // Along: the gap behind each rank is as wide as the labels of the arrows in it.
  const starts: number[] = [];
  let end = 0;
  for (let index = 0; index < ranks; index += 1) {
    starts.push(end);
    const gap = edges
      .filter(({ from, to }) => Math.min(from.along, to.along) === index && from.along !== to.along)
      .map(({ from, to, spec: { bend }, lines }) => {
        const turns = from.across === to.across || bend !== undefined ? 0 : TURN.out;
        return lines.length === 0 ? GAP.along + turns / 2 : needs(lines, flow === 'right') + turns;
      });
    end += Math.max(0, ...rank(index).map((node) => size(node))) + Math.max(GAP.along, ...gap);
  }

  const boxes = new Map<Measured, Box>();
  for (const node of nodes.values()) {
    const row = Math.max(...rank(node.along).map((other) => size(other)));
    const along = (starts[node.along] ?? 0) + row / 2;
    const across = Math.round(node.across * pitch);
    const [x, y] = flow === 'right' ? [along, across] : [across, along];
    boxes.set(node, { x: x - node.width / 2, y: y - node.height / 2, width: node.width, height: node.height });
  }
  const boxOf = (node: Measured): Box => boxes.get(node) ?? { x: 0, y: 0, width: 0, height: 0 };

  const drawn = edges.map((edge) => {
    const joins = edges.filter((other) => other.to === edge.to && other.from.along === edge.from.along).length > 1;
    const splits = edges.filter((other) => other.from === edge.from && other.to.along === edge.to.along).length > 1;
    return route(edge, boxOf(edge.from), boxOf(edge.to), flow, joins && !splits);
  });
  return fitted(
    {
      nodes: [...nodes.values()].map((node) => drawNode(node, boxOf(node))),
      edges: drawn.map(({ edge }) => edge),
      texts: [
        ...[...nodes.values()].flatMap((node) => textsOf(node, boxOf(node))),
        ...drawn.flatMap(({ texts }) => texts),
      ],
    },
    2,
  );
}

/** How much room a labelled arrow needs along itself: the text beside an upright arrow, above a level one. */
function needs(lines: readonly Line[], level: boolean): number {
  return level ? widest(lines) + TURN.in + LABEL_AIR : lines.length * LEADING + TURN.in + 4;
}

function drawNode({ spec, lines, notes }: Measured, box: Box): DrawnNode {
  const width = spec.slots === undefined ? 0 : spec.slots.of * SLOT.step - (SLOT.step - SLOT.side);
  const above = (lines.length + notes.length) * LEADING;
  const height = above + SLOTS_HEIGHT;
  const top = box.y + (box.height - height) / 2 + lines.length * LEADING + 4;
  return {
    box,
    shape: spec.shape,
    outcome: spec.outcome,
    slots: spec.slots,
    slotsAt: { x: box.x + (box.width - width) / 2, y: top },
  };
}

function textsOf({ spec, lines, notes }: Measured, box: Box): readonly DrawnText[] {
  const slots = spec.slots === undefined ? 0 : SLOTS_HEIGHT;
  const height = (lines.length + notes.length) * LEADING + slots;
  const x = box.x + box.width / 2;
  // 12 px below the top of a line of 16 px lies the baseline.
  const top = box.y + (box.height - height) / 2 + 12;
  return [
    ...lines.map((line, index): DrawnText => ({
      at: { x, y: top + index * LEADING },
      line,
      anchor: 'middle',
      role: 'label',
    })),
    ...notes.map((line, index): DrawnText => ({
      at: { x, y: top + (lines.length + index) * LEADING + slots },
      line,
      anchor: 'middle',
      role: 'note',
    })),
  ];
}

/** Finds the corners of an arrow and a place for its label. */
function route(
  { spec, from, to, lines }: { spec: EdgeSpec; from: Measured; to: Measured; lines: readonly Line[] },
  a: Box,
  b: Box,
  flow: Flow,
  turnsLate: boolean,
): { readonly edge: DrawnEdge; readonly texts: readonly DrawnText[] } {
  const points = corners(spec, from, to, turned(a, flow), turned(b, flow), turnsLate).map((point) =>
    turnedPoint(point, flow),
  );
  const edge: DrawnEdge = { points, kind: spec.kind, head: spec.kind !== 'leaves' };
  if (lines.length === 0) return { edge, texts: [] };

  // The label stands where the arrow is alone: before it joins others, behind where it has left them.
  const alone = turnsLate || spec.bend === 'enters-across' ? points.slice(0, 2) : points.slice(-2);
  const [start = { x: 0, y: 0 }, end = start] = alone;
  const part = { start, end };
  const x = (part.start.x + part.end.x) / 2;
  const y = (part.start.y + part.end.y) / 2;
  const level = part.start.y === part.end.y;
  const last = lines.length - 1;
  return {
    edge,
    texts: lines.map((line, index) => ({
      at: level ? { x, y: y - 6 - (last - index) * LEADING } : { x: x + 7, y: y + 4 - (last / 2 - index) * LEADING },
      line,
      anchor: level ? 'middle' : 'start',
      role: 'edge',
    })),
  };
}

/** The corners as if the picture flowed to the right. */
function corners(
  { bend }: EdgeSpec,
  from: Measured,
  to: Measured,
  a: Box,
  b: Box,
  turnsLate: boolean,
): readonly Point[] {
  const [ax, ay] = [a.x + a.width / 2, a.y + a.height / 2];
  const [bx, by] = [b.x + b.width / 2, b.y + b.height / 2];
  const forward = to.along > from.along;
  const down = by > ay;
  const faces = {
    a: { x: forward ? a.x + a.width : a.x, y: down ? a.y + a.height : a.y },
    b: { x: forward ? b.x : b.x + b.width, y: down ? b.y : b.y + b.height },
  };
  if (from.along === to.along)
    return [
      { x: ax, y: faces.a.y },
      { x: bx, y: faces.b.y },
    ];
  if (bend === 'leaves-across')
    return [
      { x: ax, y: faces.a.y },
      { x: ax, y: by },
      { x: faces.b.x, y: by },
    ];
  if (bend === 'enters-across')
    return [
      { x: faces.a.x, y: ay },
      { x: bx, y: ay },
      { x: bx, y: faces.b.y },
    ];
  if (ay === by)
    return [
      { x: faces.a.x, y: ay },
      { x: faces.b.x, y: by },
    ];
  const sign = forward ? 1 : -1;
  const turn = turnsLate ? faces.b.x - sign * TURN.in : faces.a.x + sign * TURN.out;
  return [
    { x: faces.a.x, y: ay },
    { x: turn, y: ay },
    { x: turn, y: by },
    { x: faces.b.x, y: by },
  ];
}

function turned(box: Box, flow: Flow): Box {
  return flow === 'right' ? box : { x: box.y, y: box.x, width: box.height, height: box.width };
}

function turnedPoint({ x, y }: Point, flow: Flow): Point {
  return flow === 'right' ? { x, y } : { x: y, y: x };
}
