import { inside, OtlpError } from './error.ts';
import type { LogRecord, Resource, Scope } from './telemetry.ts';
import { anyValue, attributes, optional, optionalId, string, uint32, uint64 } from './values.ts';
import type { Wire } from './values.ts';

const SEVERITY_MAX = 24;

/**
 * One log record, checked. Ids may be absent: a record need not belong to a trace.
 * Source: opentelemetry/proto/logs/v1/logs.proto. Throws `OtlpError` with a place inside the record.
 */
export function readLogRecord(wire: Wire, resource: Resource, scope: Scope): LogRecord {
  return {
    timeUnixNano: uint64(wire, 'timeUnixNano'),
    observedTimeUnixNano: uint64(wire, 'observedTimeUnixNano'),
    severityNumber: readSeverity(wire),
    severityText: string(wire, 'severityText'),
    eventName: string(wire, 'eventName'),
    body: readBody(wire),
    attributes: attributes(wire),
    droppedAttributesCount: uint32(wire, 'droppedAttributesCount'),
    flags: uint32(wire, 'flags'),
    traceId: optionalId(wire, 'traceId', 32),
    spanId: optionalId(wire, 'spanId', 16),
    resource,
    scope,
  };
}

function readSeverity(wire: Wire): number {
  const value = wire['severityNumber'] ?? 0;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > SEVERITY_MAX) {
    throw new OtlpError('severityNumber', `must be a number from 0 to ${SEVERITY_MAX}, INFO being 9`);
  }
  return value;
}

function readBody(wire: Wire): LogRecord['body'] {
  const body = optional(wire, 'body');
  if (body === undefined) return { kind: 'empty' };
  try {
    return anyValue(body);
  } catch (error) {
    throw inside('body', error);
  }
}
