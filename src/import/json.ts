/** Text: one JSON value, or JSON Lines. */
import { quoteLongIntegers } from '../otlp/decode.ts';
import { textOf } from './bytes.ts';
import type { Collection } from './collect.ts';
import { isJaegerTrace, readJaeger } from './jaeger.ts';
import { jsonFault } from './json-fault.ts';
import { isOtlp, readOtlp } from './otlp.ts';
import { Refusal } from './result.ts';
import type { OnProgress, Place, Reason } from './result.ts';
import { Scanner } from './scan.ts';

/** Reads a text in UTF-8 of any format that is known. Throws `Refusal` when nothing of it can be. */
export function readText(bytes: Uint8Array, into: Collection, onProgress?: OnProgress): void {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  if (isBlank(bytes, start, bytes.length)) throw new Refusal({ key: 'empty' });
  const scanner = new Scanner(bytes, into, onProgress);
  const mark = into.mark();
  const end = scanner.scan(start, {});
  if (end >= 0 && isBlank(bytes, end, bytes.length)) return;
  into.cut(mark);
  // What ends before the text does is the first of several values.
  if (end < 0) {
    onProgress?.({ stage: 'parse', done: 0, total: bytes.length });
    const text = textOf(bytes);
    const whole = parse(text);
    if (whole.ok) {
      readValue(whole.value, into, onProgress);
      return;
    }
    if (/^\s*</.test(text)) throw new Refusal({ key: 'html' });
  }
  if (!readLines(bytes, start, scanner, into, onProgress)) throw new Refusal(...syntaxError(textOf(bytes)));
}

/** Whether there is nothing but white space between two places. */
function isBlank(bytes: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte !== 0x20 && (byte < 0x09 || byte > 0x0d)) return false;
  }
  return true;
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parse(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(quoteLongIntegers(text)) };
  } catch {
    return { ok: false };
  }
}

/** One parsed value, whatever it is. Throws `Refusal`. */
function readValue(raw: unknown, into: Collection, onProgress?: OnProgress): void {
  if (Array.isArray(raw)) {
    if (raw.length > 0 && raw.every(isJaegerTrace)) {
      readJaeger(raw, into, (index) => `[${index}]`, {}, onProgress);
      return;
    }
    if (raw.some((item) => isObject(item) && isOtlp(item))) {
      for (const [index, item] of raw.entries()) {
        const place = { path: `[${index}]` };
        if (isObject(item) && isOtlp(item)) readOtlp(item, into, place, onProgress);
        else into.leaveOut(unknown(item), place);
      }
      return;
    }
  } else if (isObject(raw)) {
    const data = (raw as { readonly data?: unknown }).data;
    if (isOtlp(raw)) readOtlp(raw, into, {}, onProgress);
    else if (isJaegerTrace(raw)) readJaeger([raw], into, () => '', {}, onProgress);
    else if (Array.isArray(data) && data.some(isJaegerTrace)) {
      readJaeger(data, into, (index) => `data[${index}]`, {}, onProgress);
    } else throw new Refusal(unknown(raw));
    return;
  }
  throw new Refusal(unknown(raw));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What to say of JSON that is no trace file. */
function unknown(raw: unknown) {
  const sample = Array.isArray(raw) ? raw[0] : raw;
  const keys = isObject(sample) ? Object.keys(sample) : [];
  if (['resource_spans', 'resource_metrics', 'resource_logs'].some((name) => keys.includes(name))) {
    return { key: 'snakeCase' } as const;
  }
  if (keys.includes('localEndpoint') || (keys.includes('traceId') && keys.includes('timestamp'))) {
    return { key: 'zipkin' } as const;
  }
  return { key: 'unknown', names: keys.slice(0, 5).join(', ') } as const;
}

/**
 * JSON Lines: a line that cannot be read is left out and named. Returns false for a text of which no line is OTLP or a
 * trace of Jaeger's, which then is no JSON Lines at all.
 */
function readLines(
  bytes: Uint8Array,
  begin: number,
  scanner: Scanner,
  into: Collection,
  onProgress?: OnProgress,
): boolean {
  // What is wrong before the first good line is told only once there is one.
  let early: (() => void)[] = [];
  let begun = false;
  const leaveOut = (reason: Reason, place: Place): void => {
    if (begun) into.leaveOut(reason, place);
    else early.push(() => into.leaveOut(reason, place));
  };
  /** Reads a line that may be good; what `read` has added is taken back when it is not. */
  const attempt = (read: () => boolean): boolean => {
    const mark = into.mark();
    for (const tell of early) tell();
    if (!read()) {
      into.cut(mark);
      return false;
    }
    early = [];
    begun = true;
    return true;
  };
  for (let line = 1, start = begin; start < bytes.length; line += 1) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const from = start;
    start = end + 1;
    if (isBlank(bytes, from, end)) continue;
    if (early.length > MOST_BAD_LINES) return false;
    const place = { line };
    const scanned = attempt(() => {
      const last = scanner.scan(from, place);
      return last >= 0 && last <= end && isBlank(bytes, last, end);
    });
    if (!scanned) readLine(bytes.subarray(from, end), place, attempt, leaveOut, into);
    if (line % 500 === 0) onProgress?.({ stage: 'read', done: end, total: bytes.length });
  }
  return begun;
}

/** A line that was not scanned: it is of another kind, or there is something wrong with it. */
function readLine(
  bytes: Uint8Array,
  place: Place,
  attempt: (read: () => boolean) => boolean,
  leaveOut: (reason: Reason, place: Place) => void,
  into: Collection,
): void {
  const content = lineOf(bytes);
  if (content === undefined) {
    leaveOut({ key: 'utf8' }, place);
    return;
  }
  const parsed = parse(content);
  if (!parsed.ok) {
    const [reason, inLine] = syntaxError(content);
    leaveOut(reason, { ...inLine, ...place });
    return;
  }
  const { value } = parsed;
  const isGood = attempt(() => {
    if (isObject(value) && isOtlp(value)) readOtlp(value, into, place);
    else if (isJaegerTrace(value)) readJaeger([value], into, () => '', place);
    else return false;
    return true;
  });
  if (!isGood) leaveOut(unknown(value), place);
}

/** The text of a line; undefined for bytes that are no UTF-8. */
function lineOf(bytes: Uint8Array): string | undefined {
  try {
    return textOf(bytes).trim();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** After so many bad lines without a good one, a text is no JSON Lines. */
const MOST_BAD_LINES = 200;

/** How much of the text is quoted around the place where it stops being JSON. */
const NEAR = 24;

/** Where a text stops being JSON, and what stands there. */
function syntaxError(text: string): [{ readonly key: 'json'; readonly near: string }, Place] {
  const fault = jsonFault(text);
  if (fault < 0) return [{ key: 'json', near: '' }, {}];
  let line = 1;
  let lineStart = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < fault; end = text.indexOf('\n', lineStart)) {
    line += 1;
    lineStart = end + 1;
  }
  const near = text
    .slice(Math.max(0, fault - NEAR), fault + NEAR)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return [
    { key: 'json', near },
    { line, column: fault - lineStart + 1 },
  ];
}
