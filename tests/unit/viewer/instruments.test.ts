import * as conventions from '@opentelemetry/semantic-conventions/incubating';
import { describe, expect, test } from 'vitest';
import { buildForest, operationStatistics, parseQuery, searchRows } from '../../../src/trace/index.ts';
import { CONVENTIONS } from '../../../src/viewer/conventions-list.ts';
import { conventionPage } from '../../../src/viewer/conventions.ts';
import { traceparent } from '../../../src/viewer/copy.ts';
import { exportSvg, type SvgRow } from '../../../src/viewer/export-svg.ts';
import { matchNumber, nextMatch, operationQuery } from '../../../src/viewer/find.ts';
import { matchesWithin, sightOf, type Lens } from '../../../src/viewer/lens.ts';
import { paintMinimap } from '../../../src/viewer/minimap-paint.ts';
import { holdsLinked, spanFragment, spanLink } from '../../../src/viewer/span-link.ts';
import { sortOperations } from '../../../src/viewer/statistics.tsx';
import { spanKey } from '../../../src/viewer/visible.ts';
import { forestOf, service, span } from './forests.ts';

const lens = (rows: readonly number[], total = 8): Lens => ({
  rows: Int32Array.from(rows),
  matches: Uint8Array.from({ length: total }, (_, row) => (rows.includes(row) ? 1 : 0)),
});

describe('the lens of a search', () => {
  test('tells matches from what holds matches out of sight and from the rest', () => {
    const found = lens([2, 5]);
    expect(sightOf(found, 2, 3)).toBe('match');
    expect(sightOf(found, 1, 4)).toBe('inside');
    expect(sightOf(found, 1, 2)).toBe('dim');
    expect(sightOf(undefined, 1, 2)).toBeUndefined();
    expect(matchesWithin(found, 0, 8)).toBe(2);
  });

  test('goes from match to match and round at both ends', () => {
    const found = lens([2, 5]);
    expect([-1, 2, 3, 5, 7].map((row) => nextMatch(found, row, 1))).toEqual([2, 5, 5, 2, 2]);
    expect([0, 2, 3, 5, 7].map((row) => nextMatch(found, row, -1))).toEqual([5, 5, 2, 2, 5]);
    expect(nextMatch(lens([]), 3, 1)).toBe(-1);
    expect([2, 5, 3].map((row) => matchNumber(found, row))).toEqual([1, 2, 0]);
  });

  test('finds an operation by the query that its statistics give', () => {
    const spans = [
      span(0, { name: 'say "hi" \\ bye' }),
      span(1, { name: 'say "hi" \\ bye', resource: service('other one') }),
    ];
    const query = parseQuery(operationQuery('other one', 'say "hi" \\ bye'));
    expect(query.ok && [...searchRows(buildForest(spans), query.terms).rows]).toEqual([1]);
  });
});

describe('the statistics table', () => {
  test('sorts by any column, both ways, by name as a reader would', () => {
    const spans = [
      span(0, { name: 'b', endTimeUnixNano: 100n }),
      span(1, { name: 'a' }),
      span(2, { name: 'a', status: { code: 'error', message: '' } }),
    ];
    const operations = operationStatistics(buildForest(spans));
    const names = (...order: Parameters<typeof sortOperations> extends [unknown, ...infer Rest] ? Rest : never) =>
      sortOperations(operations, ...order).map(({ name }) => name);
    expect(names('count', true)).toEqual(['a', 'b']);
    expect(names('max', true)).toEqual(['b', 'a']);
    expect(names('errors', false)).toEqual(['b', 'a']);
    expect(names('name', false)).toEqual(['a', 'b']);
  });
});

describe('the minimap', () => {
  const inks = { services: [1, 2], error: 9, dim: 5 };
  const size = { width: 10, height: 4 };
  const two = forestOf(
    [0, 0],
    [
      span(0, { startTimeUnixNano: 0n, endTimeUnixNano: 50n }),
      span(1, { startTimeUnixNano: 50n, endTimeUnixNano: 100n }),
    ],
  );
  const lines = (pixels: Uint32Array) =>
    Array.from({ length: 4 }, (_, at) => [...pixels.subarray(at * 10, at * 10 + 10)].join(''));

  test('draws each row at its time, from the top', () => {
    expect(lines(paintMinimap(two, size, inks, (row) => row + 1))).toEqual([
      '1111100000',
      '1111100000',
      '0000022222',
      '0000022222',
    ]);
  });

  test('draws a pixel for what has no length, and nothing outside', () => {
    const instant = forestOf([0], [span(0, { startTimeUnixNano: 0n, endTimeUnixNano: 0n })]);
    expect(lines(paintMinimap(instant, size, inks, () => 1))[0]).toBe('1000000000');
  });

  test('keeps an error in sight among many rows on one line, and matches of a search', () => {
    const spans = Array.from({ length: 1000 }, (_, row) =>
      span(row, {
        startTimeUnixNano: 0n,
        endTimeUnixNano: 100n,
        status: { code: row === 500 ? 'error' : 'unset', message: '' },
      }),
    );
    const many = forestOf(
      spans.map(() => 0),
      spans,
    );
    expect(lines(paintMinimap(many, size, inks, () => 1))).toEqual([
      '1111111111',
      '1111111111',
      '9999999999',
      '1111111111',
    ]);
    expect(lines(paintMinimap(many, size, inks, () => 1, lens([0], 1000)))).toEqual([
      '1111111111',
      '5555555555',
      '5555555555',
      '5555555555',
    ]);
  });
});

describe('the picture of the rows', () => {
  const row: SvgRow = {
    name: '<b>&"name"',
    indent: 1,
    colour: 1,
    service: 'shop',
    start: 10,
    width: 20,
    outside: undefined,
    label: '1.00 ms ✕ error',
    error: true,
    cancelled: true,
    events: [50],
    critical: [[0, 100]],
  };
  const palette = {
    services: ['blue'],
    error: 'red',
    dim: 'grey',
    paper: 'white',
    ink: 'black',
    ink2: 'dimgrey',
    line: 'silver',
  };
  const svg = exportSvg({
    rows: [row, { ...row, outside: 'after' }],
    ticks: [{ ns: 0, percent: 0, label: '0' }],
    palette,
    title: 'T & t',
  });

  test('holds names as text, never as markup', () => {
    expect(svg).not.toContain('<b>');
    expect(svg).toContain('&#60;b&#62;&#38;&#34;name&#34;');
    expect(exportSvg({ rows: [{ ...row, name: 'a\u0000b' }], ticks: [], palette, title: '' })).toContain('a\uFFFDb');
  });

  test('writes its colours out and refers to nothing outside', () => {
    expect(svg).toContain('fill="red"');
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|var\(/);
  });

  test('draws no bar for what lies outside the zoom', () => {
    expect(svg.match(/height="10"/g)).toHaveLength(1);
  });
});

describe('links and copies', () => {
  test('a fragment names a span and is read back, whatever else it says', () => {
    const one = span(3);
    expect(spanLink(`#${spanFragment(one)}`)).toEqual({ run: '', key: spanKey(one) });
    expect(spanLink(`tab=2&${spanFragment(one)}&x=1`)?.key).toBe(spanKey(one));
    expect(spanLink(spanFragment({ traceId: 'AB'.repeat(16), spanId: 'CD'.repeat(8) }))?.key).toBe(
      'ab'.repeat(16) + 'cd'.repeat(8),
    );
  });

  test('on a page of several runs the fragment names the run too', () => {
    const one = span(3);
    expect(spanLink(`#${spanFragment(one, 'week/pattern/basic')}`)).toEqual({
      run: 'week/pattern/basic',
      key: spanKey(one),
    });
  });

  test('what a fragment names is among the spans, or is not; a fragment that names none asks for none', () => {
    expect(holdsLinked([span(0), span(3)], spanFragment(span(3)))).toBe(true);
    expect(holdsLinked([span(0)], spanFragment(span(3)))).toBe(false);
    expect(holdsLinked([], '#code=1.x')).toBe(true);
  });

  test.each(['', '#span=', '#span=12-34', '#notspan=x', `#span=${'g'.repeat(32)}-${'0'.repeat(16)}`])(
    'no span is read from %j',
    (fragment) => {
      expect(spanLink(fragment)).toBeUndefined();
    },
  );

  test('traceparent has version 00 and the low byte of the flags', () => {
    expect(traceparent(span(0, { flags: 0x301 }))).toBe(`00-${'1'.repeat(32)}-0000000000000001-01`);
  });
});

describe('names of the semantic conventions', () => {
  const known = Object.entries(conventions).flatMap(([key, value]) =>
    key.startsWith('ATTR_') && typeof value === 'string' ? [value] : [],
  );

  test('are exactly those of the package, in the groups that are listed', () => {
    for (const [group, names] of Object.entries(CONVENTIONS)) {
      const wanted = [...new Set(known.filter((name) => name.startsWith(`${group}.`)))].toSorted();
      expect(names.split(' ').map((name) => `${group}.${name}`)).toEqual(wanted);
    }
  });

  test('lead to the page of their group, by the exact name only', () => {
    expect(conventionPage('http.request.method')).toBe(
      'https://opentelemetry.io/docs/specs/semconv/registry/attributes/http/',
    );
    expect(conventionPage('user_agent.original')).toMatch(/\/user-agent\/$/);
    for (const other of [
      'http.request',
      'http.request.method2',
      'lab.http.request.method',
      'constructor.name',
      'http',
      '',
    ]) {
      expect(conventionPage(other)).toBeUndefined();
    }
  });
});
