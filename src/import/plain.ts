/**
 * The spans that need no second look: every field has the one type that exporters write, and nothing in them could be
 * refused. They are nearly all there are, and go from the parsed JSON straight into columns. Whatever is not plain here is
 * not wrong: it is read by the rules of `src/otlp`, which decide.
 */

export interface PlainAttribute {
  readonly key: string;
  readonly value: {
    readonly stringValue?: string;
    readonly boolValue?: boolean;
    readonly intValue?: string | number;
    readonly doubleValue?: number;
  };
}

export interface PlainEvent {
  readonly timeUnixNano: string;
  readonly name?: string;
  readonly attributes?: readonly PlainAttribute[];
  readonly droppedAttributesCount?: number;
}

/** A span in OTLP JSON without links, in the form that `isPlainSpan` vouches for. */
export interface PlainSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly traceState?: string;
  readonly flags?: number;
  readonly name: string;
  readonly kind?: number;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes?: readonly PlainAttribute[];
  readonly droppedAttributesCount?: number;
  readonly events?: readonly PlainEvent[];
  readonly droppedEventsCount?: number;
  readonly droppedLinksCount?: number;
  readonly status?: { readonly code?: number; readonly message?: string };
}

/** Every field as it comes. The names are spelt out, so that the fields are read and not looked up. */
type Loose<T> = { readonly [Name in keyof T]?: unknown };

const TRACE_ID = /^[\da-f]{32}$/;
const SPAN_ID = /^[\da-f]{16}$/;
const TIME = /^[1-9]\d{0,18}$/;
const INT = /^-?\d{1,18}$/;
const NO_TRACE = '0'.repeat(32);
const NO_SPAN = '0'.repeat(16);

/** Whether a parsed value is a span that the rules would take as it stands. */
export function isPlainSpan(raw: unknown): raw is PlainSpan {
  if (!isObject(raw)) return false;
  const span: Loose<PlainSpan & { links: unknown }> = raw;
  const { traceId, spanId, parentSpanId, name, startTimeUnixNano: start, endTimeUnixNano: end } = span;
  return (
    typeof traceId === 'string' &&
    TRACE_ID.test(traceId) &&
    traceId !== NO_TRACE &&
    isSpanId(spanId) &&
    (parentSpanId === undefined || parentSpanId === '' || isSpanId(parentSpanId)) &&
    typeof name === 'string' &&
    name !== '' &&
    isTime(start) &&
    isTime(end) &&
    // Of numbers without leading zeros the longer is the larger, and those of one length compare as texts do.
    (end.length === start.length ? end >= start : end.length > start.length) &&
    isText(span.traceState) &&
    isCount(span.flags) &&
    isCount(span.droppedAttributesCount) &&
    isCount(span.droppedEventsCount) &&
    isCount(span.droppedLinksCount) &&
    isCount(span.kind, 5) &&
    isStatus(span.status) &&
    areAttributes(span.attributes) &&
    areEvents(span.events) &&
    (span.links === undefined || (Array.isArray(span.links) && span.links.length === 0))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSpanId(value: unknown): boolean {
  return typeof value === 'string' && SPAN_ID.test(value) && value !== NO_SPAN;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && TIME.test(value);
}

function isText(value: unknown): boolean {
  return value === undefined || typeof value === 'string';
}

function isCount(value: unknown, most = 0xffff_ffff): boolean {
  return value === undefined || (typeof value === 'number' && value >>> 0 === value && value <= most);
}

function isStatus(value: unknown): boolean {
  if (value === undefined) return true;
  if (!isObject(value)) return false;
  const status: Loose<NonNullable<PlainSpan['status']>> = value;
  return isCount(status.code, 2) && isText(status.message);
}

function areAttributes(value: unknown): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length > MOST) return false;
  for (const item of value as readonly unknown[]) {
    if (!isObject(item)) return false;
    const attribute: Loose<PlainAttribute> = item;
    if (typeof attribute.key !== 'string' || !isPlainValue(attribute.value)) return false;
  }
  return true;
}

/** The four kinds of nearly all attributes, told apart in the order in which the rules do. */
function isPlainValue(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { stringValue, boolValue, intValue, doubleValue }: Loose<PlainAttribute['value']> = value;
  if (stringValue !== undefined) return typeof stringValue === 'string';
  if (boolValue !== undefined) return typeof boolValue === 'boolean';
  if (intValue !== undefined) {
    return typeof intValue === 'string'
      ? INT.test(intValue)
      : typeof intValue === 'number' && Number.isSafeInteger(intValue);
  }
  return typeof doubleValue === 'number';
}

/** A list so long is for the rules to judge. */
const MOST = 10_000;

function areEvents(value: unknown): boolean {
  if (value === undefined) return true;
  if (!Array.isArray(value) || value.length > MOST) return false;
  for (const item of value as readonly unknown[]) {
    if (!isObject(item)) return false;
    const event: Loose<PlainEvent> = item;
    if (!isTime(event.timeUnixNano) || !isText(event.name)) return false;
    if (!isCount(event.droppedAttributesCount) || !areAttributes(event.attributes)) return false;
  }
  return true;
}
