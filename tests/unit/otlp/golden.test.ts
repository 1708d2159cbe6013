import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decodeObject } from '../../../src/otlp/decode.ts';
import { encodeJson } from '../../../src/otlp/encode.ts';
import { normalise, parseGolden, readerStack, stringifyGolden } from '../../../src/otlp/golden.ts';
import type { Attribute, Span } from '../../../src/otlp/telemetry.ts';
import { telemetry as anyTelemetry } from './arbitrary.ts';
import { counter, EPOCH, log, resource, scope, span } from './sample.ts';

// Properties run hundreds of cases; on a busy machine that takes longer than a test of one.
vi.setConfig({ testTimeout: 60_000 });

const ms = (milliseconds: number): bigint => EPOCH + BigInt(milliseconds) * 1_000_000n;
const id = (number: number): string => number.toString(16).padStart(16, '0');
const traceNumber = (number: number): string => number.toString(16).padStart(32, '0');
const text = (key: string, value: string): Attribute => ({ key, value: { kind: 'string', value } });

function spansOf(spans: readonly Span[]): readonly Span[] {
  return parseGolden(normalise({ spans, metrics: [], logs: [] })).spans;
}

describe('encodeJson', () => {
  test('what is encoded decodes to the same, and survives JSON text', () => {
    fc.assert(
      fc.property(anyTelemetry, (telemetry) => {
        const encoded = encodeJson(telemetry);
        const { telemetry: decoded, rejected } = decodeObject(JSON.parse(JSON.stringify(encoded)));
        expect(rejected.message).toBe('');
        expect(encodeJson(decoded)).toEqual(encoded);
      }),
    );
  });

  test('one item of each signal comes back field by field', () => {
    const telemetry = {
      spans: [span({ attributes: [{ key: 'n', value: { kind: 'int', value: 2n ** 63n - 1n } }], flags: 257 })],
      metrics: [counter('orders', 3n)],
      logs: [log({ severityNumber: 17 })],
    };
    expect(decodeObject(encodeJson(telemetry)).telemetry).toEqual(telemetry);
  });

  test('64-bit integers and odd numbers are strings', () => {
    const values = [NaN, Infinity, -0, 1.5].map((value) => ({ key: 'd', value: { kind: 'double', value } as const }));
    const [envelope] = encodeJson({ spans: [span({ attributes: values })], metrics: [], logs: [] }).resourceSpans;
    expect(JSON.stringify(envelope)).toContain(
      '"attributes":[{"key":"d","value":{"doubleValue":"NaN"}},{"key":"d","value":{"doubleValue":"Infinity"}},' +
        '{"key":"d","value":{"doubleValue":"-0"}},{"key":"d","value":{"doubleValue":1.5}}]',
    );
    expect(JSON.stringify(envelope)).toContain(`"startTimeUnixNano":"${EPOCH}"`);
  });
});

describe('normalise', () => {
  test('is stable: normalising what was read back changes nothing', () => {
    fc.assert(
      fc.property(anyTelemetry, (telemetry) => {
        const once = stringifyGolden(normalise(telemetry));
        expect(stringifyGolden(normalise(parseGolden(JSON.parse(once))))).toBe(once);
      }),
      { numRuns: 200 },
    );
  });

  test('does not depend on how the run was cut into requests, nor on which ids were drawn', () => {
    fc.assert(
      fc.property(anyTelemetry, (telemetry) => {
        const cut = {
          ...telemetry,
          spans: telemetry.spans.map((one) => ({ ...one, resource: { ...one.resource }, scope: { ...one.scope } })),
        };
        const swapped = {
          ...telemetry,
          spans: telemetry.spans.map((one) => ({
            ...one,
            spanId: one.spanId.replace('0000', 'feed'),
            parentSpanId: one.parentSpanId.replace('0000', 'feed'),
            links: one.links.map((link) => ({ ...link, spanId: link.spanId.replace('0000', 'feed') })),
          })),
          logs: telemetry.logs.map((one) => ({ ...one, spanId: one.spanId.replace('0000', 'feed') })),
          metrics: [],
        };
        expect(normalise(cut)).toEqual(normalise(telemetry));
        expect(normalise(swapped)).toEqual(normalise({ ...telemetry, metrics: [] }));
      }),
    );
  });

  test('spans stand by start, ancestors first, then arrival; ids follow that order', () => {
    const parent = span({ spanId: 'aa'.repeat(8), name: 'parent' });
    const late = span({ spanId: 'bb'.repeat(8), name: 'late', startTimeUnixNano: ms(1), parentSpanId: parent.spanId });
    const child = span({ spanId: 'cc'.repeat(8), name: 'child', parentSpanId: parent.spanId });
    const twin = span({ spanId: 'dd'.repeat(8), name: 'twin', parentSpanId: parent.spanId });
    const spans = spansOf([late, child, twin, parent].map((one) => ({ ...one, endTimeUnixNano: ms(2) })));
    expect(spans.map((one) => [one.name, one.spanId, one.parentSpanId])).toEqual([
      ['parent', id(1), ''],
      ['child', id(2), id(1)],
      ['twin', id(3), id(1)],
      ['late', id(4), id(1)],
    ]);
  });

  test('links, logs and exemplars follow the ids; foreign ids come after those of the run', () => {
    const one = span({ spanId: 'f'.repeat(16), parentSpanId: 'e'.repeat(16) });
    const link = {
      traceId: '9'.repeat(32),
      spanId: '8'.repeat(16),
      traceState: '',
      flags: 0,
      attributes: [],
      droppedAttributesCount: 0,
    };
    const two = span({
      spanId: 'd'.repeat(16),
      startTimeUnixNano: ms(1),
      endTimeUnixNano: ms(2),
      links: [link, { ...link, traceId: one.traceId, spanId: one.spanId }],
    });
    const exemplar = {
      timeUnixNano: EPOCH,
      value: 1n,
      traceId: two.traceId,
      spanId: two.spanId,
      filteredAttributes: [],
    };
    const metric = counter('m', 1n);
    const run = parseGolden(
      normalise({
        spans: [one, two],
        metrics: [
          {
            ...metric,
            data: {
              kind: 'gauge',
              points: [
                {
                  attributes: [],
                  startTimeUnixNano: 0n,
                  timeUnixNano: EPOCH,
                  value: 1n,
                  flags: 0,
                  exemplars: [exemplar],
                },
              ],
            },
          },
        ],
        logs: [log({ traceId: one.traceId, spanId: one.spanId })],
      }),
    );
    expect(run.spans[0]).toMatchObject({ traceId: traceNumber(1), spanId: id(1), parentSpanId: id(3) });
    expect(run.spans[1]?.links).toMatchObject([
      { traceId: traceNumber(2), spanId: id(4) },
      { traceId: traceNumber(1), spanId: id(1) },
    ]);
    expect(run.logs[0]).toMatchObject({ traceId: traceNumber(1), spanId: id(1) });
    expect(run.metrics[0]?.data).toMatchObject({ points: [{ exemplars: [{ spanId: id(2) }] }] });
  });

  test('keeps of the resource what an author decides, sorted', () => {
    const attributes = [
      text('telemetry.sdk.version', '9'),
      text('telemetry.sdk.name', 'opentelemetry'),
      text('host.name', 'h'),
      text('service.name', 'shop'),
    ];
    const [read] = spansOf([span({ resource: { attributes, droppedAttributesCount: 3, schemaUrl: '' } })]);
    expect(read?.resource.attributes.map(({ key }) => key)).toEqual(['service.name', 'telemetry.sdk.name']);
  });

  test('the exports of one instrument become one metric with its points by attributes and time', () => {
    const point = { attributes: [], startTimeUnixNano: EPOCH, flags: 0, exemplars: [] };
    const at = (time: number, value: bigint, attributes: readonly Attribute[] = []) =>
      counter('orders', 0n, {
        resource: { ...resource },
        scope: { ...scope },
        data: {
          kind: 'sum',
          temporality: 'cumulative',
          monotonic: true,
          points: [{ ...point, attributes, timeUnixNano: ms(time), value }],
        },
      });
    const { metrics } = parseGolden(
      normalise({
        spans: [],
        metrics: [at(2, 2n), at(1, 1n), at(1, 9n, [text('a', 'b')]), counter('apples', 1n)],
        logs: [],
      }),
    );
    expect(metrics.map(({ name }) => name)).toEqual(['apples', 'orders']);
    expect(metrics[1]?.data.kind === 'sum' && metrics[1].data.points.map(({ value }) => value)).toEqual([9n, 1n, 2n]);
  });

  test('a duplicate id and a cycle do not stop it', () => {
    const a = span({ spanId: id(1), parentSpanId: id(2) });
    const b = span({ spanId: id(2), parentSpanId: id(1) });
    expect(spansOf([a, b, a])).toHaveLength(3);
  });

  test('an invalid golden run is refused with its place', () => {
    expect(() => parseGolden({ resourceSpans: [{ scopeSpans: [{ spans: [{}] }] }] })).toThrow(
      /^resourceSpans\[0\]\.scopeSpans\[0\]\.spans\[0\]\.traceId: /,
    );
  });
});

describe('readerStack', () => {
  test('keeps the message and the frames in plain files', () => {
    const stack = [
      'TypeError: no such order',
      'on two lines',
      '    at find (sandbox:///main.ts:12:9)',
      '    at Tracer.startActiveSpan (blob:null/1b2c:1:2345)',
      '    at async run (main.ts:30:3)',
      '    at https://host/assets/main.ts:1:1',
      '    at other.ts:2:1',
    ].join('\n');
    const kept = [
      'TypeError: no such order',
      'on two lines',
      '    at find (main.ts:12:9)',
      '    at async run (main.ts:30:3)',
      '    at other.ts:2:1',
    ].join('\n');
    expect(readerStack(stack)).toBe(kept);
    expect(readerStack(kept)).toBe(kept);
  });

  test('understands the other engines', () => {
    const kept = '    find@main.ts:12:9\n    main.ts:1:1';
    expect(readerStack('find@sandbox:///main.ts:12:9\nx@https://host/a.js:1:2\nmain.ts:1:1')).toBe(kept);
    expect(readerStack(kept)).toBe(kept);
  });

  test('is applied to events, logs and spans', () => {
    const attributes = [text('exception.stacktrace', 'Error: x\n    at a (node:internal:1:1)')];
    const event = { timeUnixNano: EPOCH, name: 'exception', attributes, droppedAttributesCount: 0 };
    const run = parseGolden(
      normalise({ spans: [span({ events: [event] })], metrics: [], logs: [log({ attributes })] }),
    );
    expect(run.spans[0]?.events[0]?.attributes).toEqual([text('exception.stacktrace', 'Error: x')]);
    expect(run.logs[0]?.attributes).toEqual([text('exception.stacktrace', 'Error: x')]);
  });
});

describe('stringifyGolden', () => {
  test('is JSON with sorted keys, short things on one line', () => {
    const lines = stringifyGolden(normalise({ spans: [span()], metrics: [], logs: [] })).split('\n');
    expect(lines.slice(0, 4)).toEqual([
      '{',
      '  "resourceLogs": [],',
      '  "resourceMetrics": [],',
      '  "resourceSpans": [',
    ]);
    expect(lines).toContain(
      '      "resource": { "attributes": [{ "key": "service.name", "value": { "stringValue": "shop" } }] },',
    );
    expect(lines.at(-1)).toBe('');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(121);
  });
});
