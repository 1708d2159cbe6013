/** Text: one JSON value, or JSON Lines. */
import { quoteLongIntegers } from '../otlp/decode.ts';
import type { Collection } from './collect.ts';
import { isJaegerTrace, readJaeger } from './jaeger.ts';
import { jsonFault } from './json-fault.ts';
import { isOtlp, readOtlp } from './otlp.ts';
import { Refusal } from './result.ts';
import type { OnProgress, Place } from './result.ts';

/** Reads a text of any format that is known. Throws `Refusal` when nothing of it can be. */
export function readText(text: string, into: Collection, onProgress?: OnProgress): void {
  if (text.trim() === '') throw new Refusal({ key: 'empty' });
  onProgress?.({ stage: 'parse', done: 0, total: text.length });
  const whole = parse(text);
  if (whole.ok) {
    readValue(whole.value, into, onProgress);
    return;
  }
  if (/^\s*</.test(text)) throw new Refusal({ key: 'html' });
  if (!readLines(text, into, onProgress)) throw new Refusal(...syntaxError(text));
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
function readLines(text: string, into: Collection, onProgress?: OnProgress): boolean {
  // What is wrong before the first good line is told only once there is one.
  let early: (() => void)[] | undefined = [];
  const leaveOut = (...problem: Parameters<Collection['leaveOut']>): void => {
    if (early === undefined) into.leaveOut(...problem);
    else early.push(() => into.leaveOut(...problem));
  };
  const begin = (): void => {
    for (const tell of early ?? []) tell();
    early = undefined;
  };
  let start = 0;
  for (let line = 1; start < text.length; line += 1) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    const content = text.slice(start, end).trim();
    start = end + 1;
    if (content === '') continue;
    if (early !== undefined && early.length > MOST_BAD_LINES) return false;
    const parsed = parse(content);
    const place = { line };
    if (!parsed.ok) {
      const [reason, inLine] = syntaxError(content);
      leaveOut(reason, { ...inLine, line });
    } else if (isObject(parsed.value) && isOtlp(parsed.value)) {
      begin();
      readOtlp(parsed.value, into, place);
    } else if (isJaegerTrace(parsed.value)) {
      begin();
      readJaeger([parsed.value], into, () => '', place);
    } else leaveOut(unknown(parsed.value), place);
    if (line % 500 === 0) onProgress?.({ stage: 'read', done: end, total: text.length });
  }
  return early === undefined;
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
