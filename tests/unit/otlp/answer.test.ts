import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { answerExport, renderAnswer, signalOf } from '../../../src/otlp/answer.ts';
import { MAX_BODY_BYTES } from '../../../src/otlp/limits.ts';
import { json, wireRequest, wireSpan } from './sample.ts';

const JSON_TYPE = 'application/json';
const PROTOBUF_TYPE = 'application/x-protobuf';
const post = { method: 'POST', url: '/v1/traces', contentType: JSON_TYPE };
const good = json(wireRequest([wireSpan()]));

describe('answerExport', () => {
  test('accepts a good request with an empty answer', async () => {
    const answer = await answerExport({ ...post, body: good });
    expect(answer).toMatchObject({ status: 200, signal: 'traces', text: '{}', headers: [['content-type', JSON_TYPE]] });
    expect(answer.telemetry.spans).toHaveLength(1);
    expect(answer.problem).toBeUndefined();
    const binary = await answerExport({ ...post, contentType: PROTOBUF_TYPE, body: new Uint8Array() });
    expect(binary).toMatchObject({ status: 200, headers: [['content-type', PROTOBUF_TYPE]] });
    expect(binary.body).toHaveLength(0);
  });

  test('answers a partial success when some spans are bad', async () => {
    const body = json(wireRequest([wireSpan(), wireSpan({ name: '' })]));
    const answer = await answerExport({ ...post, body });
    const sentence = 'resourceSpans[0].scopeSpans[0].spans[1].name: must not be empty';
    expect(answer.status).toBe(200);
    expect(JSON.parse(new TextDecoder().decode(answer.body))).toEqual({
      partialSuccess: { rejectedSpans: '1', errorMessage: sentence },
    });
    expect(answer.problem).toBe(sentence);
    expect(answer.telemetry.spans).toHaveLength(1);
  });

  test('answers 400 with a google.rpc.Status when nothing is acceptable', async () => {
    for (const body of [json(wireRequest([wireSpan({ traceId: 'x' })])), json([]), new TextEncoder().encode('{')]) {
      const answer = await answerExport({ ...post, body });
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text)).toEqual({ code: 3, message: answer.problem });
      expect(answer.telemetry.spans).toEqual([]);
    }
    const binary = await answerExport({ ...post, contentType: PROTOBUF_TYPE, body: Uint8Array.of(0x0b) });
    expect(binary.status).toBe(400);
    expect([...binary.body.subarray(0, 3)]).toEqual([0x08, 3, 0x12]);
    expect(new TextDecoder().decode(binary.body.subarray(binary.body.length - 10))).toBe(binary.problem?.slice(-10));
  });

  test('knows three paths and nothing else', async () => {
    expect(signalOf('http://localhost:4318/v1/logs?x=1#y')).toBe('logs');
    expect(signalOf('/v1/metrics')).toBe('metrics');
    for (const url of ['/', '/v1/traces/', '/v1/profiles', 'http://h/otlp/v1/traces', '/constructor', '/V1/TRACES']) {
      expect((await answerExport({ ...post, url, body: good })).status).toBe(404);
    }
  });

  test('refuses other methods, types, encodings', async () => {
    expect(await answerExport({ ...post, method: 'GET', body: good })).toMatchObject({ status: 405, signal: 'traces' });
    expect((await answerExport({ ...post, contentType: 'text/plain', body: good })).status).toBe(415);
    expect((await answerExport({ ...post, contentType: '', body: good })).status).toBe(415);
    expect((await answerExport({ ...post, contentEncoding: 'br', body: good })).status).toBe(400);
    expect((await answerExport({ ...post, contentEncoding: 'gzip', body: good })).problem).toBe(
      'The body is not valid gzip.',
    );
  });

  test('unpacks gzip', async () => {
    const answer = await answerExport({ ...post, contentEncoding: 'gzip', body: gzipSync(good) });
    expect(answer.telemetry.spans).toHaveLength(1);
  });

  test('answers 413 above the limit, before and after unpacking', async () => {
    const big = new Uint8Array(MAX_BODY_BYTES + 1);
    expect((await answerExport({ ...post, body: big })).status).toBe(413);
    const bomb = await answerExport({ ...post, contentEncoding: 'gzip', body: gzipSync(big) });
    expect(bomb.status).toBe(413);
    expect(JSON.parse(bomb.text)).toMatchObject({ code: 8 });
  });
});

describe('renderAnswer', () => {
  test('says when to come back', () => {
    const answer = renderAnswer({ status: 503, retryAfter: '2' }, JSON_TYPE);
    expect(answer.headers).toContainEqual(['retry-after', '2']);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 14 });
  });

  test('names refused items by signal', () => {
    const rejected = { count: 300, message: 'no room' };
    expect(renderAnswer({ status: 200, rejected }, JSON_TYPE, 'metrics').text).toBe(
      '{"partialSuccess":{"rejectedDataPoints":"300","errorMessage":"no room"}}',
    );
    const { body } = renderAnswer({ status: 200, rejected }, PROTOBUF_TYPE, 'logs');
    expect([...body]).toEqual([0x0a, 12, 0x08, 0xac, 0x02, 0x12, 7, ...new TextEncoder().encode('no room')]);
  });

  test('a warning has a message and no count', () => {
    const rejected = { count: 0, message: 'old names' };
    expect(renderAnswer({ status: 200, rejected }, JSON_TYPE).text).toBe(
      '{"partialSuccess":{"errorMessage":"old names"}}',
    );
  });

  test('an unknown status still has a sentence', () => {
    expect(renderAnswer({ status: 418 }, 'text/plain').text).toBe('{"code":2,"message":"The receiver answers 418."}');
  });
});
