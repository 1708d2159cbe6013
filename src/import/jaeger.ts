/**
 * The JSON that Jaeger's query service answers and its UI saves: `{ data: [{ traceID, spans, processes }] }`.
 *
 * Tags that the specification's mapping to other formats defines are put back where they came from: `span.kind`,
 * `otel.status_code`, `otel.status_description`, `otel.scope.*` (older: `otel.library.*`), `w3c.tracestate` and the
 * dropped counts. Microseconds become nanoseconds exactly.
 *
 * Sources: OpenTelemetry specification, "Transformation to non-OTLP Formats" and the Jaeger exporter's page; Jaeger's
 * own model of its JSON.
 */
import { OtlpError } from '../otlp/index.ts';
import type {
  AnyValue,
  Attribute,
  Resource,
  Scope,
  Span,
  SpanEvent,
  SpanKind,
  SpanLink,
  Status,
} from '../otlp/telemetry.ts';
import { inside } from '../otlp/error.ts';
import { items, list, message, optional, string, uint32 } from '../otlp/values.ts';
import type { Wire } from '../otlp/values.ts';
import type { Collection } from './collect.ts';
import type { OnProgress, Place } from './result.ts';

const KINDS: ReadonlySet<string> = new Set(['internal', 'server', 'client', 'producer', 'consumer']);

/** Whether an object is one trace of Jaeger's. */
export function isJaegerTrace(raw: unknown): raw is Wire {
  if (typeof raw !== 'object' || raw === null) return false;
  return Array.isArray((raw as Wire)['spans']) && ('traceID' in raw || 'processes' in raw);
}

/** Reads the traces of a file; `pathOf` says where the trace of an index stands in it. */
export function readJaeger(
  traces: readonly unknown[],
  into: Collection,
  pathOf: (index: number) => string,
  outer: Place = {},
  onProgress?: OnProgress,
): void {
  const total = traces.reduce<number>((sum, raw) => sum + (isJaegerTrace(raw) ? items(raw, 'spans').length : 1), 0);
  let done = 0;
  for (const [index, raw] of traces.entries()) {
    const path = pathOf(index);
    const placed = (error: unknown, where: string): OtlpError => inside(`${path}${where}`, error);
    let processes: Processes;
    let spans: readonly unknown[];
    try {
      const trace = message(raw, '');
      processes = new Processes(optional(trace, 'processes') ?? {});
      spans = items(trace, 'spans');
    } catch (error) {
      into.leaveOutError(placed(error, ''), outer);
      continue;
    }
    const read: Span[] = [];
    for (const [at, item] of spans.entries()) {
      try {
        read.push(readSpan(message(item, ''), processes));
      } catch (error) {
        into.leaveOutError(placed(error, `${path === '' ? '' : '.'}spans[${at}]`), outer);
      }
      done += 1;
      if (done % 5000 === 0) onProgress?.({ stage: 'read', done, total });
    }
    into.add({ spans: read, metrics: [], logs: [] });
  }
}

/** The resources of a trace's processes, each made once. */
class Processes {
  readonly #raw: Wire;
  readonly #resources = new Map<string, Resource>();
  readonly #scopes = new Map<string, Scope>();

  constructor(raw: Wire) {
    this.#raw = raw;
  }

  resource(id: string): Resource {
    let resource = this.#resources.get(id);
    if (resource === undefined) {
      resource = resourceOf(Object.hasOwn(this.#raw, id) ? message(this.#raw[id], 'process') : {});
      this.#resources.set(id, resource);
    }
    return resource;
  }

  scope(name: string, version: string): Scope {
    const key = JSON.stringify([name, version]);
    let scope = this.#scopes.get(key);
    if (scope === undefined) {
      scope = { name, version, attributes: [], droppedAttributesCount: 0, schemaUrl: '' };
      this.#scopes.set(key, scope);
    }
    return scope;
  }
}

function resourceOf(process: Wire): Resource {
  const serviceName = string(process, 'serviceName');
  const named: readonly Attribute[] =
    serviceName === '' ? [] : [{ key: 'service.name', value: { kind: 'string', value: serviceName } }];
  const tags = list(process, 'tags', readTag).filter(({ key }) => named.length === 0 || key !== 'service.name');
  return { attributes: [...named, ...tags], droppedAttributesCount: 0, schemaUrl: '' };
}

function readSpan(wire: Wire, processes: Processes): Span {
  const traceId = idOf(wire, 'traceID', 32);
  const tags = new Tags(list(wire, 'tags', readTag));
  const { parentSpanId, links } = readReferences(wire, traceId);
  const start = nanoseconds(wire, 'startTime');
  const status = tags.status();
  const scope = processes.scope(
    tags.text('otel.scope.name') ?? tags.text('otel.library.name') ?? '',
    tags.text('otel.scope.version') ?? tags.text('otel.library.version') ?? '',
  );
  const kind = tags.text('span.kind', (value) => KINDS.has(value));
  const embedded = optional(wire, 'process');
  const name = string(wire, 'operationName');
  if (name === '') throw new OtlpError('operationName', 'must not be empty');
  return {
    traceId,
    spanId: idOf(wire, 'spanID', 16),
    parentSpanId,
    traceState: tags.text('w3c.tracestate') ?? '',
    flags: uint32(wire, 'flags') & 0xff,
    name,
    kind: isKind(kind) ? kind : 'unspecified',
    startTimeUnixNano: start,
    endTimeUnixNano: start + nanoseconds(wire, 'duration'),
    droppedAttributesCount: tags.count('otel.dropped_attributes_count'),
    droppedEventsCount: tags.count('otel.dropped_events_count'),
    droppedLinksCount: tags.count('otel.dropped_links_count'),
    events: list(wire, 'logs', readLog),
    links,
    status,
    resource: embedded === undefined ? processes.resource(string(wire, 'processID')) : resourceOf(embedded),
    scope,
    // Last: what was put back into a field above is no attribute any more.
    attributes: [...tags.left(), ...warnings(wire)],
  };
}

function isKind(kind: string | undefined): kind is SpanKind {
  return kind !== undefined && KINDS.has(kind);
}

/** A span's tags, from which those that OTLP has a field for are taken out one by one. */
class Tags {
  readonly #tags: Attribute[];

  constructor(tags: readonly Attribute[]) {
    this.#tags = [...tags];
  }

  /** Takes a tag out and gives its text; leaves a tag that does not fit. */
  text(key: string, fits: (value: string) => boolean = () => true): string | undefined {
    return this.#take(key, (value) => (value.kind === 'string' && fits(value.value) ? value.value : undefined));
  }

  count(key: string): number {
    return (
      this.#take(key, (value) =>
        value.kind === 'int' && value.value >= 0n && value.value < 2n ** 32n ? Number(value.value) : undefined,
      ) ?? 0
    );
  }

  status(): Status {
    const code = this.text('otel.status_code', (value) => ['OK', 'ERROR', 'UNSET'].includes(value));
    const description = this.text('otel.status_description') ?? '';
    const failed = this.#take('error', (value) => isTrue(value) || undefined) ?? false;
    if (code === 'OK') return { code: 'ok', message: description };
    if (code === 'ERROR' || (code === undefined && failed)) return { code: 'error', message: description };
    return { code: 'unset', message: description };
  }

  left(): readonly Attribute[] {
    return this.#tags;
  }

  #take<T>(key: string, read: (value: AnyValue) => T | undefined): T | undefined {
    const at = this.#tags.findIndex((tag) => tag.key === key);
    const tag = this.#tags[at];
    const result = tag === undefined ? undefined : read(tag.value);
    if (result !== undefined) this.#tags.splice(at, 1);
    return result;
  }
}

function isTrue(value: AnyValue): boolean {
  return (value.kind === 'bool' && value.value) || (value.kind === 'string' && value.value === 'true');
}

/**
 * The parent is the first `CHILD_OF` within the trace, else the first `FOLLOWS_FROM` within it, as Jaeger draws it; every
 * other reference is a link that keeps its type.
 */
function readReferences(
  wire: Wire,
  traceId: string,
): { readonly parentSpanId: string; readonly links: readonly SpanLink[] } {
  const references = list(wire, 'references', (reference) => ({
    type: string(reference, 'refType'),
    traceId: idOf(reference, 'traceID', 32),
    spanId: idOf(reference, 'spanID', 16),
  }));
  const here = references.filter((reference) => reference.traceId === traceId);
  const parent = here.find(({ type }) => type === 'CHILD_OF') ?? here[0];
  const links = references
    .filter((reference) => reference !== parent)
    .map((reference): SpanLink => ({
      traceId: reference.traceId,
      spanId: reference.spanId,
      traceState: '',
      flags: 0,
      attributes:
        reference.type === ''
          ? []
          : [{ key: 'opentracing.ref_type', value: { kind: 'string', value: reference.type.toLowerCase() } }],
      droppedAttributesCount: 0,
    }));
  const old = (wire['parentSpanID'] ?? '') === '' ? '' : idOf(wire, 'parentSpanID', 16);
  return { parentSpanId: parent?.spanId ?? old, links };
}

/** Jaeger leaves leading zeros out, and has trace ids of 64 bits. */
function idOf(wire: Wire, name: string, digits: 16 | 32): string {
  const id = string(wire, name);
  if (!/^[\da-f]+$/i.test(id) || id.length > digits || /^0+$/.test(id)) {
    throw new OtlpError(
      name,
      `must be at most ${digits} hexadecimal digits that are not all zeros, but is ${JSON.stringify(id.slice(0, 40))}`,
    );
  }
  return id.toLowerCase().padStart(digits, '0');
}

/** Microseconds since the epoch, or for a duration since the start, as nanoseconds. Some tools write fractions. */
function nanoseconds(wire: Wire, name: string): bigint {
  const value = wire[name];
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  const [, whole, fraction = ''] = /^(\d{1,16})(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new OtlpError(name, 'must be a number of microseconds, 0 or more');
  return BigInt(whole) * 1000n + BigInt(fraction.slice(0, 3).padEnd(3, '0'));
}

/** The field `event` is the event's name. */
function readLog(wire: Wire): SpanEvent {
  const fields = list(wire, 'fields', readTag);
  const name = fields.find(({ key, value }) => key === 'event' && value.kind === 'string');
  const dropped = fields.find(
    ({ key, value }) => key === 'otel.event.dropped_attributes_count' && value.kind === 'int',
  );
  return {
    timeUnixNano: nanoseconds(wire, 'timestamp'),
    name: name?.value.kind === 'string' ? name.value.value : 'log',
    attributes: fields.filter((field) => field !== name && field !== dropped),
    droppedAttributesCount: dropped?.value.kind === 'int' ? Number(BigInt.asUintN(32, dropped.value.value)) : 0,
  };
}

function readTag(wire: Wire): Attribute {
  return { key: string(wire, 'key'), value: readValue(string(wire, 'type'), wire['value']) };
}

/** A tag's value by its type, or by what it is where no type is given; what does not fit its type is kept as text. */
function readValue(type: string, value: unknown): AnyValue {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  switch (type) {
    case 'bool':
      if (text === 'true' || text === 'false') return { kind: 'bool', value: text === 'true' };
      break;
    case 'int64':
      if (/^-?\d{1,19}$/.test(text)) return { kind: 'int', value: BigInt.asIntN(64, BigInt(text)) };
      break;
    case 'float64':
      if (/^-?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|Infinity)$|^NaN$/i.test(text))
        return { kind: 'double', value: Number(text) };
      break;
    case 'binary':
      try {
        return { kind: 'bytes', value: Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) };
      } catch {
        break;
      }
    case 'string':
      break;
    default:
      if (typeof value === 'boolean') return { kind: 'bool', value };
      if (typeof value === 'number') {
        return Number.isSafeInteger(value) ? { kind: 'int', value: BigInt(value) } : { kind: 'double', value };
      }
  }
  return value === null || value === undefined ? { kind: 'empty' } : { kind: 'string', value: text };
}

/** What Jaeger itself remarked on a span, clock skew for example. */
function warnings(wire: Wire): readonly Attribute[] {
  const said = items(wire, 'warnings').filter((warning) => typeof warning === 'string');
  if (said.length === 0) return [];
  const value = said.map((warning): AnyValue => ({ kind: 'string', value: warning }));
  return [{ key: 'jaeger.warnings', value: { kind: 'array', value } }];
}
