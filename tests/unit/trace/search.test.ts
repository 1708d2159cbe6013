import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { Span } from '../../../src/otlp/telemetry.ts';
import { buildForest, parseQuery, searchRows, type TraceForest } from '../../../src/trace/index.ts';
import { parseDuration } from '../../../src/trace/query.ts';
import { spanList } from '../otlp/arbitrary.ts';
import { failed, inService, trace, type Row } from './rows.ts';

vi.setConfig({ testTimeout: 60_000 });

function conditions(text: string) {
  const query = parseQuery(text);
  return query.ok ? query.terms.map(({ condition, negated }) => (negated ? { not: condition } : condition)) : query;
}

describe('parseQuery', () => {
  test.each([
    ['', []],
    ['   ', []],
    ['pay', [{ field: 'text', text: 'pay' }]],
    ['GET /users/:id', ['GET', '/users/:id'].map((text) => ({ field: 'text', text }))],
    ['name:pay', [{ field: 'name', text: 'pay', exact: false }]],
    ['NAME=pay', [{ field: 'name', text: 'pay', exact: true }]],
    ['service:"my shop"', [{ field: 'service', text: 'my shop', exact: false }]],
    ['status:Error', [{ field: 'status', code: 'error' }]],
    ['-kind:client', [{ not: { field: 'kind', kind: 'client' } }]],
    ['a=b', [{ field: 'attribute', key: 'a', comparison: '=', value: 'b' }]],
    ['url.full=http://a/?b=c', [{ field: 'attribute', key: 'url.full', comparison: '=', value: 'http://a/?b=c' }]],
    ['"odd key"=b', [{ field: 'attribute', key: 'odd key', comparison: '=', value: 'b' }]],
    ['retry>=2', [{ field: 'attribute', key: 'retry', comparison: '>=', value: '2' }]],
    ['error.type=*', [{ field: 'attribute', key: 'error.type', comparison: '=', value: undefined }]],
    ['error.type="*"', [{ field: 'attribute', key: 'error.type', comparison: '=', value: '*' }]],
    ['a=""', [{ field: 'attribute', key: 'a', comparison: '=', value: '' }]],
    ['duration>1.5ms', [{ field: 'duration', comparison: '>', ns: 1_500_000 }]],
    ['self<=2µs', [{ field: 'self', comparison: '<=', ns: 2_000 }]],
    ['duration:5s', [{ field: 'duration', comparison: '=', ns: 5e9 }]],
    ['"name:pay"', [{ field: 'text', text: 'name:pay' }]],
    [String.raw`"a \"b\" \\"`, [{ field: 'text', text: String.raw`a "b" \ `.trim() }]],
    ['- x', ['-', 'x'].map((text) => ({ field: 'text', text }))],
    ['->b', [{ not: { field: 'text', text: '>b' } }]],
    ['name：订单', [{ field: 'name', text: '订单', exact: false }]],
    ['“两个 词”', [{ field: 'text', text: '两个 词' }]],
  ])('%s', (text, expected) => {
    expect(conditions(text)).toEqual(expected);
  });

  test.each([
    ['x "open', 'unclosed', 2, 7],
    ['name:"open', 'unclosed', 5, 10],
    ['name:', 'noValue', 0, 5],
    ['a=b c= d', 'noValue', 4, 6],
    ['name>5', 'operator', 4, 5],
    ['status:broken', 'status', 7, 13],
    ['kind:web', 'kind', 5, 8],
    ['duration>10', 'duration', 9, 11],
    ['-duration>fast', 'duration', 10, 14],
    ['retry>two', 'number', 6, 9],
  ])('%s is refused with its place', (text, fault, start, end) => {
    expect(parseQuery(text)).toEqual({ ok: false, fault, start, end });
  });

  test('never throws, and places lie in the text', () => {
    const pieces = fc.constantFrom('name', 'duration', ':', '=', '>', '"', '\\', '-', ' ', '1ms', 'x', '：', '*');
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (text) => {
          const query = parseQuery(text);
          const places = query.ok ? query.terms : [query];
          let last = 0;
          for (const { start, end } of places) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = end;
          }
          expect(searchRows(trace(['x', 0, 1]), query.ok ? query.terms : []).matches).toHaveLength(1);
        },
      ),
    );
  });

  test('a duration keeps every digit', () => {
    expect(parseDuration('1.1s')).toBe(1_100_000_000);
    expect(parseDuration('0.000000001s')).toBe(1);
    expect(parseDuration('2.5ns')).toBe(2.5);
    expect(parseDuration('1.2.3s')).toBeUndefined();
    expect(parseDuration('5 m')).toBeUndefined();
  });
});

function found(forest: TraceForest, text: string): readonly (string | undefined)[] {
  const query = parseQuery(text);
  if (!query.ok) throw new Error(query.fault);
  return [...searchRows(forest, query.terms).rows].map((row) => forest.spans[row]?.name);
}

describe('searchRows', () => {
  const attributes: Span['attributes'] = [
    { key: 'http.route', value: { kind: 'string', value: '/Pay/{id}' } },
    { key: 'http.response.status_code', value: { kind: 'int', value: 503n } },
    {
      key: 'tags',
      value: {
        kind: 'array',
        value: [
          { kind: 'string', value: 'slow' },
          { kind: 'bool', value: true },
        ],
      },
    },
  ];
  const events: Span['events'] = [
    {
      timeUnixNano: 0n,
      name: 'exception',
      attributes: [{ key: 'exception.type', value: { kind: 'string', value: 'Timeout' } }],
      droppedAttributesCount: 0,
    },
  ];
  const forest = trace(
    ['order', 0, 100],
    ['pay', 10, 30, 0, { kind: 'client', attributes, ...failed }],
    ['charge', 12, 28, 1, { kind: 'server', events, ...inService('bank') }],
    ['[mail] (a+b)', 40, 41, 0],
  );

  test.each([
    ['', ['order', 'pay', 'charge', '[mail] (a+b)']],
    ['PAY', ['pay']],
    ['name:a', ['pay', 'charge', '[mail] (a+b)']],
    ['name=pay', ['pay']],
    ['"(a+b)"', ['[mail] (a+b)']],
    ['service:BANK', ['charge']],
    ['service=Bank', []],
    ['bank', ['charge']],
    ['status:error', ['pay']],
    ['-status:error kind:internal', ['order', '[mail] (a+b)']],
    ['http.route=/Pay/{id}', ['pay']],
    ['http.route=/pay/{id}', []],
    ['http.response.status_code=503', ['pay']],
    ['http.response.status_code>=500', ['pay']],
    ['http.response.status_code<500', []],
    ['http.route>5', []],
    ['tags=slow', ['pay']],
    ['tags=true', ['pay']],
    ['-tags=*', ['order', 'charge', '[mail] (a+b)']],
    ['exception.type=Timeout', ['charge']],
    ['service.name=bank', ['charge']],
    ['timeout', ['charge']],
    ['declined', ['pay']],
    ['http.route', ['pay']],
    ['503', ['pay']],
    ['0000000000000003', ['charge']],
    ['duration>16ms', ['order', 'pay']],
    ['duration=16ms', ['charge']],
    ['self<=4ms', ['pay', '[mail] (a+b)']],
    ['duration>1ms -bank name:a', ['pay']],
  ])('%s', (text, names) => {
    expect(found(forest, text)).toEqual(names);
  });

  test('a query and its negation part the rows', () => {
    const queries = fc.constantFrom('send', 'status:error', 'duration>0ns', 'service:shop', '接收=*', 'kind:client');
    fc.assert(
      fc.property(spanList, queries, (spans, text) => {
        const rows = buildForest(spans);
        const ask = (query: string) => {
          const parsed = parseQuery(query);
          return searchRows(rows, parsed.ok ? parsed.terms : []);
        };
        const yes = ask(text);
        const no = ask(`-${text}`);
        for (const row of rows.spans.keys()) expect((yes.matches[row] ?? 0) + (no.matches[row] ?? 0)).toBe(1);
        expect(yes.rows.length + no.rows.length).toBe(spans.length);
        expect([...yes.rows].every((row) => yes.matches[row] === 1)).toBe(true);
      }),
    );
  });

  test('50,000 rows are searched at once', () => {
    const rows = Array.from({ length: 50_000 }, (_, index): Row => [`span ${index}`, index, index + 1]);
    expect(found(trace(...rows), 'span-none -a=b').length).toBe(0);
    expect(found(trace(...rows), '"span 4999"').length).toBe(11);
  });
});
