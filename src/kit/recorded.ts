/** Spans as the SDK keeps them, turned into what the rest of the guide reads: the same that they would be after the wire. */
import { SpanKind as SdkKind, SpanStatusCode, type Attributes, type HrTime, type Link } from '@opentelemetry/api';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-web';
import type { AnyValue, Attribute, Resource, Scope, Span, SpanKind, SpanLink, StatusCode } from '../otlp/telemetry.ts';

/** Bit 8 says that bit 9 is known; bit 9, that the parent is remote (`SpanFlags` of trace.proto). */
const HAS_REMOTE = 0x100;
const IS_REMOTE = 0x200;

const KINDS: Readonly<Record<SdkKind, SpanKind>> = {
  [SdkKind.INTERNAL]: 'internal',
  [SdkKind.SERVER]: 'server',
  [SdkKind.CLIENT]: 'client',
  [SdkKind.PRODUCER]: 'producer',
  [SdkKind.CONSUMER]: 'consumer',
};

const STATUSES: Readonly<Record<SpanStatusCode, StatusCode>> = {
  [SpanStatusCode.UNSET]: 'unset',
  [SpanStatusCode.OK]: 'ok',
  [SpanStatusCode.ERROR]: 'error',
};

/** The spans of an exporter in memory, in the order in which it has them. Nothing that they say is lost. */
export function spansOf(recorded: readonly ReadableSpan[]): readonly Span[] {
  return recorded.map(spanOf);
}

function spanOf(span: ReadableSpan): Span {
  const { traceId, spanId, traceFlags, traceState } = span.spanContext();
  const remote = span.parentSpanContext?.isRemote === true ? IS_REMOTE : 0;
  return {
    traceId,
    spanId,
    parentSpanId: span.parentSpanContext?.spanId ?? '',
    traceState: traceState?.serialize() ?? '',
    flags: traceFlags | HAS_REMOTE | remote,
    name: span.name,
    kind: KINDS[span.kind],
    startTimeUnixNano: nanoseconds(span.startTime),
    endTimeUnixNano: nanoseconds(span.endTime),
    attributes: attributesOf(span.attributes),
    droppedAttributesCount: span.droppedAttributesCount,
    events: span.events.map(({ time, name, attributes, droppedAttributesCount }) => ({
      timeUnixNano: nanoseconds(time),
      name,
      attributes: attributesOf(attributes),
      droppedAttributesCount: droppedAttributesCount ?? 0,
    })),
    droppedEventsCount: span.droppedEventsCount,
    links: span.links.map(linkOf),
    droppedLinksCount: span.droppedLinksCount,
    status: { code: STATUSES[span.status.code], message: span.status.message ?? '' },
    resource: resourceOf(span),
    scope: scopeOf(span),
  };
}

function linkOf({ context, attributes, droppedAttributesCount }: Link): SpanLink {
  return {
    traceId: context.traceId,
    spanId: context.spanId,
    traceState: context.traceState?.serialize() ?? '',
    flags: context.traceFlags | HAS_REMOTE | (context.isRemote === true ? IS_REMOTE : 0),
    attributes: attributesOf(attributes),
    droppedAttributesCount: droppedAttributesCount ?? 0,
  };
}

function resourceOf({ resource }: ReadableSpan): Resource {
  return { attributes: attributesOf(resource.attributes), droppedAttributesCount: 0, schemaUrl: '' };
}

function scopeOf({ instrumentationScope: { name, version, schemaUrl } }: ReadableSpan): Scope {
  return { name, version: version ?? '', attributes: [], droppedAttributesCount: 0, schemaUrl: schemaUrl ?? '' };
}

function nanoseconds([seconds, rest]: HrTime): bigint {
  return BigInt(seconds) * 1_000_000_000n + BigInt(rest);
}

function attributesOf(attributes: Attributes = {}): readonly Attribute[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));
}

/** As the OTLP exporter writes it: a whole number is an `int`, any other a `double`. */
function valueOf(value: unknown): AnyValue {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { kind: 'int', value: BigInt(value) } : { kind: 'double', value };
  }
  if (value instanceof Uint8Array) return { kind: 'bytes', value };
  if (Array.isArray(value)) return { kind: 'array', value: value.map(valueOf) };
  if (typeof value === 'object' && value !== null) {
    return { kind: 'map', value: Object.entries(value).map(([key, part]) => ({ key, value: valueOf(part) })) };
  }
  return { kind: 'empty' };
}
