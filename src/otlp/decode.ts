/**
 * From the wire to `Telemetry`.
 *
 * Two kinds of fault are told apart. Data that has no readable shape (not JSON, not protobuf, an envelope, resource or
 * scope that is wrong) throws `OtlpError`: the whole request is bad. A single span, data point or log record that breaks
 * a rule is left out and counted in `rejected`, as a partial success reports it; everything else is kept.
 */
import { inside, OtlpError } from './error.ts';
import { MAX_PROBLEMS } from './limits.ts';
import { readLogRecord } from './logs.ts';
import { countPoints, readMetric } from './metrics.ts';
import { readSpan } from './spans.ts';
import type { LogRecord, Metric, Resource, Scope, Signal, Span, Telemetry } from './telemetry.ts';
import { attributes, items, list, message, optional, string, uint32 } from './values.ts';
import type { Wire } from './values.ts';

/** What was left out of a decoded request. */
export interface Rejected {
  /** How many spans, data points and log records. */
  readonly count: number;
  /** The first problem as a sentence with its place; `''` when `count` is 0. */
  readonly message: string;
  /** The first problems, at most `MAX_PROBLEMS`. */
  readonly problems: readonly OtlpError[];
}

export interface Decoded {
  readonly telemetry: Telemetry;
  readonly rejected: Rejected;
}

/** Nothing at all. */
export const NO_TELEMETRY: Telemetry = { spans: [], metrics: [], logs: [] };

/** The names of the three nested lists of each signal. */
const ENVELOPES = {
  traces: ['resourceSpans', 'scopeSpans', 'spans'],
  metrics: ['resourceMetrics', 'scopeMetrics', 'metrics'],
  logs: ['resourceLogs', 'scopeLogs', 'logRecords'],
} as const;

const SIGNALS: readonly Signal[] = ['traces', 'metrics', 'logs'];

/**
 * Reads parsed OTLP: an `ExportTraceServiceRequest` or its siblings, `TracesData`, or an object that holds several
 * signals as golden runs do. Only the named signals are looked at. Throws `OtlpError` for a bad envelope.
 */
export function decodeObject(raw: unknown, signals: readonly Signal[] = SIGNALS): Decoded {
  const spans: Span[] = [];
  const metrics: Metric[] = [];
  const logs: LogRecord[] = [];
  const problems: OtlpError[] = [];
  let count = 0;
  function reject(error: OtlpError, cost: number): void {
    count += cost;
    if (problems.length < MAX_PROBLEMS) problems.push(error);
  }
  const root = message(raw, 'body');
  for (const signal of signals) {
    const [, , itemsName] = ENVELOPES[signal];
    eachScope(root, signal, (scopeWire, resource, scope, place) => {
      for (const [index, item] of items(scopeWire, itemsName).entries()) {
        try {
          const wire = message(item, '');
          if (signal === 'traces') spans.push(readSpan(wire, resource, scope));
          else if (signal === 'logs') logs.push(readLogRecord(wire, resource, scope));
          else {
            const rejectPoint = (error: OtlpError): void =>
              reject(inside(`${place()}.${itemsName}[${index}]`, error), 1);
            metrics.push(readMetric(wire, resource, scope, rejectPoint));
          }
        } catch (error) {
          const cost = signal === 'metrics' ? countPoints(item) : 1;
          reject(inside(`${place()}.${itemsName}[${index}]`, error), cost);
        }
      }
    });
  }
  return { telemetry: { spans, metrics, logs }, rejected: { count, message: problems[0]?.message ?? '', problems } };
}

type VisitScope = (wire: Wire, resource: Resource, scope: Scope, place: () => string) => void;

function eachScope(root: Wire, signal: Signal, visit: VisitScope): void {
  const [resourcesName, scopesName] = ENVELOPES[signal];
  let resourceIndex = 0;
  list(root, resourcesName, (resourceWire) => {
    const resource = readResource(resourceWire);
    const outer = `${resourcesName}[${resourceIndex}]`;
    resourceIndex += 1;
    let scopeIndex = 0;
    list(resourceWire, scopesName, (scopeWire) => {
      const index = scopeIndex;
      scopeIndex += 1;
      visit(scopeWire, resource, readScope(scopeWire), () => `${outer}.${scopesName}[${index}]`);
    });
  });
}

function readResource(envelope: Wire): Resource {
  const wire = optional(envelope, 'resource') ?? {};
  try {
    return {
      attributes: attributes(wire),
      droppedAttributesCount: uint32(wire, 'droppedAttributesCount'),
      schemaUrl: string(envelope, 'schemaUrl'),
    };
  } catch (error) {
    throw inside('resource', error);
  }
}

function readScope(envelope: Wire): Scope {
  const wire = optional(envelope, 'scope') ?? {};
  try {
    return {
      name: string(wire, 'name'),
      version: string(wire, 'version'),
      attributes: attributes(wire),
      droppedAttributesCount: uint32(wire, 'droppedAttributesCount'),
      schemaUrl: string(envelope, 'schemaUrl'),
    };
  } catch (error) {
    throw inside('scope', error);
  }
}

/** Reads OTLP JSON text. Throws `OtlpError` when it is not JSON or its envelope is wrong. */
export function decodeJson(text: string, signals: readonly Signal[] = SIGNALS): Decoded {
  let raw: unknown;
  try {
    raw = JSON.parse(quoteLongIntegers(text));
  } catch (error) {
    throw new OtlpError('', `The body is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
  return decodeObject(raw, signals);
}

/** A number token of JSON, at `lastIndex`. */
const NUMBER = /-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

/**
 * 64-bit integers may be written as JSON numbers, which `JSON.parse` would round beyond 2^53. Those with 16 digits and
 * more are put in quotes first; the readers take both forms.
 */
export function quoteLongIntegers(text: string): string {
  // Nearly always there is none: senders write strings. Then the text is not walked through.
  if (!/[:,[]\s*-?\d{16}/.test(text)) return text;
  const number = new RegExp(NUMBER);
  let result = '';
  let copied = 0;
  let at = 0;
  while (at < text.length) {
    const char = text.charCodeAt(at);
    if (char === 0x22) {
      at = endOfString(text, at);
      continue;
    }
    if (char !== 0x2d && (char < 0x30 || char > 0x39)) {
      at += 1;
      continue;
    }
    number.lastIndex = at;
    const token = number.exec(text)?.[0] ?? '-';
    if (token.length >= 16 && /^-?\d+$/.test(token)) {
      result += `${text.slice(copied, at)}"${token}"`;
      copied = at + token.length;
    }
    at += token.length;
  }
  return result + text.slice(copied);
}

/** The position after the string literal that begins at `start`. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text.charCodeAt(at);
    if (char === 0x5c) at += 1;
    else if (char === 0x22) return at + 1;
  }
  return text.length;
}

/** Text of a UTF-8 body. Throws `OtlpError` when it is not UTF-8. */
export function utf8(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new OtlpError('', 'The body is not UTF-8 text.');
  }
}

/**
 * Reads the body of an OTLP/HTTP request. `contentType` decides between JSON and protobuf; the protobuf reader is loaded
 * when the first such body arrives. Throws (rejects with) `OtlpError` for another content type or an unreadable body.
 */
export async function decodeExport(signal: Signal, contentType: string, body: Uint8Array): Promise<Decoded> {
  const encoding = encodingOf(contentType);
  if (encoding === 'json') return decodeJson(utf8(body), [signal]);
  if (encoding === 'protobuf') return (await import('./protobuf.ts')).decodeProtobuf(signal, body);
  throw new OtlpError('', `The content type "${contentType}" is neither application/json nor application/x-protobuf.`);
}

/** How a body of this content type is encoded; undefined for a type that OTLP/HTTP does not have. */
export function encodingOf(contentType: string): 'json' | 'protobuf' | undefined {
  const type = contentType.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/json') return 'json';
  return type === 'application/x-protobuf' ? 'protobuf' : undefined;
}
