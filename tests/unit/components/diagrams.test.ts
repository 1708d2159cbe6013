import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { boxOfText, type Box, type Drawing } from '../../../src/components/diagram/drawing.ts';
import { diagramSchema } from '../../../src/components/diagram/schema.ts';
import { layout, toSvg } from '../../../src/components/diagram/svg.ts';

const ROOM = { right: 576, down: 288 } as const;
const root = new URL('../../../content/diagrams/', import.meta.url);
const specs = globSync('**/*.json', { cwd: root })
  .toSorted()
  .map((file) => ({ file, spec: diagramSchema.parse(JSON.parse(readFileSync(new URL(file, root), 'utf8'))) }));

const drawings = specs.flatMap(({ file, spec }) =>
  (['en', 'zh-cn'] as const).flatMap((tongue) =>
    (['right', 'down'] as const).map((flow) => ({
      name: `${file} in ${tongue}, flowing ${flow}`,
      drawing: layout(spec, tongue, flow),
      flow,
    })),
  ),
);

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Pairs that share room and must not. */
function collisions({ nodes, texts }: Drawing): readonly string[] {
  const labels = texts
    .filter(({ role }) => role === 'edge')
    .map((text) => ({ name: text.line.text, box: boxOfText(text) }));
  const boxes = nodes.map(({ box }, index) => ({ name: `box ${index + 1}`, box }));
  const all = [...boxes, ...labels];
  return all.flatMap((a, index) =>
    all.slice(index + 1).flatMap((b) => (overlap(a.box, b.box) ? [`${a.name} and ${b.name}`] : [])),
  );
}

/** Straight parts of arrows that cross a box. */
function crossings({ nodes, edges }: Drawing): readonly string[] {
  return edges
    .filter(({ kind }) => kind !== 'mark')
    .flatMap(({ points }, edge) =>
      points.slice(1).flatMap((end, index) => {
        const start = points[index] ?? end;
        const part = {
          x: Math.min(start.x, end.x),
          y: Math.min(start.y, end.y),
          width: Math.abs(end.x - start.x),
          height: Math.abs(end.y - start.y),
        };
        return nodes.flatMap(({ box }, node) => {
          const inner = { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 };
          return overlap(part, inner) ? [`arrow ${edge + 1} and box ${node + 1}`] : [];
        });
      }),
    );
}

test.for(drawings)('$name fits the page, and nothing in it lies on anything else', ({ drawing, flow }) => {
  expect(drawing.width).toBeLessThanOrEqual(ROOM[flow]);
  expect(collisions(drawing)).toEqual([]);
  expect(crossings(drawing)).toEqual([]);
});

test.for(drawings.filter(({ drawing }) => drawing.nodes.every(({ shape }) => shape !== 'bar')))(
  '$name has arrows that begin and end at a box',
  ({ drawing }) => {
    for (const { points } of drawing.edges) {
      for (const point of [points[0], points.at(-1)]) {
        const touched = drawing.nodes.some(({ box }) => {
          const { x, y } = point ?? { x: -1, y: -1 };
          const insideX = x >= box.x && x <= box.x + box.width;
          const insideY = y >= box.y && y <= box.y + box.height;
          const onX = Math.abs(x - box.x) < 1 || Math.abs(x - box.x - box.width) < 1;
          const onY = Math.abs(y - box.y) < 1 || Math.abs(y - box.y - box.height) < 1;
          return (insideX && onY) || (insideY && onX);
        });
        expect(touched).toBe(true);
      }
    }
  },
);

test.for(drawings)('$name has room for every text in its box', ({ drawing }) => {
  const inside = drawing.texts.filter(({ role }) => role === 'label').map((text) => boxOfText(text));
  const cut = inside.filter((text) =>
    drawing.nodes.some(
      ({ box, shape }) =>
        shape !== 'bar' && overlap(box, text) && (text.x < box.x || text.x + text.width > box.x + box.width),
    ),
  );
  expect(cut).toEqual([]);
});

test('what an author writes cannot become markup', () => {
  const drawing: Drawing = { width: 10, height: 10, nodes: [], edges: [], texts: [] };
  const svg = toSvg(drawing, 'x', '<b>&', '</desc><script>', 'right');
  expect(svg).toContain('&lt;b&gt;&amp;');
  expect(svg).not.toContain('<script>');
});

test('an arrow at a node that is not there is refused by name', () => {
  const spec = diagramSchema.parse({
    kind: 'structure',
    title: { en: 'A', 'zh-cn': '甲' },
    see: { en: 'A', 'zh-cn': '甲' },
    says: { en: 'A', 'zh-cn': '甲' },
    nodes: { a: { at: [0, 0], shape: 'task', label: 'a' } },
    edges: [{ from: 'a', to: 'b' }],
  });
  expect(() => layout(spec, 'en', 'right')).toThrow('no node of that name');
});
