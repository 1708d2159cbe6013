import { describe, expect, test } from 'vitest';
import { decodeExport, decodeJson, decodeObject, quoteLongIntegers } from '../../../src/otlp/decode.ts';
import type { AnyValue, Span } from '../../../src/otlp/telemetry.ts';
import { json, SPAN_ID, TRACE_ID, wireRequest, wireSpan } from './sample.ts';

function only(changes: Readonly<Record<string, unknown>>): Span {
  const { telemetry, rejected } = decodeObject(wireRequest([wireSpan(changes)]));
  expect(rejected.message).toBe('');
  const [span] = telemetry.spans;
  if (span === undefined) throw new Error('no span');
  return span;
}

function problem(changes: Readonly<Record<string, unknown>>): string {
  const { telemetry, rejected } = decodeObject(wireRequest([wireSpan(changes)]));
  expect(telemetry.spans).toEqual([]);
  expect(rejected.count).toBe(1);
  return rejected.message.replace('resourceSpans[0].scopeSpans[0].spans[0].', '');
}

function attribute(value: unknown): AnyValue | undefined {
  return only({ attributes: [{ key: 'k', value }] }).attributes[0]?.value;
}

const body = (time: string): string =>
  `{"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"${TRACE_ID}","spanId":"${SPAN_ID}","name":"1544712660000000001","startTimeUnixNano":${time},"endTimeUnixNano":1544712661000000001}]}]}]}`;

const nested = (depth: number): unknown => {
  let value: unknown = { boolValue: true };
  for (let level = 0; level < depth; level += 1) value = { arrayValue: { values: [value] } };
  return [{ key: 'deep', value }];
};

function metrics(metric: unknown) {
  return decodeObject({ resourceMetrics: [{ scopeMetrics: [{ metrics: [metric] }] }] });
}

function logs(record: unknown) {
  return decodeObject({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
}

describe('a span in JSON', () => {
  test('ids are lower-cased', () => {
    const span = only({ traceId: TRACE_ID.toUpperCase(), spanId: SPAN_ID.toUpperCase() });
    expect(span.traceId).toBe(TRACE_ID);
    expect(span.spanId).toBe(SPAN_ID);
  });

  test('times are exact as strings and as numbers', () => {
    for (const time of ['"1544712660000000001"', '1544712660000000001']) {
      const [span] = decodeJson(body(time)).telemetry.spans;
      expect(span?.startTimeUnixNano).toBe(1_544_712_660_000_000_001n);
      expect(span?.endTimeUnixNano).toBe(1_544_712_661_000_000_001n);
      expect(span?.name).toBe('1544712660000000001');
    }
  });

  test('long numbers are quoted only outside strings, and fractions stay numbers', () => {
    const text = String.raw`{"a":"x\":1234567890123456789","b":-1234567890123456789,"c":0.1234567890123456789,"d":[1e300,12345678901234567]}`;
    expect(JSON.parse(quoteLongIntegers(text))).toEqual({
      a: 'x":1234567890123456789',
      b: '-1234567890123456789',
      c: 0.123_456_789_012_345_68,
      d: [1e300, '12345678901234567'],
    });
  });

  test('kind and status come from their numbers; an unknown number is the default', () => {
    expect(only({ kind: 5, status: { code: 2, message: 'no' } })).toMatchObject({
      kind: 'consumer',
      status: { code: 'error', message: 'no' },
    });
    expect(only({ kind: 77, status: { code: 1 } })).toMatchObject({ kind: 'unspecified', status: { code: 'ok' } });
  });

  test('an enum by name is refused', () => {
    expect(problem({ kind: 'SPAN_KIND_SERVER' })).toBe(
      'kind: must be the number of the enum value (OTLP JSON has no enum names), but is "SPAN_KIND_SERVER"',
    );
  });

  test('every kind of value is kept', () => {
    expect(attribute({ stringValue: '' })).toEqual({ kind: 'string', value: '' });
    expect(attribute({ boolValue: false })).toEqual({ kind: 'bool', value: false });
    expect(attribute({ intValue: '-9223372036854775808' })).toEqual({ kind: 'int', value: -(2n ** 63n) });
    expect(attribute({ intValue: 7 })).toEqual({ kind: 'int', value: 7n });
    expect(attribute({ doubleValue: 'NaN' })).toEqual({ kind: 'double', value: NaN });
    expect(attribute({ doubleValue: '-Infinity' })).toEqual({ kind: 'double', value: -Infinity });
    expect(attribute({ doubleValue: null })).toEqual({ kind: 'empty' });
    expect(attribute({ bytesValue: 'AP9_' })).toEqual({ kind: 'bytes', value: Uint8Array.of(0, 255, 127) });
    expect(attribute({})).toEqual({ kind: 'empty' });
    expect(attribute({ futureValue: 1 })).toEqual({ kind: 'empty' });
    expect(
      attribute({ arrayValue: { values: [{ intValue: 1 }, { kvlistValue: { values: [{ key: 'a', value: {} }] } }] } }),
    ).toEqual({
      kind: 'array',
      value: [
        { kind: 'int', value: 1n },
        { kind: 'map', value: [{ key: 'a', value: { kind: 'empty' } }] },
      ],
    });
  });

  test('unknown fields, null fields and snake_case names are ignored', () => {
    expect(only({ somethingNew: { deep: [1] }, events: null, dropped_links_count: 9 })).toMatchObject({
      events: [],
      droppedLinksCount: 0,
    });
  });

  test('a key called __proto__ is data', () => {
    const text = JSON.stringify(
      wireRequest([wireSpan({ attributes: [{ key: '__proto__', value: { boolValue: true } }] })]),
    );
    const hostile = text.replace('"kind":1', '"kind":1,"__proto__":{"name":"","traceId":"x"},"constructor":{}');
    const [span] = decodeJson(hostile).telemetry.spans;
    expect(span?.name).toBe('work');
    expect(span?.attributes[0]?.key).toBe('__proto__');
    expect('boolValue' in {}).toBe(false);
  });

  test('a parent of zeros is no parent', () => {
    expect(only({ parentSpanId: '0000000000000000' }).parentSpanId).toBe('');
  });

  test.each([
    [{ traceId: 'abc' }, 'traceId: must be 32 hexadecimal digits, but is "abc"'],
    [{ traceId: '' }, 'traceId: must be 32 hexadecimal digits that are not all zeros, but is ""'],
    [{ traceId: '0'.repeat(32) }, /^traceId: must be 32 hexadecimal digits that are not all zeros/],
    [{ traceId: 'CvdlGRbNQ92ESOshHIAxnA==' }, /^traceId: must be 32/],
    [{ spanId: undefined }, 'spanId: must be 16 hexadecimal digits that are not all zeros, but is absent'],
    [{ parentSpanId: 'xyz' }, 'parentSpanId: must be 16 hexadecimal digits, but is "xyz"'],
    [{ name: '' }, 'name: must not be empty'],
    [{ name: 5 }, 'name: must be a string, but is 5'],
    [{ endTimeUnixNano: undefined }, 'endTimeUnixNano: is required: only ended spans are sent'],
    [{ endTimeUnixNano: '5' }, /^endTimeUnixNano: must not be before startTimeUnixNano/],
    [{ startTimeUnixNano: 1.5 }, /^startTimeUnixNano: must be an integer/],
    [{ startTimeUnixNano: '-1' }, /^startTimeUnixNano: must be an integer from 0 to/],
    [{ flags: 2 ** 32 }, 'flags: must be an integer from 0 to 4294967295, but is 4294967296'],
    [{ attributes: {} }, 'attributes: must be a list, but is an object'],
    [{ attributes: [{ key: 'a' }, 3] }, 'attributes[1]: must be an object, but is 3'],
    [
      { attributes: [{ key: 'a', value: { arrayValue: { values: [{}, { intValue: 'x' }] } } }] },
      /^attributes\[0\]\.value\.arrayValue\.values\[1\]\.intValue: must be an integer/,
    ],
    [{ events: [{ timeUnixNano: true }] }, /^events\[0\]\.timeUnixNano: /],
    [{ links: [{ traceId: TRACE_ID, spanId: '' }] }, /^links\[0\]\.spanId: /],
    [{ attributes: [{ key: 'a', value: { bytesValue: '*' } }] }, /^attributes\[0\]\.value\.bytesValue: /],
  ])('%j is refused with its place', (changes, expected) => {
    expect(problem(changes)).toMatch(expected);
  });

  test('half a million digits are refused in a short sentence', () => {
    expect(problem({ startTimeUnixNano: '9'.repeat(500_000) }).length).toBeLessThan(200);
  });

  test('a value nested 64 deep is read, a deeper one is refused without exhausting the stack', () => {
    expect(only({ attributes: nested(64) }).attributes).toHaveLength(1);
    expect(problem({ attributes: nested(65) })).toMatch(/nests deeper than 64 arrays and maps$/);
    expect(problem({ attributes: nested(5000) })).toMatch(/nests deeper than 64 arrays and maps$/);
  });

  test('only the bad span is left out', () => {
    const decoded = decodeObject(
      wireRequest([wireSpan(), wireSpan({ name: '' }), wireSpan({ spanId: '1'.repeat(16) }), 7]),
    );
    expect(decoded.telemetry.spans).toHaveLength(2);
    expect(decoded.rejected.count).toBe(2);
    expect(decoded.rejected.problems.map(String)).toEqual([
      'OtlpError: resourceSpans[0].scopeSpans[0].spans[1].name: must not be empty',
      'OtlpError: resourceSpans[0].scopeSpans[0].spans[3]: must be an object, but is 7',
    ]);
  });
});

describe('an envelope', () => {
  test('spans share their resource and scope objects', () => {
    const { spans } = decodeObject(wireRequest([wireSpan(), wireSpan()])).telemetry;
    expect(spans[0]?.resource).toBe(spans[1]?.resource);
    expect(spans[0]?.scope).toBe(spans[1]?.scope);
  });

  test.each([
    [[], 'body: must be an object, but is a list'],
    [{ resourceSpans: {} }, 'resourceSpans: must be a list, but is an object'],
    [{ resourceSpans: [null] }, 'resourceSpans[0]: must be an object, but is null'],
    [
      { resourceSpans: [{ resource: { attributes: 1 } }] },
      'resourceSpans[0].resource.attributes: must be a list, but is 1',
    ],
    [
      { resourceSpans: [{ scopeSpans: [{}, { scope: { name: 1 } }] }] },
      'resourceSpans[0].scopeSpans[1].scope.name: must be a string, but is 1',
    ],
    [
      { resourceSpans: [{ scopeSpans: [{ spans: 'x' }] }] },
      'resourceSpans[0].scopeSpans[0].spans: must be a list, but is "x"',
    ],
  ])('%j is refused as a whole', (raw, sentence) => {
    expect(() => decodeObject(raw)).toThrow(sentence);
  });

  test('text that is not JSON, not UTF-8 or of another type is refused', async () => {
    expect(() => decodeJson('{"resourceSpans":')).toThrow(/^The body is not JSON: /);
    await expect(decodeExport('traces', 'application/json', Uint8Array.of(0xff))).rejects.toThrow(
      'The body is not UTF-8 text.',
    );
    await expect(decodeExport('traces', 'text/plain', json({}))).rejects.toThrow(/neither application\/json/);
  });

  test('an empty request is nothing, without a problem', async () => {
    const decoded = await decodeExport('traces', 'application/json; charset=utf-8', json({}));
    expect(decoded.telemetry.spans).toEqual([]);
    expect(decoded.rejected.count).toBe(0);
  });

  test('100,000 levels of nesting in an unknown field do no harm', () => {
    const text = `{"unknown":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
    expect(decodeJson(text).telemetry.spans).toEqual([]);
  });
});

describe('metrics in JSON', () => {
  test('a point of a histogram that does not add up is refused alone', () => {
    const good = { count: '3', sum: 0, bucketCounts: ['1', 2], explicitBounds: [0.5] };
    const { telemetry, rejected } = metrics({
      name: 'm',
      unit: 's',
      histogram: { aggregationTemporality: 2, dataPoints: [good, { ...good, explicitBounds: [] }] },
    });
    expect(telemetry.metrics[0]?.data).toMatchObject({
      kind: 'histogram',
      temporality: 'cumulative',
      points: [{ count: 3n, sum: 0, min: undefined, bucketCounts: [1n, 2n], explicitBounds: [0.5] }],
    });
    expect(rejected.count).toBe(1);
    expect(rejected.message).toBe(
      'resourceMetrics[0].scopeMetrics[0].metrics[0].histogram.dataPoints[1].bucketCounts: must have one entry more than explicitBounds, but has 2 beside 0',
    );
  });

  test('integers stay integers, doubles doubles, and no value is undefined', () => {
    const { telemetry } = metrics({
      name: 'm',
      gauge: { dataPoints: [{ asInt: '9007199254740993' }, { asDouble: 1 }, { flags: 1 }] },
    });
    const { data } = telemetry.metrics[0] ?? {};
    expect(data?.kind === 'gauge' && data.points.map((point) => point.value)).toEqual([
      9_007_199_254_740_993n,
      1,
      undefined,
    ]);
  });

  test('a metric without a name costs all its points', () => {
    expect(metrics({ sum: { dataPoints: [{}, {}, {}] } }).rejected.count).toBe(3);
    expect(metrics({ name: 'm', newKind: {} }).rejected.message).toMatch(/must have one of gauge, sum/);
  });

  test('exponential histograms and summaries keep everything', () => {
    const { telemetry } = metrics({
      name: 'm',
      exponentialHistogram: {
        dataPoints: [{ count: 2, scale: -3, zeroCount: '1', positive: { offset: -2, bucketCounts: ['1'] }, min: 0 }],
      },
    });
    expect(telemetry.metrics[0]?.data).toMatchObject({
      points: [
        { scale: -3, zeroCount: 1n, positive: { offset: -2, bucketCounts: [1n] }, negative: { offset: 0 }, min: 0 },
      ],
    });
    const summary = metrics({
      name: 's',
      summary: { dataPoints: [{ quantileValues: [{ quantile: 0.5, value: 2 }] }] },
    });
    expect(summary.telemetry.metrics[0]?.data).toMatchObject({
      points: [{ quantiles: [{ quantile: 0.5, value: 2 }] }],
    });
  });
});

describe('logs in JSON', () => {
  test('a record without ids, and with ids of zeros, belongs to no trace', () => {
    for (const record of [{}, { traceId: '0'.repeat(32), spanId: '0'.repeat(16) }]) {
      expect(logs(record).telemetry.logs[0]).toMatchObject({ traceId: '', spanId: '', body: { kind: 'empty' } });
    }
  });

  test('severity, event name and body', () => {
    const [record] = logs({ severityNumber: 17, eventName: 'exception', body: { stringValue: 'x' } }).telemetry.logs;
    expect(record).toMatchObject({ severityNumber: 17, eventName: 'exception', body: { kind: 'string', value: 'x' } });
    expect(logs({ severityNumber: 25 }).rejected.message).toMatch(/severityNumber: must be a number from 0 to 24/);
    expect(logs({ body: { intValue: 'x' } }).rejected.message).toMatch(/logRecords\[0\]\.body\.intValue: /);
  });
});
