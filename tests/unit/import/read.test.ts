import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { decodeJson, decodeObject, encodeJson } from '../../../src/otlp/index.ts';
import type { Telemetry } from '../../../src/otlp/telemetry.ts';
import { inflated, textOf } from '../../../src/import/bytes.ts';
import { jsonFault } from '../../../src/import/json-fault.ts';
import { plainSpan, readTraceFile, type Progress, type TraceFile } from '../../../src/import/index.ts';
import { telemetry as anyTelemetry } from '../otlp/arbitrary.ts';
import { wireRequest, wireSpan } from '../otlp/sample.ts';
import { frame, message, varint } from './protobuf.ts';

vi.setConfig({ testTimeout: 60_000 });

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (content: string | Uint8Array): Promise<TraceFile> =>
  readTraceFile('trace.json', typeof content === 'string' ? utf8(content) : content);

const envelope = (spans: readonly unknown[], resource: unknown = {}) => ({ resource, scopeSpans: [{ spans }] });
const good = JSON.stringify(wireRequest([wireSpan()]));
const names = (file: TraceFile): readonly string[] | undefined =>
  file.ok ? file.telemetry.spans.map(({ name }) => name) : undefined;
const problem = async (content: string | Uint8Array) => {
  const file = await read(content);
  return file.ok ? undefined : file.problem;
};

describe('OTLP JSON', () => {
  test('whatever is written is read, resources shared', async () => {
    await fc.assert(
      fc.asyncProperty(anyTelemetry, async (telemetry) => {
        const { spans, metrics, logs }: Telemetry = telemetry;
        const text = JSON.stringify(encodeJson(telemetry));
        const file = await read(text);
        fc.pre(spans.length + metrics.length + logs.length > 0);
        expect(file.ok && [file.telemetry.spans.length, file.telemetry.logs.length]).toEqual([
          spans.length,
          logs.length,
        ]);
        const there = file.ok ? file.telemetry.spans.map(plainSpan) : [];
        expect(there).toEqual(decodeJson(text).telemetry.spans);
        const resources = new Set(file.ok ? file.telemetry.spans.map(({ resource }) => resource) : []);
        expect(resources.size).toBeLessThanOrEqual(2);
      }),
      { numRuns: 30 },
    );
  });

  test('several signals in one object, whatever the name of the file', async () => {
    const file = await readTraceFile(
      'notes.txt',
      utf8(`\uFEFF  {"resourceLogs":[{"scopeLogs":[{"logRecords":[{"timeUnixNano":"1"}]}]}], ${good.slice(1)}`),
    );
    expect(file).toMatchObject({ ok: true, telemetry: { spans: [{ name: 'work' }], logs: [{}] } });
  });

  test('a list of requests is one file', async () => {
    expect(names(await read(`[${good},${good}]`))).toEqual(['work', 'work']);
  });

  test('a bad span and a bad resource are left out and named, the others stay', async () => {
    const file = await read(
      JSON.stringify({
        resourceSpans: [
          envelope([wireSpan()]),
          envelope([wireSpan(), wireSpan()], { attributes: 5 }),
          envelope([wireSpan({ spanId: 'abc' }), wireSpan({ name: 'kept' })]),
        ],
      }),
    );
    expect(names(file)).toEqual(['work', 'kept']);
    expect(file.ok && file.leftOut).toEqual({
      count: 3,
      problems: [
        {
          file: 'trace.json',
          place: { path: 'resourceSpans[1].resource.attributes' },
          reason: { key: 'rule', text: 'must be a list, but is 5' },
        },
        {
          file: 'trace.json',
          place: { path: 'resourceSpans[2].scopeSpans[0].spans[0].spanId' },
          reason: expect.objectContaining({ key: 'rule' }),
        },
      ],
    });
  });

  test('plain spans and others keep their order, and every span says the same as by the rules', async () => {
    const spans = [
      wireSpan({ name: 'a', attributes: [{ key: 'k', value: { stringValue: 'v' } }] }),
      wireSpan({ name: 'b', traceId: 'ABCDEF'.padEnd(32, '1') }),
      wireSpan({ name: 'c', kind: 'CLIENT' }),
      wireSpan({ name: 'd', links: [{ traceId: '1'.repeat(32), spanId: '2'.repeat(16) }] }),
      wireSpan({ name: 'e', status: { code: 2, message: 'no' }, events: [{ timeUnixNano: '5', name: 'x' }] }),
      wireSpan({ name: 'f', endTimeUnixNano: '5' }),
      wireSpan({
        name: 'g',
        attributes: [
          { key: 'k', value: {} },
          { key: 'n', value: null },
        ],
      }),
    ];
    const file = await read(JSON.stringify({ resourceSpans: [envelope([]), envelope(spans)] }));
    expect(names(file)).toEqual(['a', 'b', 'd', 'e', 'g']);
    expect(file.ok && file.leftOut.problems.map(({ place }) => place.path)).toEqual([
      'resourceSpans[1].scopeSpans[0].spans[2].kind',
      'resourceSpans[1].scopeSpans[0].spans[5].endTimeUnixNano',
    ]);
    const byRules = decodeObject({ resourceSpans: [envelope(spans)] }).telemetry.spans;
    expect(file.ok && file.telemetry.spans.map(plainSpan)).toEqual(byRules);
  });

  test('members in any order, with any space between, say the same', async () => {
    await fc.assert(
      fc.asyncProperty(anyTelemetry, fc.nat(), fc.nat(3), async (telemetry, seed, indent) => {
        fc.pre(telemetry.spans.length > 0);
        const text = JSON.stringify(shuffled(encodeJson(telemetry), seed), undefined, indent);
        const file = await read(text);
        expect(file.ok && file.telemetry.spans.map(plainSpan)).toEqual(decodeJson(text).telemetry.spans);
      }),
      { numRuns: 60 },
    );
  });

  test('members that nobody knows are passed by, and a member that comes twice counts as JSON says', async () => {
    const span = JSON.stringify(wireSpan()).slice(1, -1);
    const file = await read(
      `{"resourceSpans":[{"scopeSpans":[{"spans":[{"news":[{"a":"]"}],${span}},{${span},"name":"second"}]}]}]}`,
    );
    expect(names(file)).toEqual(['work', 'second']);
    expect(await problem(`{"resourceSpans":[{"scopeSpans":[{"spans":[{"news":[1 2],${span}}]}]}]}`)).toMatchObject({
      reason: { key: 'json' },
    });
  });

  test('a resource that turns out to be bad after its spans takes them with it, and nothing else', async () => {
    const bad = `{"scopeSpans":[{"spans":[${JSON.stringify(wireSpan({ name: 'gone' }))}]}],"resource":{"attributes":5}}`;
    const whole = good.replace('{"resourceSpans":[', `{"resourceSpans":[${bad},`);
    const file = await read(whole);
    expect(names(file)).toEqual(['work']);
    expect(file.ok && file.leftOut).toMatchObject({
      count: 1,
      problems: [{ place: { path: 'resourceSpans[0].resource.attributes' } }],
    });
  });

  test('every number of 64 bits comes as it is written', async () => {
    const time = fc.bigInt({ min: 1n, max: 9_999_999_999_999_999_999n });
    const int = fc.bigInt({ min: -999_999_999_999_999_999n, max: 999_999_999_999_999_999n });
    await fc.assert(
      fc.asyncProperty(time, int, async (at, value) => {
        const attributes = [{ key: 'n', value: { intValue: String(value) } }];
        const span = wireSpan({ startTimeUnixNano: String(at), endTimeUnixNano: String(at), attributes });
        const file = await read(JSON.stringify(wireRequest([span])));
        expect(file.ok && file.telemetry.spans[0]).toMatchObject({
          startTimeUnixNano: at,
          endTimeUnixNano: at,
          attributes: [{ key: 'n', value: { kind: 'int', value } }],
        });
      }),
    );
  });

  test('times are exact, also where they are written as numbers', async () => {
    const file = await read(good.replace('"946684800000000000"', '946684800000000001'));
    expect(file.ok && file.telemetry.spans[0]?.startTimeUnixNano).toBe(946_684_800_000_000_001n);
  });
});

/** The same value, the members of its objects in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed));
  if (typeof value !== 'object' || value === null) return value;
  const rank = (name: string): number => (Math.imul(seed + name.length, 0x9e37_79b1) ^ name.charCodeAt(0)) & 0xff;
  const members = Object.entries(value).toSorted(([a], [b]) => rank(a) - rank(b));
  return Object.fromEntries(members.map(([name, member]) => [name, shuffled(member, seed)]));
}

describe('JSON Lines', () => {
  test('a line that is no UTF-8 is left out, the others stay', async () => {
    const file = await read(Uint8Array.of(...utf8(`${good}\n`), 0x22, 0xe9, 0x22, 0x0a, ...utf8(good)));
    expect(names(file)).toEqual(['work', 'work']);
    expect(file.ok && file.leftOut.problems).toEqual([
      { file: 'trace.json', place: { line: 2 }, reason: { key: 'utf8' } },
    ]);
  });

  test('each line is one request, and two on one line are none', async () => {
    const file = await read(`${good}${good}\n${good}\n  ${good}  `);
    expect(names(file)).toEqual(['work', 'work']);
    expect(file.ok && file.leftOut).toMatchObject({ count: 1, problems: [{ place: { line: 1 } }] });
  });

  test('a bad line is left out and named, with the place in it', async () => {
    const file = await read(`${good}\n\n{"resourceSpans": oops}\n{"other":1}\n${good}\r\n`);
    expect(names(file)).toEqual(['work', 'work']);
    expect(file.ok && file.leftOut.count).toBe(2);
    expect(file.ok && file.leftOut.problems).toEqual([
      { file: 'trace.json', place: { line: 3, column: 19 }, reason: { key: 'json', near: '{"resourceSpans": oops}' } },
      { file: 'trace.json', place: { line: 4 }, reason: { key: 'unknown', names: 'other' } },
    ]);
  });

  test('a bad first line and a bad span in a good line', async () => {
    const file = await read(
      `{"resource\n${JSON.stringify(wireRequest([wireSpan({ name: '' }), wireSpan()]))}\n${good}`,
    );
    expect(names(file)).toEqual(['work', 'work']);
    expect(file.ok && file.leftOut.problems.map(({ place }) => place)).toEqual([
      { line: 1, column: 11 },
      { line: 2, path: 'resourceSpans[0].scopeSpans[0].spans[0].name' },
    ]);
  });
});

describe('gzip', () => {
  test('of JSON is read, and told while it inflates', async () => {
    const steps: Progress[] = [];
    const file = await readTraceFile('trace.json.gz', gzipSync(good.padEnd(9_000_000)), (step) => steps.push(step));
    expect(names(file)).toEqual(['work']);
    expect(steps.some(({ stage }) => stage === 'inflate')).toBe(true);
  });

  test('that is damaged or too long is refused', async () => {
    const bytes = gzipSync(good);
    expect((await problem(bytes.subarray(0, bytes.length - 12)))?.reason).toEqual({ key: 'gzip' });
    await expect(inflated(gzipSync('x'.repeat(5000)), undefined, 4999)).rejects.toMatchObject({
      reason: { key: 'tooLong', limit: 4999 },
    });
    await expect(inflated(utf8('x'.repeat(5000)), undefined, 4999)).rejects.toThrow('tooLong');
  });
});

const bytes16 = (byte: number): readonly number[] => Array<number>(16).fill(byte);
const fixed64 = (field: number, value: number): readonly number[] => [
  ...varint(field * 8 + 1),
  ...new Uint8Array(BigUint64Array.of(BigInt(value)).buffer),
];
const request = (item: readonly number[]): readonly number[] => message(1, message(2, message(2, item)));

describe('protobuf', () => {
  const span = [
    ...message(1, bytes16(1)),
    ...message(2, bytes16(1).slice(8)),
    ...message(5, [...utf8('work')]),
    ...fixed64(7, 5),
    ...fixed64(8, 9),
  ];
  const log = [...fixed64(11, 7), ...message(3, [...utf8('INFO')])];
  const metric = [...message(1, [...utf8('jobs')]), ...message(7, message(1, fixed64(3, 9)))];

  test.each([
    ['spans', span, { spans: [{ name: 'work', endTimeUnixNano: 9n }] }],
    ['logs', log, { logs: [{ severityText: 'INFO' }] }],
    ['metrics', metric, { metrics: [{ name: 'jobs' }] }],
  ])('of %s is told by its first item', async (_, item, telemetry) => {
    expect(await read(Uint8Array.from(request(item)))).toMatchObject({ ok: true, telemetry });
  });

  test('messages that follow their lengths are one file', async () => {
    const file = await read(Uint8Array.from([...frame(request(span)), ...frame(request(log))]));
    expect(file).toMatchObject({ ok: true, telemetry: { spans: [{ name: 'work' }], logs: [{}] } });
  });

  test('messages one after another are one message', async () => {
    expect(names(await read(Uint8Array.from([...request(span), ...request(span)])))).toEqual(['work', 'work']);
  });

  test('that is cut off is refused with the byte', async () => {
    expect(await problem(Uint8Array.from(request(span)).subarray(0, 30))).toMatchObject({
      place: { byte: expect.any(Number) },
      reason: { key: 'rule' },
    });
  });
});

describe('what cannot be read is refused with its place and reason', () => {
  test.each([
    ['nothing', '', {}, { key: 'empty' }],
    ['spaces', ' \n ', {}, { key: 'empty' }],
    ['no items', '{"resourceSpans":[]}', {}, { key: 'empty' }],
    ['other JSON', '{"a":1,"b":2}', {}, { key: 'unknown', names: 'a, b' }],
    ['a number', '5', {}, { key: 'unknown', names: '' }],
    ['snake case', '{"resource_spans":[]}', {}, { key: 'snakeCase' }],
    ['Zipkin', '[{"traceId":"1","id":"2","timestamp":3,"localEndpoint":{}}]', {}, { key: 'zipkin' }],
    ['a page', '<!doctype html><p>404', {}, { key: 'html' }],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), { byte: 0 }, { key: 'binary' }],
    ['a zip archive', Uint8Array.of(0x50, 0x4b, 3, 4, 0), {}, { key: 'zip' }],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0), {}, { key: 'zstd' }],
    ['Latin-1', Uint8Array.of(0x7b, 0x22, 0xe9, 0x22, 0x7d), { byte: 2 }, { key: 'utf8' }],
    [
      'JSON that is cut off',
      '{\n  "resourceSpans": [\n    {',
      { line: 3, column: 6 },
      { key: 'json', near: '"resourceSpans": [ {' },
    ],
  ])('%s', async (_, content, place, reason) => {
    expect(await problem(content)).toEqual({ file: 'trace.json', place, reason: expect.objectContaining(reason) });
  });

  test('only bad spans: the first problem', async () => {
    expect(await problem(JSON.stringify(wireRequest([wireSpan({ traceId: '' })])))).toMatchObject({
      place: { path: 'resourceSpans[0].scopeSpans[0].spans[0].traceId' },
      reason: { key: 'rule' },
    });
  });
});

describe('jsonFault', () => {
  test.each([
    ['{"a": oops}', 6],
    ['{"a":1,}', 7],
    ['[1 2]', 3],
    ['{a:1}', 1],
    ['[1]]', 3],
    ['[1}', 2],
    ['["a\tb"]', 3],
    ['["\\x"]', 2],
    ['[nul', 4],
    ['[1,"two', 7],
    ['', 0],
    ['tru', 3],
    ['+1', 0],
    ['TRUE', 0],
  ])('%s', (text, at) => {
    expect(jsonFault(text)).toBe(at);
  });

  test('agrees with the parser on what is JSON', () => {
    const texts = fc.oneof(
      fc.json(),
      fc
        .array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.', 'e', 'true', '"', '\\u12', ' '))
        .map((all) => all.join('')),
      fc.tuple(fc.json(), fc.nat(30)).map(([text, at]) => text.slice(0, at)),
    );
    fc.assert(
      fc.property(texts, (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        const fault = jsonFault(text);
        expect(fault < 0).toBe(valid);
        expect(fault).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1000 },
    );
  });
});

test('UTF-16, as some shells write it, is text', () => {
  expect(textOf(Uint8Array.of(0xff, 0xfe, 0x7b, 0, 0x7d, 0))).toBe('{}');
  expect(textOf(Uint8Array.of(0xfe, 0xff, 0, 0x7b, 0, 0x7d))).toBe('{}');
});

test('never throws, whatever the bytes', async () => {
  const bytes = fc.uint8Array({ maxLength: 60 });
  const near = fc
    .tuple(fc.nat(good.length - 1), fc.string({ maxLength: 3 }))
    .map(([at, text]) => utf8(good.slice(0, at) + text + good.slice(at + text.length)));
  await fc.assert(
    fc.asyncProperty(fc.oneof(bytes, near), async (content) => {
      expect(typeof (await read(content)).ok).toBe('boolean');
    }),
  );
});
