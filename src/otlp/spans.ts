import { OtlpError } from './error.ts';
import type { Resource, Scope, Span } from './telemetry.ts';
import { attributes, enumeration, list, optional, optionalId, requiredId, string, uint32, uint64 } from './values.ts';
import type { Wire } from './values.ts';

const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
const STATUS_CODES = ['unset', 'ok', 'error'] as const;

/**
 * One span, checked: ids of the right length that are not zero, a name, an end that is not before the start.
 * Source: opentelemetry/proto/trace/v1/trace.proto. Throws `OtlpError` with a place inside the span.
 */
export function readSpan(wire: Wire, resource: Resource, scope: Scope): Span {
  const span: Span = {
    traceId: requiredId(wire, 'traceId', 32),
    spanId: requiredId(wire, 'spanId', 16),
    parentSpanId: optionalId(wire, 'parentSpanId', 16),
    traceState: string(wire, 'traceState'),
    flags: uint32(wire, 'flags'),
    name: string(wire, 'name'),
    kind: enumeration(wire, 'kind', KINDS),
    startTimeUnixNano: uint64(wire, 'startTimeUnixNano'),
    endTimeUnixNano: uint64(wire, 'endTimeUnixNano'),
    attributes: attributes(wire),
    droppedAttributesCount: uint32(wire, 'droppedAttributesCount'),
    events: list(wire, 'events', (event) => ({
      timeUnixNano: uint64(event, 'timeUnixNano'),
      name: string(event, 'name'),
      attributes: attributes(event),
      droppedAttributesCount: uint32(event, 'droppedAttributesCount'),
    })),
    droppedEventsCount: uint32(wire, 'droppedEventsCount'),
    links: list(wire, 'links', (link) => ({
      traceId: requiredId(link, 'traceId', 32),
      spanId: requiredId(link, 'spanId', 16),
      traceState: string(link, 'traceState'),
      flags: uint32(link, 'flags'),
      attributes: attributes(link),
      droppedAttributesCount: uint32(link, 'droppedAttributesCount'),
    })),
    droppedLinksCount: uint32(wire, 'droppedLinksCount'),
    status: readStatus(optional(wire, 'status') ?? {}),
    resource,
    scope,
  };
  if (span.name === '') throw new OtlpError('name', 'must not be empty');
  if (span.endTimeUnixNano === 0n) throw new OtlpError('endTimeUnixNano', 'is required: only ended spans are sent');
  if (span.endTimeUnixNano < span.startTimeUnixNano) {
    throw new OtlpError(
      'endTimeUnixNano',
      `must not be before startTimeUnixNano, but ${span.endTimeUnixNano} is before ${span.startTimeUnixNano}`,
    );
  }
  return span;
}

function readStatus(wire: Wire): Span['status'] {
  return { code: enumeration(wire, 'code', STATUS_CODES), message: string(wire, 'message') };
}
