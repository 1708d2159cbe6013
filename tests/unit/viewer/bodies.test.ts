import { describe, expect, test } from 'vitest';
import { answerWords, pathOf, rejectedCount } from '../../../src/viewer/exchange-words.ts';
import { hexDump } from '../../../src/viewer/hex.ts';
import { indentJson } from '../../../src/viewer/json-text.ts';
import { paneWords } from '../../../src/viewer/strings-panes.ts';
import { translator } from '../../../src/viewer/strings.ts';
import type { Exchange } from '../../../src/sandbox/contract.ts';

const t = paneWords(translator('en'));
const exchange = (status: number, responseBody = ''): Exchange => ({
  id: 1,
  signal: 'traces',
  method: 'POST',
  url: 'http://localhost:4318/v1/traces',
  contentType: 'application/json',
  headers: [],
  body: new Uint8Array(),
  status,
  responseHeaders: [],
  responseBody,
  telemetry: { spans: [], metrics: [], logs: [] },
  atMs: 0,
});

describe('a JSON body', () => {
  test('is set out as JSON.stringify would', () => {
    const value = { a: [1, 'two', { three: null, four: [] }], b: {}, c: 'with "quotes", [brackets] and \\' };
    expect(indentJson(JSON.stringify(value), 10_000)).toEqual({
      text: JSON.stringify(value, undefined, 2),
      cut: false,
    });
  });

  test('keeps long numbers and repeated keys as they were sent', () => {
    expect(indentJson('{"n":12345678901234567890,"n":1.0}', 1000).text).toBe(
      '{\n  "n": 12345678901234567890,\n  "n": 1.0\n}',
    );
  });

  test('is cut at the limit, inside a string too', () => {
    expect(indentJson(`{"a":"${'x'.repeat(500)}"}`, 20)).toEqual({ text: '{\n  "a": "xxxxxxxxxx', cut: true });
    expect(indentJson('[1,2,3]', 5).cut).toBe(true);
  });

  test('stays readable when it is broken', () => {
    expect(indentJson(']}{"a":', 100).text).toContain('"a": ');
    expect(indentJson('"never closed', 100).text).toBe('"never closed');
  });
});

describe('a binary body', () => {
  test('is dumped with its places and letters', () => {
    const [first, second] = hexDump(new TextEncoder().encode('span\u0000 of the day!')).split('\n');
    expect(first).toBe('0000  73 70 61 6e 00 20 6f 66  20 74 68 65 20 64 61 79  span· of the day');
    expect(second).toBe(`0010  21${' '.repeat(48)}!`);
  });
});

describe('what an answer means', () => {
  test.each([
    [exchange(200), '200 accepted', 'good'],
    [exchange(200, '{"partialSuccess":{}}'), '200 accepted', 'good'],
    [exchange(200, '{"partialSuccess":{"rejectedSpans":"3"}}'), '200 partial success, 3 rejected', 'warn'],
    [exchange(429), '429 will be retried', 'warn'],
    [exchange(503), '503 will be retried', 'warn'],
    [exchange(400), '400 refused, will not be retried', 'bad'],
    [exchange(500), '500 refused, will not be retried', 'bad'],
    [exchange(0), 'no answer', 'warn'],
  ])('%#', (one, text, tone) => {
    expect(answerWords(one, t)).toEqual({ text, tone });
  });

  test('a rejected count may be a number or a string, and 0 is a warning without loss', () => {
    expect(rejectedCount('{"partialSuccess":{"rejectedDataPoints": 12}}')).toBe('12');
    expect(rejectedCount('{"partialSuccess":{"rejectedLogRecords":"0","errorMessage":"slow down"}}')).toBeUndefined();
    expect(rejectedCount('nonsense')).toBeUndefined();
  });

  test('only the path of an address is shown', () => {
    expect(pathOf('http://localhost:4318/v1/traces?x=1')).toBe('/v1/traces');
    expect(pathOf('/v1/logs')).toBe('/v1/logs');
    expect(pathOf('http://[')).toBe('http://[');
  });
});
