import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLines, writeLines } from '../../../src/components/example/region-lines.ts';
import { readExamples } from '../../../src/examples/read.ts';
import { matchRegions, regionAt, type Region } from '../../../src/examples/regions.ts';
import { readGoFiles, twinPrograms } from '../../../src/examples/twin.ts';
import { parseGolden } from '../../../src/otlp/index.ts';

const TS = `import { chan } from 'csp';

/** What travels. */
interface Order {
  readonly drink: string;
}

const orders = chan<Order>(3);

export async function serve(
  count: number,
): Promise<void> {
  tracer.startSpan('serve', { count }).end();
}

await serve(3); // unlike serve(
tracer.startSpan('close').end();
`;
const GO = `package main

// order is what travels.
type order struct {
	drink string
}

func (b *bar) serve(ctx context.Context, count int) {
	_, span := b.tracer.Start(ctx, "serve")
	span.End()
}

func run(ctx context.Context) error {
	orders := make(chan order, 3)
	_, span := tracer.Start(ctx, "close") // }
	span.End()
	return nil
}
`;
const ts = [{ name: 'main.ts', code: TS }];
const go = [{ name: 'main.go', code: GO }];
const regions = matchRegions(ts, go, { spans: ['serve', 'close', 'serve'], attributes: ['lab.none'] });

/** `name: lines in TypeScript | lines in Go`. */
function plain({ name, ts: left, go: right }: Region): string {
  return `${name}: ${writeLines(left)} | ${writeLines(right)}`;
}

describe('regions that a program shares with its Go twin', () => {
  it('are what both declare, with its comment, and the names of spans that both contain', () => {
    expect(regions.map((region) => plain(region))).toEqual([
      'Order: main.ts:3-6 | main.go:3-6',
      'orders: main.ts:8-8 | main.go:14-14',
      'serve: main.ts:10-14 | main.go:8-11',
      '"serve": main.ts:13-13 | main.go:9-9',
      '"close": main.ts:17-17 | main.go:15-15',
    ]);
  });

  it('leave out what only one of them has, and a name that one of them declares twice', () => {
    const twice = [...go, { name: 'more.go', code: 'type Order struct{}\n' }];
    const names = matchRegions(ts, twice, { spans: ['closed'], attributes: [] }).map(({ name }) => name);
    expect(names).toEqual(['orders', 'serve']);
  });

  it('are the smallest that hold a line', () => {
    expect(regionAt(regions, 'ts', 'main.ts', 13)?.name).toBe('"serve"');
    expect(regionAt(regions, 'ts', 'main.ts', 12)?.name).toBe('serve');
    expect(regionAt(regions, 'go', 'main.go', 15)?.name).toBe('"close"');
    expect(regionAt(regions, 'go', 'main.go', 1)).toBeUndefined();
    expect(regionAt(regions, 'go', 'other.go', 9)).toBeUndefined();
  });

  it('survive being written into the page', () => {
    for (const { ts: left, go: right } of regions) {
      for (const lines of [left, right]) expect(readLines(writeLines(lines))).toEqual(lines);
    }
    const two = [
      { file: 'main.ts', from: 1, to: 2 },
      { file: 'shop-floor.ts', from: 7, to: 7 },
    ];
    expect(readLines(writeLines(two))).toEqual(two);
  });
});

const programs = (await readExamples()).flatMap((example) =>
  twinPrograms(example)
    .filter(({ run }) => run.name !== 'solution')
    .map((twin) => {
      // As on the page: the entries of the other runs do not belong to this program.
      const others = example.runs.map(({ entry }) => entry).filter((entry) => entry !== twin.run.entry);
      const files = twin.run.files.filter(({ name }) => !others.includes(name));
      return { ...twin, files, directory: example.directory };
    }),
);

describe('every twin on a page', () => {
  it.each(programs.map((program) => [program.folder, program] as const))(
    '%s has something in common with its TypeScript, where it says',
    async (_, { run, files, folder, directory }) => {
      const { spans } = parseGolden(JSON.parse(readFileSync(`${directory}${run.golden ?? ''}`, 'utf8')));
      const goFiles = await readGoFiles(folder);
      const found = matchRegions(files, goFiles, { spans: spans.map(({ name }) => name), attributes: [] });
      expect(found.length).toBeGreaterThan(1);
      for (const { name, ts: left, go: right } of found) {
        const word = name.replaceAll('"', '').toLowerCase();
        for (const [lines, sources] of [
          [left, files],
          [right, goFiles],
        ] as const) {
          for (const { file, from, to } of lines) {
            const source = sources.find((one) => one.name === file)?.code.split('\n') ?? [];
            expect(
              source
                .slice(from - 1, to)
                .join('\n')
                .toLowerCase(),
              `${name} in ${file}`,
            ).toContain(word);
          }
        }
      }
    },
  );
});
