/** Lanes with time going to the right, as in a trace; where there is little room, a lane's name stands above it. */
import { fitted, type Drawing, type DrawnEdge, type DrawnNode, type DrawnText } from './drawing.ts';
import type { SequenceSpec } from './schema.ts';
import { linesOf, widest, type Tongue } from './text.ts';
import type { Flow } from './structure.ts';

const BAR = 16;
/** Length of the longest stretch of time, in px, and height of a lane. */
const ROOM = { right: { time: 300, lane: 34 }, down: { time: 150, lane: 44 } } as const;
/** How far below the top of its lane a bar lies where the name is above it. */
const BELOW = 18;

/** Lays a sequence out in one language; `down` is the narrow form. */
export function layoutSequence(spec: SequenceSpec, tongue: Tongue, flow: Flow): Drawing {
  const { time, lane: step } = ROOM[flow];
  const names = spec.lanes.map((lane) => linesOf(lane, tongue));
  const left = flow === 'right' ? Math.max(...names.map((lines) => widest(lines))) + 14 : 0;
  const end = Math.max(...spec.bars.map(({ to }) => to), ...spec.marks);
  const x = (ms: number): number => Math.round(left + (ms / end) * time);
  const top = (lane: number): number => 22 + lane * step + (flow === 'down' ? BELOW : (step - BAR) / 2);
  const middle = (lane: number): number => top(lane) + BAR / 2;

  const nodes = spec.bars.map((bar): DrawnNode => {
    const box = { x: x(bar.from), y: top(bar.lane), width: Math.max(2, x(bar.to) - x(bar.from)), height: BAR };
    return { box, shape: 'bar', outcome: bar.outcome, slots: undefined, slotsAt: { x: 0, y: 0 } };
  });
  const bottom = 22 + spec.lanes.length * step;
  const marks = spec.marks.map((at): DrawnEdge => ({
    points: [
      { x: x(at), y: 16 },
      { x: x(at), y: bottom },
    ],
    kind: 'mark',
    head: false,
  }));
  const signals = spec.signals.map(({ at, from, to, out }): DrawnEdge => ({
    points: [
      { x: x(at), y: middle(from) },
      { x: x(at) + out, y: middle(from) },
      { x: x(at) + out, y: middle(to) },
      { x: x(at), y: middle(to) },
    ],
    kind: 'signal',
    head: true,
  }));
  const reach = Math.max(0, ...spec.signals.map(({ out }) => out));
  const texts: DrawnText[] = [
    ...names.flatMap(([line], lane) =>
      line === undefined
        ? []
        : [
            {
              at: { x: 0, y: flow === 'down' ? top(lane) - 5 : middle(lane) + 4.5 },
              line,
              anchor: 'start',
              role: 'label',
            } as const,
          ],
    ),
    ...spec.bars.flatMap(({ lane, to, label }) =>
      linesOf(label, tongue, true).map(
        (line) =>
          ({ at: { x: x(to) + reach + 10, y: middle(lane) + 4 }, line, anchor: 'start', role: 'note' }) as const,
      ),
    ),
    ...spec.marks.flatMap((at) =>
      linesOf({ en: `${at} ms`, 'zh-cn': `${at} ms` }, tongue, true).map(
        (line) => ({ at: { x: x(at), y: 11 }, line, anchor: at === 0 ? 'start' : 'middle', role: 'note' }) as const,
      ),
    ),
  ];
  return fitted({ nodes, edges: [...marks, ...signals], texts }, 2);
}
