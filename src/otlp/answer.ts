/**
 * What a collector answers to an OTLP/HTTP request.
 *
 * Sources: OTLP specification, "OTLP/HTTP Response", "Failures" and "Partial Success"; the codes for a wrong method,
 * path and content type are the Collector's own.
 */
import { decodeExport, encodingOf, NO_TELEMETRY } from './decode.ts';
import type { Rejected } from './decode.ts';
import { OtlpError } from './error.ts';
import { MAX_BODY_BYTES } from './limits.ts';
import type { Signal, Telemetry } from './telemetry.ts';

/** A request as it arrived. */
export interface ExportRequest {
  readonly method: string;
  /** A path such as `/v1/traces` or a whole URL. */
  readonly url: string;
  readonly contentType: string;
  /** `gzip`, `identity`, or `''` for none. */
  readonly contentEncoding?: string;
  readonly body: Uint8Array;
}

/** A response, ready to be given to `fetch`. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array<ArrayBuffer>;
  /** The body in words: JSON whatever the encoding, or the plain text. */
  readonly text: string;
}

export interface ExportAnswer extends HttpAnswer {
  /** What the path stands for; undefined for a path that OTLP does not know. */
  readonly signal: Signal | undefined;
  /** What was accepted. */
  readonly telemetry: Telemetry;
  /** Why something or everything was not accepted: one sentence with its place. */
  readonly problem?: string;
}

/** An answer that a lesson dictates in place of the real one. */
export interface AnswerRule {
  /** HTTP status code; 200 with `rejected` is a partial success. */
  readonly status: number;
  /** The `Retry-After` header: seconds or an HTTP date. */
  readonly retryAfter?: string;
  /** Items refused in a partial success, and why. */
  readonly rejected?: { readonly count: number; readonly message: string };
}

const PATHS: Readonly<Record<string, Signal>> = {
  '/v1/traces': 'traces',
  '/v1/metrics': 'metrics',
  '/v1/logs': 'logs',
};

const REJECTED_NAMES = {
  traces: 'rejectedSpans',
  metrics: 'rejectedDataPoints',
  logs: 'rejectedLogRecords',
} as const;

/** Codes of google.rpc.Code that belong to an HTTP status (google/rpc/code.proto gives the pairs). */
const RPC_CODES: Readonly<Record<number, number>> = {
  400: 3,
  401: 16,
  403: 7,
  404: 5,
  413: 8,
  429: 8,
  500: 13,
  502: 14,
  503: 14,
  504: 4,
};
const RPC_UNKNOWN = 2;

const SENTENCES: Readonly<Record<number, string>> = {
  429: 'The receiver is too busy; send again later.',
  500: 'The receiver failed; sending again will not help.',
  502: 'A gateway before the receiver got no valid answer.',
  503: 'The receiver is not available; send again later.',
  504: 'A gateway before the receiver got no answer in time.',
};

/** The signal that a URL or path stands for. Exact, as the Collector's routes are. */
export function signalOf(url: string): Signal | undefined {
  const path = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return Object.hasOwn(PATHS, path) ? PATHS[path] : undefined;
}

/**
 * Answers one export as a collector would, and says what it accepted.
 *
 * An unreadable body, or one in which nothing is acceptable, is answered 400; where only some items are bad the others are
 * accepted and the answer is a partial success. Never throws for anything a sender can do.
 */
export async function answerExport(request: ExportRequest): Promise<ExportAnswer> {
  const signal = signalOf(request.url);
  if (signal === undefined) {
    const known = Object.keys(PATHS).join(', ');
    return refusal(signal, plain(404, `There is nothing at this path; OTLP/HTTP has ${known}.`));
  }
  if (request.method.toUpperCase() !== 'POST') {
    return refusal(signal, plain(405, `OTLP/HTTP is always POST, not ${request.method}.`, ['allow', 'POST']));
  }
  if (encodingOf(request.contentType) === undefined) {
    const sentence = `The content type must be application/json or application/x-protobuf, not "${request.contentType}".`;
    return refusal(signal, plain(415, sentence));
  }
  try {
    const body = await decompress(request.body, request.contentEncoding ?? '');
    const { telemetry, rejected } = await decodeExport(signal, request.contentType, body);
    const kept = telemetry.spans.length + telemetry.metrics.length + telemetry.logs.length;
    if (rejected.count > 0 && kept === 0) throw new OtlpError('', rejected.message);
    return accepted(signal, request.contentType, telemetry, rejected);
  } catch (error) {
    if (!(error instanceof OtlpError)) throw error;
    const status = error instanceof TooLarge ? 413 : 400;
    return refusal(signal, failure(status, error.message, request.contentType), error.message);
  }
}

/**
 * The response that a rule dictates, in the encoding of the request. `signal` decides what refused items are called.
 * A `contentType` that OTLP does not have is answered in JSON.
 */
export function renderAnswer(rule: AnswerRule, contentType: string, signal: Signal = 'traces'): HttpAnswer {
  const answer =
    rule.status >= 200 && rule.status < 300
      ? success(rule.status, contentType, signal, rule.rejected)
      : failure(rule.status, SENTENCES[rule.status] ?? `The receiver answers ${rule.status}.`, contentType);
  if (rule.retryAfter === undefined) return answer;
  return { ...answer, headers: [...answer.headers, ['retry-after', rule.retryAfter]] };
}

function accepted(signal: Signal, contentType: string, telemetry: Telemetry, rejected: Rejected): ExportAnswer {
  if (rejected.count === 0) return { ...success(200, contentType, signal, undefined), signal, telemetry };
  const answer = success(200, contentType, signal, rejected);
  return { ...answer, signal, telemetry, problem: rejected.message };
}

function refusal(signal: Signal | undefined, answer: HttpAnswer, problem = answer.text): ExportAnswer {
  return { ...answer, signal, telemetry: NO_TELEMETRY, problem };
}

function plain(status: number, sentence: string, header?: readonly [string, string]): HttpAnswer {
  const type = ['content-type', 'text/plain; charset=utf-8'] as const;
  return {
    status,
    headers: header ? [type, header] : [type],
    body: new TextEncoder().encode(sentence),
    text: sentence,
  };
}

/** An `ExportTraceServiceResponse` or one of its siblings; empty when everything was accepted. */
function success(status: number, contentType: string, signal: Signal, rejected: AnswerRule['rejected']): HttpAnswer {
  const partialSuccess = rejected && {
    [REJECTED_NAMES[signal]]: rejected.count === 0 ? undefined : String(rejected.count),
    errorMessage: rejected.message,
  };
  const binary = rejected ? lengthDelimited(1, countAndText(rejected.count, rejected.message)) : [];
  return encoded(status, contentType, { partialSuccess }, binary);
}

/** A google.rpc.Status. */
function failure(status: number, sentence: string, contentType: string): HttpAnswer {
  const code = RPC_CODES[status] ?? RPC_UNKNOWN;
  return encoded(status, contentType, { code, message: sentence }, countAndText(code, sentence));
}

function encoded(status: number, contentType: string, json: object, binary: readonly number[]): HttpAnswer {
  const text = JSON.stringify(json);
  const protobuf = encodingOf(contentType) === 'protobuf';
  return {
    status,
    headers: [['content-type', protobuf ? 'application/x-protobuf' : 'application/json']],
    body: protobuf ? Uint8Array.from(binary) : new TextEncoder().encode(text),
    text,
  };
}

/**
 * Protobuf of the two messages that an answer may hold. By luck they are alike: field 1 is an integer, field 2 a string,
 * in google.rpc.Status (code, message) as in every partial success (rejected items, error message).
 */
function countAndText(count: number, sentence: string): readonly number[] {
  const first = count === 0 ? [] : [0x08, ...varint(count)];
  return sentence === '' ? first : [...first, ...lengthDelimited(2, [...new TextEncoder().encode(sentence)])];
}

function lengthDelimited(field: number, content: readonly number[]): readonly number[] {
  return [(field << 3) | 2, ...varint(content.length), ...content];
}

function varint(value: number): readonly number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

class TooLarge extends OtlpError {
  constructor() {
    super('', `The body is longer than ${MAX_BODY_BYTES} bytes.`);
  }
}

/** The body without its compression. The size limit holds before and after, so a small bomb is not unpacked. */
async function decompress(body: Uint8Array, encoding: string): Promise<Uint8Array> {
  if (body.length > MAX_BODY_BYTES) throw new TooLarge();
  const name = encoding.trim().toLowerCase();
  if (name === '' || name === 'identity') return body;
  if (name !== 'gzip' && name !== 'deflate') {
    throw new OtlpError('', `The content encoding "${encoding}" is not supported; use gzip or none.`);
  }
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([body.slice()]).stream().pipeThrough(new DecompressionStream(name)).getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > MAX_BODY_BYTES) throw new TooLarge();
      parts.push(value);
    }
  } catch (error) {
    if (error instanceof OtlpError) throw error;
    throw new OtlpError('', `The body is not valid ${name}.`);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
