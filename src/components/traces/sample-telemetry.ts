/** Small builders for made-up telemetry: spans in milliseconds from one instant, attributes from plain values. */
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type {
  AnyValue,
  Attribute,
  LogRecord,
  Metric,
  MetricData,
  Resource,
  Scope,
  Span,
  SpanEvent,
  SpanKind,
} from '../../otlp/telemetry.ts';

/** Integers become ints, other numbers doubles. */
export type Values = Readonly<Record<string, string | number | boolean>>;

export function attributes(values: Values): readonly Attribute[] {
  return Object.entries(values).map(([key, value]) => ({ key, value: anyValue(value) }));
}

export function anyValue(value: string | number | boolean): AnyValue {
  if (typeof value === 'string') return { kind: 'string', value };
  if (typeof value === 'boolean') return { kind: 'bool', value };
  return Number.isInteger(value) ? { kind: 'int', value: BigInt(value) } : { kind: 'double', value };
}

const SCHEMA_URL = 'https://opentelemetry.io/schemas/1.45.0';

/** One service: its resource, and the scopes of what it is instrumented with. */
export class Service {
  readonly resource: Resource;
  readonly #scopes = new Map<string, Scope>();

  constructor(values: Values & { readonly [ATTR_SERVICE_NAME]: string }) {
    this.resource = { attributes: attributes(values), droppedAttributesCount: 0, schemaUrl: SCHEMA_URL };
  }

  scope(name: string, version: string): Scope {
    const scope = this.#scopes.get(name) ?? {
      name,
      version,
      attributes: [],
      droppedAttributesCount: 0,
      schemaUrl: SCHEMA_URL,
    };
    this.#scopes.set(name, scope);
    return scope;
  }
}

export interface SpanPlan {
  readonly service: Service;
  readonly scope: Scope;
  readonly name: string;
  readonly kind?: SpanKind;
  /** Milliseconds from the story's beginning. */
  readonly start: number;
  readonly end: number;
  readonly parent?: Span;
  readonly values?: Values;
  /** The message of the status error. */
  readonly failed?: string;
  readonly events?: readonly (readonly [at: number, name: string, values: Values])[];
  /** Spans of other traces that this one refers to. */
  readonly links?: readonly Span[];
}

/** Bit 0: sampled; bit 8: whether the parent is remote is known; bit 9: it is. */
const SAMPLED = 0x101;
const REMOTE = 0x200;

/** Makes the spans, log records and metrics of a story that begins at one instant. */
export class Story {
  readonly spans: Span[] = [];
  readonly logs: LogRecord[] = [];
  readonly metrics: Metric[] = [];
  readonly #beginNs: bigint;
  readonly #ids: () => string;

  /** @param ids gives 16 hexadecimal digits, another 16 at each call */
  constructor(beginNs: bigint, ids: () => string) {
    this.#beginNs = beginNs;
    this.#ids = ids;
  }

  at(milliseconds: number): bigint {
    return this.#beginNs + BigInt(Math.round(milliseconds * 1e6));
  }

  span({ service, scope, name, kind = 'internal', start, end, parent, values, failed, events, links }: SpanPlan): Span {
    const span: Span = {
      traceId: parent?.traceId ?? `${this.#ids()}${this.#ids()}`,
      spanId: this.#ids(),
      parentSpanId: parent?.spanId ?? '',
      traceState: '',
      flags: SAMPLED | (kind === 'server' || kind === 'consumer' ? REMOTE : 0),
      name,
      kind,
      startTimeUnixNano: this.at(start),
      endTimeUnixNano: this.at(end),
      attributes: attributes(values ?? {}),
      droppedAttributesCount: 0,
      events: (events ?? []).map(([at, eventName, eventValues]): SpanEvent => ({
        timeUnixNano: this.at(at),
        name: eventName,
        attributes: attributes(eventValues),
        droppedAttributesCount: 0,
      })),
      droppedEventsCount: 0,
      links: (links ?? []).map(({ traceId, spanId }) => ({
        traceId,
        spanId,
        traceState: '',
        flags: SAMPLED | REMOTE,
        attributes: [],
        droppedAttributesCount: 0,
      })),
      droppedLinksCount: 0,
      status: failed === undefined ? { code: 'unset', message: '' } : { code: 'error', message: failed },
      resource: service.resource,
      scope,
    };
    this.spans.push(span);
    return span;
  }

  /** A record of a log that was written while a span ran. Severity: 9 info, 13 warning, 17 error. */
  log(span: Span, at: number, severityNumber: 9 | 13 | 17, body: string, values: Values = {}): void {
    this.logs.push({
      timeUnixNano: this.at(at),
      observedTimeUnixNano: this.at(at),
      severityNumber,
      severityText: severityNumber === 9 ? 'INFO' : severityNumber === 13 ? 'WARN' : 'ERROR',
      eventName: '',
      body: anyValue(body),
      attributes: attributes(values),
      droppedAttributesCount: 0,
      flags: 1,
      traceId: span.traceId,
      spanId: span.spanId,
      resource: span.resource,
      scope: span.scope,
    });
  }

  metric(service: Service, scope: Scope, name: string, unit: string, description: string, data: MetricData): void {
    this.metrics.push({ name, description, unit, data, metadata: [], resource: service.resource, scope });
  }
}
