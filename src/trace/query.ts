/**
 * The filter language: what a reader types to find spans. Terms stand side by side and must all hold.
 *
 *     checkout                     in the name, service, ids, status message, attributes or events
 *     name:pay  service:shop       contains; name=pay and service=shop are exact
 *     status:error  kind:client
 *     http.route=/pay  retry>=2    an attribute of the span, its events, scope or resource; key=* is any value
 *     duration>10ms  self<1.5us    ns, us or µs, ms, s
 *     -status:ok                   not
 *     "two words"  name:"a b"      quoted; \" and \\ inside
 *
 * Full-width punctuation of a Chinese keyboard is read as its ASCII twin. Text is compared without regard to case.
 */
import type { SpanKind, StatusCode } from '../otlp/telemetry.ts';

export type Comparison = '=' | '>' | '>=' | '<' | '<=';

/** What one term asks of a span. */
export type Condition =
  | { readonly field: 'text'; readonly text: string }
  | { readonly field: 'name' | 'service'; readonly text: string; readonly exact: boolean }
  | { readonly field: 'status'; readonly code: StatusCode }
  | { readonly field: 'kind'; readonly kind: SpanKind }
  | { readonly field: 'duration' | 'self'; readonly comparison: Comparison; readonly ns: number }
  | {
      readonly field: 'attribute';
      readonly key: string;
      readonly comparison: Comparison;
      /** Undefined: any value will do. */
      readonly value: string | undefined;
    };

export interface Term {
  readonly condition: Condition;
  /** The span must not fulfil the condition. */
  readonly negated: boolean;
  /** Where the term stands in the text, in UTF-16 units; `end` is not included. */
  readonly start: number;
  readonly end: number;
}

/** Why a text is no query, for the caller to put in words. */
export type QueryFault =
  /** A quotation mark has no partner. */
  | 'unclosed'
  /** Nothing follows the operator. */
  | 'noValue'
  /** The operator does not go with this field. */
  | 'operator'
  /** `status:` takes unset, ok or error. */
  | 'status'
  /** `kind:` takes internal, server, client, producer, consumer or unspecified. */
  | 'kind'
  /** A duration is a number and a unit: ns, us, ms or s. */
  | 'duration'
  /** Larger and smaller need a number. */
  | 'number';

export type Query =
  | { readonly ok: true; readonly terms: readonly Term[] }
  | {
      readonly ok: false;
      readonly fault: QueryFault;
      /** The part of the text that is meant, in UTF-16 units. */
      readonly start: number;
      readonly end: number;
    };

const STATUS_CODES = ['unset', 'ok', 'error'] as const satisfies readonly StatusCode[];
const KINDS = [
  'unspecified',
  'internal',
  'server',
  'client',
  'producer',
  'consumer',
] as const satisfies readonly SpanKind[];
const UNITS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9 };

const FULL_WIDTH: Readonly<Record<string, string>> = { '：': ':', '＝': '=', '＞': '>', '＜': '<', '“': '"', '”': '"' };

/** Reads a query. Never throws; a text of spaces is the query without terms, which every span fulfils. */
export function parseQuery(text: string): Query {
  // Each mark is replaced by one of the same length, so places in the text stay true.
  const plain = text.replaceAll(/[：＝＞＜“”]/g, (mark) => FULL_WIDTH[mark] ?? mark);
  const terms: Term[] = [];
  let at = skipSpace(plain, 0);
  while (at < plain.length) {
    const start = at;
    const negated = plain[at] === '-' && !isSpace(plain[at + 1]);
    const read = readTerm(plain, negated ? at + 1 : at);
    if ('fault' in read) return { ok: false, ...read };
    terms.push({ condition: read.condition, negated, start, end: read.end });
    at = skipSpace(plain, read.end);
  }
  return { ok: true, terms };
}

interface Fault {
  readonly fault: QueryFault;
  readonly start: number;
  readonly end: number;
}

interface Part {
  readonly text: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

function readTerm(text: string, start: number): Fault | { readonly condition: Condition; readonly end: number } {
  const head = text[start] === '"' ? readQuoted(text, start) : readKey(text, start);
  if ('fault' in head) return head;
  const operator = /^(?:[<>]=?|[=:])/.exec(text.slice(head.end, head.end + 2))?.[0] ?? '';
  const field = head.quoted ? '' : head.text.toLowerCase();
  const known = isField(field);
  // An address or a route has colons too: only after a field's name is one an operator.
  if (operator === '' || head.end === start || (operator === ':' && !known)) {
    const whole = head.quoted ? head : readWord(text, start);
    return { condition: { field: 'text', text: whole.text }, end: whole.end };
  }
  const valueStart = head.end + operator.length;
  const value = text[valueStart] === '"' ? readQuoted(text, valueStart) : readWord(text, valueStart);
  if ('fault' in value) return value;
  if (value.text === '' && !value.quoted) return { fault: 'noValue', start, end: value.end };
  const condition = known ? ofField(field, operator, value) : ofAttribute(head.text, operator, value);
  if (typeof condition === 'object') return { condition, end: value.end };
  const whole = condition === 'operator';
  return { fault: condition, start: whole ? head.end : value.start, end: whole ? valueStart : value.end };
}

const FIELDS = ['name', 'service', 'status', 'kind', 'duration', 'self'] as const;
type Field = (typeof FIELDS)[number];

function isField(name: string): name is Field {
  return FIELDS.some((field) => field === name);
}

function ofField(field: Field, operator: string, value: Part): Condition | QueryFault {
  const equals = operator === ':' || operator === '=';
  switch (field) {
    case 'name':
    case 'service':
      return equals ? { field, text: value.text, exact: operator === '=' } : 'operator';
    case 'status': {
      const code = STATUS_CODES.find((known) => known === value.text.toLowerCase());
      if (!equals) return 'operator';
      return code === undefined ? 'status' : { field, code };
    }
    case 'kind': {
      const kind = KINDS.find((known) => known === value.text.toLowerCase());
      if (!equals) return 'operator';
      return kind === undefined ? 'kind' : { field, kind };
    }
    default: {
      const ns = parseDuration(value.text);
      return ns === undefined ? 'duration' : { field, comparison: comparisonOf(operator), ns };
    }
  }
}

function ofAttribute(key: string, operator: string, value: Part): Condition | QueryFault {
  const comparison = comparisonOf(operator);
  if (comparison !== '=' && !isNumber(value.text)) return 'number';
  const any = comparison === '=' && value.text === '*' && !value.quoted;
  return { field: 'attribute', key, comparison, value: any ? undefined : value.text };
}

function comparisonOf(operator: string): Comparison {
  return operator === '>' || operator === '>=' || operator === '<' || operator === '<=' ? operator : '=';
}

/** Whether a value can be compared with larger and smaller. */
export function isNumber(text: string): boolean {
  return /^-?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(text);
}

/** Nanoseconds of `10ms`, `1.5s`, `250us`; undefined for anything else. Digits are shifted, so no fraction is lost. */
export function parseDuration(text: string): number | undefined {
  const [, whole, fraction = '', unit = ''] = /^(\d{1,9})(?:\.(\d{1,9}))?([a-zµμ]+)$/i.exec(text) ?? [];
  const scale = UNITS[unit.toLowerCase()];
  if (whole === undefined || scale === undefined) return undefined;
  const digits = Math.round(Math.log10(scale));
  return Number(`${whole}${fraction.padEnd(digits, '0').slice(0, digits)}.${fraction.slice(digits)}`);
}

function isSpace(char: string | undefined): boolean {
  return char === undefined || /\s/.test(char);
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && isSpace(text[at])) at += 1;
  return at;
}

/** Up to a space, a quotation mark or an operator. */
function readKey(text: string, start: number): Part {
  let end = start;
  while (end < text.length && !isSpace(text[end]) && !/[":=<>]/.test(text[end] ?? '')) end += 1;
  return { text: text.slice(start, end), quoted: false, start, end };
}

/** Up to a space. */
function readWord(text: string, start: number): Part {
  let end = start;
  while (end < text.length && !isSpace(text[end])) end += 1;
  return { text: text.slice(start, end), quoted: false, start, end };
}

function readQuoted(text: string, start: number): Part | Fault {
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === '"') return { text: value, quoted: true, start, end: at + 1 };
    if (char === '\\' && at + 1 < text.length) at += 1;
    value += text[at] ?? '';
  }
  return { fault: 'unclosed', start, end: text.length };
}
