import { describe, expect, test } from 'vitest';
import { placeText, problemText, reasonText } from '../../../src/components/traces/problem-words.ts';
import { ofTrace, otlpParts } from '../../../src/components/traces/save.ts';
import { sampleTelemetry } from '../../../src/components/traces/sample.ts';
import { fileNameOf, sameOrigin, searchOf, sourceOf } from '../../../src/components/traces/source.ts';
import { TRACES_WORDS } from '../../../src/components/traces/words.ts';
import { plainSpan, readTraceFile } from '../../../src/import/index.ts';
import type { Reason } from '../../../src/import/result.ts';
import { decodeJson } from '../../../src/otlp/index.ts';
import { buildForest, serviceName, siblingGroups, summary } from '../../../src/trace/index.ts';
import { wireRequest, wireSpan } from '../otlp/sample.ts';

describe('the sample', () => {
  const telemetry = sampleTelemetry();
  const forest = buildForest(telemetry.spans);

  test('is a buyer’s error in five services, with its cause', () => {
    expect(summary(forest)).toMatchObject({ traceCount: 3, errorCount: 9 });
    expect(summary(forest).services.toSorted()).toEqual([
      'checkout',
      'frontend',
      'inventory',
      'notification',
      'payment',
    ]);
    expect(forest.spans[0]).toMatchObject({ name: 'POST /cart/buy', status: { code: 'error' } });
    expect(forest.pending.every((pending) => pending === 0)).toBe(true);
    const deepest = forest.spans.filter(({ events }) => events.some(({ name }) => name === 'exception'));
    expect(deepest.map((span) => [serviceName(span), span.name])).toEqual([
      ['payment', 'acquire connection'],
      ['payment', 'acquire connection'],
    ]);
    expect(siblingGroups(forest).map(({ count }) => count)).toEqual([6, 5]);
  });

  test('is the same at every opening, so that links into it hold', () => {
    expect(sampleTelemetry()).toEqual(telemetry);
  });

  test('children lie within their parents, and logs within their spans', () => {
    const byId = new Map(telemetry.spans.map((span) => [span.spanId, span]));
    expect(byId.size).toBe(telemetry.spans.length);
    for (const span of telemetry.spans) {
      const parent = byId.get(span.parentSpanId) ?? span;
      expect(span.startTimeUnixNano).toBeGreaterThanOrEqual(parent.startTimeUnixNano);
      expect(span.endTimeUnixNano).toBeLessThanOrEqual(parent.endTimeUnixNano);
    }
    for (const { spanId, timeUnixNano } of telemetry.logs) {
      expect(timeUnixNano).toBeLessThanOrEqual(byId.get(spanId)?.endTimeUnixNano ?? 0n);
    }
  });

  test('saved and opened again it is the same', async () => {
    const text = (await otlpParts(telemetry)).join('');
    const file = await readTraceFile('saved.json', new TextEncoder().encode(text));
    expect(file.ok && file.leftOut.count).toBe(0);
    // Items stand by resource in a file; which ones there are is what counts.
    const there = file.ok ? file.telemetry : { spans: [], metrics: [], logs: [] };
    expect(buildForest(there.spans).spans.map(plainSpan)).toEqual(forest.spans);
    expect(there.metrics).toHaveLength(telemetry.metrics.length);
    expect(new Set(there.logs.map(({ timeUnixNano }) => timeUnixNano))).toEqual(
      new Set(telemetry.logs.map(({ timeUnixNano }) => timeUnixNano)),
    );
  });

  test('one trace of it has its own spans and logs', async () => {
    const [root] = forest.spans;
    const { spans, logs, metrics } = ofTrace(telemetry, root?.traceId ?? '');
    expect(new Set(spans.map(({ name }) => name)).has('nightly report')).toBe(false);
    expect([spans.length > 20, logs.length, metrics.length]).toEqual([true, 6, 0]);
    expect(decodeJson((await otlpParts({ spans: [], logs: [], metrics: [] })).join('')).rejected.count).toBe(0);
  });
});

describe('addresses', () => {
  test.each([
    ['', undefined],
    ['?sample', { kind: 'sample' }],
    ['?src=', undefined],
    ['?src=/a%20b.json&x=1', { kind: 'address', src: '/a b.json' }],
  ] as const)('%s', (search, source) => {
    expect(sourceOf(search)).toEqual(source);
  });

  test('what has an address comes back from it, what has none leaves none', () => {
    const address = { kind: 'address', src: '/a&b=c.json' } as const;
    expect(sourceOf(searchOf(address))).toEqual(address);
    expect(sourceOf(searchOf({ kind: 'sample' }))).toEqual({ kind: 'sample' });
    expect(searchOf({ kind: 'text', text: 'x' })).toBe('');
  });

  test('only this origin is read', () => {
    const page = 'https://guide.example/traces/';
    expect(sameOrigin('../run.json', page)?.href).toBe('https://guide.example/run.json');
    expect(sameOrigin('https://guide.example/x', page)?.href).toBe('https://guide.example/x');
    for (const other of [
      'https://evil.example/x',
      '//evil.example/x',
      'data:,x',
      'javascript:1',
      'http://guide.example/',
    ]) {
      expect(sameOrigin(other, page)).toBeUndefined();
    }
    expect(fileNameOf(new URL('https://a/b/%E8%BF%BD.json?x'))).toBe('追.json');
    expect(fileNameOf(new URL('https://a/b/%E8.json'))).toBe('%E8.json');
  });
});

describe('words', () => {
  test('a place and a reason are one sentence in each language', () => {
    const problem = { file: 'a', place: { line: 3, column: 7 }, reason: { key: 'json', near: 'oops' } } as const;
    expect(problemText(problem, 'en')).toBe('Line 3, column 7: This is not valid JSON, near “oops”.');
    expect(problemText(problem, 'zh-CN')).toBe('第 3 行，第 7 列：不是合法的 JSON，附近是“oops”。');
    expect(placeText({ path: 'resourceSpans[0]' }, 'en')).toBe('resourceSpans[0]');
    expect(placeText({}, 'en')).toBe('');
  });

  test('every reason ends as a sentence of its language', () => {
    const reasons: readonly Reason[] = [
      ...(['empty', 'binary', 'utf8', 'gzip', 'zip', 'zstd', 'zipkin', 'snakeCase', 'html'] as const).map((key) => ({
        key,
      })),
      { key: 'rule', text: 'must not be empty' },
      { key: 'json', near: '' },
      { key: 'unknown', names: '' },
      { key: 'unknown', names: 'a, b' },
      { key: 'tooLong', limit: 1 << 20 },
    ];
    for (const reason of reasons) {
      expect(reasonText(reason, 'en')).toMatch(/^[A-Z][^\u4e00-\u9fff]*\.$/);
      expect(reasonText(reason, 'zh-CN')).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  test('the rules that files break are said in Chinese too', async () => {
    const broken = [
      { traceId: 'x' },
      { traceId: '' },
      { name: '' },
      { name: 5 },
      { kind: 'SERVER' },
      { startTimeUnixNano: 'now' },
      { startTimeUnixNano: '-1' },
      { endTimeUnixNano: 0 },
      { endTimeUnixNano: '1' },
      { attributes: 5 },
      { attributes: [5] },
      { attributes: [{ key: 'a', value: { boolValue: 'x' } }] },
      { attributes: [{ key: 'a', value: { bytesValue: '!' } }] },
      { attributes: [{ key: 'a', value: { doubleValue: 'x' } }] },
      { status: 5 },
    ];
    for (const changes of broken) {
      const text = JSON.stringify(wireRequest([wireSpan(changes)]));
      const file = await readTraceFile('a', new TextEncoder().encode(text));
      const reason: Reason = file.ok ? { key: 'empty' } : file.problem.reason;
      expect(file.ok).toBe(false);
      expect(reasonText(reason, 'zh-CN')).toMatch(/[\u4e00-\u9fff].*。$/);
    }
  });

  test('what is open is said with what it holds', () => {
    const counts = { spans: 1, errors: 0, traces: 1, services: 1, metrics: 0, logs: 0 };
    expect(TRACES_WORDS.en.opened('a.json', counts, '5 ms')).toBe('a.json: 1 span, 5 ms.');
    const more = { spans: 1200, errors: 2, traces: 3, services: 4, metrics: 1, logs: 5 };
    expect(TRACES_WORDS['zh-CN'].opened('a.json', more, '5 ms')).toBe(
      'a.json：1,200 个 span，2 个错误，3 条追踪，4 个服务，1 个指标，5 条日志，5 ms。',
    );
    expect(TRACES_WORDS.en.opened('a', { ...counts, spans: 0, logs: 2 }, '')).toBe('a: 2 log records.');
  });
});
