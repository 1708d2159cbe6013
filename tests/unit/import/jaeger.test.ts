import { describe, expect, test } from 'vitest';
import { readTraceFile } from '../../../src/import/index.ts';
import type { Span } from '../../../src/otlp/telemetry.ts';

const TRACE = '5b8efff798038103d269b633813fc60c';

async function read(file: unknown) {
  return readTraceFile('jaeger.json', new TextEncoder().encode(JSON.stringify(file)));
}

function jaegerSpan(changes: object = {}): object {
  return {
    traceID: TRACE,
    spanID: 'eee19b7ec3c1b174',
    operationName: 'GET /pay',
    references: [],
    startTime: 1_700_000_000_123_457,
    duration: 1503,
    tags: [],
    logs: [],
    processID: 'p1',
    warnings: null,
    ...changes,
  };
}

const processes = {
  p1: {
    serviceName: 'shop',
    tags: [
      { key: 'host.name', type: 'string', value: 'a' },
      { key: 'service.name', type: 'string', value: 'shop' },
    ],
  },
};

async function spansOf(...changes: readonly object[]): Promise<readonly Span[]> {
  const file = await read({ data: [{ traceID: TRACE, spans: changes.map(jaegerSpan), processes }] });
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  return file.telemetry.spans;
}

const reference = (refType: string, spanID: string, traceID = TRACE) => ({ refType, traceID, spanID });
const tag = (key: string, type: string, value: unknown) => ({ key, type, value });

describe('Jaeger JSON', () => {
  test('a span with its process', async () => {
    const [span] = await spansOf({});
    expect(span).toMatchObject({
      traceId: TRACE,
      spanId: 'eee19b7ec3c1b174',
      parentSpanId: '',
      name: 'GET /pay',
      kind: 'unspecified',
      startTimeUnixNano: 1_700_000_000_123_457_000n,
      endTimeUnixNano: 1_700_000_000_124_960_000n,
      status: { code: 'unset', message: '' },
    });
    expect(span?.resource.attributes).toEqual([
      { key: 'service.name', value: { kind: 'string', value: 'shop' } },
      { key: 'host.name', value: { kind: 'string', value: 'a' } },
    ]);
  });

  test('short ids get their zeros back, and fractions of microseconds stay', async () => {
    const [span] = await spansOf({ traceID: 'abc', spanID: '1F', startTime: 10.5, duration: 0.25 });
    expect(span).toMatchObject({
      traceId: 'abc'.padStart(32, '0'),
      spanId: '1f'.padStart(16, '0'),
      startTimeUnixNano: 10_500n,
      endTimeUnixNano: 10_750n,
    });
  });

  test('tags keep their types; what does not fit its type stays text', async () => {
    const [span] = await spansOf({
      tags: [
        tag('s', 'string', 'x'),
        tag('b', 'bool', true),
        tag('i', 'int64', 9_007_199_254_740_992),
        tag('i2', 'int64', '-5'),
        tag('f', 'float64', 1.5),
        tag('n', 'float64', 3),
        tag('x', 'binary', 'AQI='),
        tag('odd', 'int64', 'many'),
        { key: 'bare', value: 7 },
        { key: 'none', value: null },
      ],
    });
    expect(span?.attributes.map(({ key, value }) => [key, value.kind, 'value' in value ? value.value : ''])).toEqual([
      ['s', 'string', 'x'],
      ['b', 'bool', true],
      ['i', 'int', 9_007_199_254_740_992n],
      ['i2', 'int', -5n],
      ['f', 'double', 1.5],
      ['n', 'double', 3],
      ['x', 'bytes', Uint8Array.of(1, 2)],
      ['odd', 'string', 'many'],
      ['bare', 'int', 7n],
      ['none', 'empty', ''],
    ]);
  });

  test('what OpenTelemetry put into tags goes back to where it was', async () => {
    const [span] = await spansOf({
      flags: 1,
      tags: [
        tag('span.kind', 'string', 'server'),
        tag('otel.status_code', 'string', 'ERROR'),
        tag('otel.status_description', 'string', 'declined'),
        tag('error', 'bool', true),
        tag('otel.scope.name', 'string', 'net/http'),
        tag('otel.library.version', 'string', '1.2'),
        tag('w3c.tracestate', 'string', 'a=b'),
        tag('otel.dropped_events_count', 'int64', 3),
        tag('http.route', 'string', '/pay'),
      ],
    });
    expect(span).toMatchObject({
      kind: 'server',
      status: { code: 'error', message: 'declined' },
      scope: { name: 'net/http', version: '1.2' },
      traceState: 'a=b',
      flags: 1,
      droppedEventsCount: 3,
      attributes: [{ key: 'http.route' }],
    });
  });

  test.each([
    [[tag('error', 'bool', true)], 'error', []],
    [[tag('error', 'string', 'true')], 'error', []],
    [[tag('error', 'bool', false)], 'unset', ['error']],
    [[tag('otel.status_code', 'string', 'OK'), tag('error', 'bool', true)], 'ok', []],
    [[tag('otel.status_code', 'string', 'fine')], 'unset', ['otel.status_code']],
    [[tag('span.kind', 'string', 'robot')], 'unset', ['span.kind']],
  ])('%j is %s', async (tags, code, left) => {
    const [span] = await spansOf({ tags });
    expect(span?.status.code).toBe(code);
    expect(span?.attributes.map(({ key }) => key)).toEqual(left);
  });

  test('the first CHILD_OF of the trace is the parent, other references are links', async () => {
    const [one, two, three] = await spansOf(
      { references: [reference('FOLLOWS_FROM', 'a'), reference('CHILD_OF', 'b'), reference('CHILD_OF', 'c', 'd')] },
      { references: [reference('FOLLOWS_FROM', 'a')] },
      { parentSpanID: 'f' },
    );
    expect(one?.parentSpanId).toBe('b'.padStart(16, '0'));
    expect(one?.links.map(({ spanId, attributes }) => [spanId.at(-1), attributes[0]?.value])).toEqual([
      ['a', { kind: 'string', value: 'follows_from' }],
      ['c', { kind: 'string', value: 'child_of' }],
    ]);
    expect(two).toMatchObject({ parentSpanId: 'a'.padStart(16, '0'), links: [] });
    expect(three).toMatchObject({ parentSpanId: 'f'.padStart(16, '0') });
  });

  test('logs are events, and warnings are kept', async () => {
    const [span] = await spansOf({
      logs: [
        { timestamp: 5, fields: [tag('event', 'string', 'retry'), tag('attempt', 'int64', 2)] },
        { timestamp: 6, fields: [tag('message', 'string', 'hi')] },
      ],
      warnings: ['clock skew'],
    });
    expect(span?.events).toMatchObject([
      { timeUnixNano: 5_000n, name: 'retry', attributes: [{ key: 'attempt' }] },
      { timeUnixNano: 6_000n, name: 'log', attributes: [{ key: 'message' }] },
    ]);
    expect(span?.attributes).toMatchObject([{ key: 'jaeger.warnings', value: { kind: 'array' } }]);
  });

  test('one trace without an envelope, a list of them, and lines of them', async () => {
    const trace = { traceID: TRACE, spans: [jaegerSpan()], processes };
    const lines = new TextEncoder().encode(`${JSON.stringify(trace)}\n${JSON.stringify(trace)}\n`);
    const files = [await read(trace), await read([trace, trace]), await readTraceFile('lines', lines)];
    expect(files.map((file) => file.ok && file.telemetry.spans.length)).toEqual([1, 2, 2]);
  });

  test('a bad span is left out and named', async () => {
    const file = await read({
      data: [
        {
          traceID: TRACE,
          processes,
          spans: [jaegerSpan({ startTime: 'now' }), jaegerSpan({ spanID: '0' }), jaegerSpan()],
        },
      ],
    });
    expect(file).toMatchObject({
      ok: true,
      leftOut: {
        count: 2,
        problems: [{ place: { path: 'data[0].spans[0].startTime' } }, { place: { path: 'data[0].spans[1].spanID' } }],
      },
    });
  });
});
