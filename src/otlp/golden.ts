/**
 * Golden runs: the telemetry of a run in the one form that two equal runs share byte for byte.
 *
 * All requests are merged. Object keys and attributes are sorted; spans stand by start time, ancestors before descendants
 * where they start together, then in order of arrival; ids are renumbered in order of appearance, everywhere they occur;
 * the resource is reduced to what an author decides; stack traces to their message and the reader's own frames.
 */
import { decodeObject } from './decode.ts';
import { encodeJson } from './encode.ts';
import type { Json, JsonObject, OtlpJson } from './encode.ts';
import { OtlpError } from './error.ts';
import { attributesKey, mapPoints, mergeMetrics } from './merge-metrics.ts';
import type { AnyPoint } from './merge-metrics.ts';
import type { AnyValue, Attribute, LogRecord, Metric, Resource, Scope, Span, Telemetry } from './telemetry.ts';

/** What `telemetry.json` beside an example holds. */
export type GoldenRun = OtlpJson;

/**
 * The resource attributes that a golden run keeps. `service.instance.id` is kept because replicas differ by nothing else;
 * an example that sets it sets it to a name it chose, not to a random one.
 */
export const GOLDEN_RESOURCE_KEYS: readonly string[] = [
  'deployment.environment.name',
  'service.instance.id',
  'service.name',
  'service.version',
  'telemetry.sdk.language',
  'telemetry.sdk.name',
];

/** The normal form of a run. `normalise(parseGolden(normalise(x)))` is `normalise(x)`. */
export function normalise(telemetry: Telemetry): GoldenRun {
  const shared = new Shared();
  const spans = inFileOrder(orderSpans(telemetry.spans).map((span) => ({ ...span, ...shared.owner(span) })));
  const logs = telemetry.logs
    .map((log) => ({
      ...log,
      ...shared.owner(log),
      attributes: cleanAttributes(log.attributes),
      body: cleanValue('', log.body),
    }))
    .toSorted((a, b) => compare(timeOf(a), timeOf(b)));
  const metrics = mergeMetrics(telemetry.metrics.map((metric) => cleanMetric({ ...metric, ...shared.owner(metric) })));
  return sortKeys(encodeJson(renumber({ spans, metrics: inFileOrder(metrics), logs: inFileOrder(logs) })));
}

/** When a record happened; a source that gave no time was at least observed. */
function timeOf(log: LogRecord): bigint {
  return log.timeUnixNano === 0n ? log.observedTimeUnixNano : log.timeUnixNano;
}

/** Reads a golden run. Throws `OtlpError` when it does not hold valid OTLP throughout. */
export function parseGolden(json: unknown): Telemetry {
  const { telemetry, rejected } = decodeObject(json);
  if (rejected.count > 0) throw new OtlpError('', rejected.message);
  return telemetry;
}

const LINE_WIDTH = 120;

/**
 * The text of a golden run: stable, made for reading and for diffs. What fits on one line stands on one line.
 * Ends with a line break.
 */
export function stringifyGolden(run: GoldenRun): string {
  return `${layOut(run, '', 0)}\n`;
}

function layOut(value: Json, indent: string, before: number): string {
  const line = oneLine(value);
  if (typeof value !== 'object' || indent.length + before + line.length <= LINE_WIDTH) return line;
  const inner = `${indent}  `;
  if (isList(value)) {
    return `[\n${value.map((item) => inner + layOut(item, inner, 1)).join(',\n')}\n${indent}]`;
  }
  const fields = defined(value).map(([key, field]) => {
    const name = `${JSON.stringify(key)}: `;
    return inner + name + layOut(field, inner, name.length + 1);
  });
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

function oneLine(value: Json): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(oneLine).join(', ')}]`;
  const fields = defined(value).map(([key, field]) => `${JSON.stringify(key)}: ${oneLine(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function defined(value: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(value).flatMap(([key, field]) => (field === undefined ? [] : [[key, field] as const]));
}

function sortKeys(run: GoldenRun): GoldenRun {
  return {
    resourceLogs: run.resourceLogs.map(sortedObject),
    resourceMetrics: run.resourceMetrics.map(sortedObject),
    resourceSpans: run.resourceSpans.map(sortedObject),
  };
}

function sortedObject(value: JsonObject): JsonObject {
  const fields = defined(value).toSorted(([a], [b]) => compare(a, b));
  return Object.fromEntries(fields.map(([key, field]) => [key, sortedJson(field)]));
}

function sortedJson(value: Json): Json {
  if (typeof value !== 'object') return value;
  return isList(value) ? value.map(sortedJson) : sortedObject(value);
}

function compare<T extends bigint | string | number>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** What every item of telemetry says about its origin. */
interface Owned {
  readonly resource: Resource;
  readonly scope: Scope;
}

/** Equal resources and scopes become one object, so that `encodeJson` writes one envelope for them. */
class Shared {
  readonly #resources = new SharedBy<Resource>((resource) => ({
    ...resource,
    attributes: cleanAttributes(resource.attributes).filter(({ key }) => GOLDEN_RESOURCE_KEYS.includes(key)),
    droppedAttributesCount: 0,
  }));
  readonly #scopes = new SharedBy<Scope>((scope) => ({ ...scope, attributes: cleanAttributes(scope.attributes) }));

  owner(item: Owned): Owned {
    return { resource: this.#resources.of(item.resource), scope: this.#scopes.of(item.scope) };
  }
}

class SharedBy<T extends { readonly attributes: readonly Attribute[] }> {
  readonly #clean: (value: T) => T;
  readonly #byIdentity = new Map<T, T>();
  readonly #byContent = new Map<string, T>();

  constructor(clean: (value: T) => T) {
    this.#clean = clean;
  }

  of(value: T): T {
    const known = this.#byIdentity.get(value);
    if (known !== undefined) return known;
    const cleaned = this.#clean(value);
    const content = JSON.stringify({ ...cleaned, attributes: attributesKey(cleaned.attributes) });
    const shared = this.#byContent.get(content) ?? cleaned;
    this.#byContent.set(content, shared);
    this.#byIdentity.set(value, shared);
    return shared;
  }
}

/** In the order in which `encodeJson` will write them: grouped by resource and scope. */
function inFileOrder<T extends Owned>(all: readonly T[]): readonly T[] {
  const groups = new Map<Resource, Map<Scope, T[]>>();
  for (const item of all) {
    const scopes = groups.get(item.resource) ?? new Map<Scope, T[]>();
    groups.set(item.resource, scopes);
    const list = scopes.get(item.scope) ?? [];
    scopes.set(item.scope, list);
    list.push(item);
  }
  return Array.from(groups.values(), (scopes) => [...scopes.values()].flat()).flat();
}

/**
 * By start time. The wire does not say which of two spans that start in the same nanosecond started first (they arrive in
 * the order in which they end), but an ancestor must have; otherwise the order of arrival decides.
 */
function orderSpans(spans: readonly Span[]): readonly Span[] {
  const depths = depthsOf(spans);
  return spans
    .map((span, index) => ({ span, index, depth: depths[index] ?? 0 }))
    .toSorted(
      (a, b) => compare(a.span.startTimeUnixNano, b.span.startTimeUnixNano) || a.depth - b.depth || a.index - b.index,
    )
    .map(({ span }) => cleanSpan(span));
}

/**
 * How many ancestors each span has here. It must not depend on the order of arrival, or normal forms would not be stable:
 * so whatever hangs from a cycle counts as 0, and an id that occurs twice counts as absent.
 */
function depthsOf(spans: readonly Span[]): Int32Array {
  const UNKNOWN = -1;
  const LOOPED = -2;
  const indexOf = new Map<string, number>();
  for (const [index, span] of spans.entries()) {
    const key = `${span.traceId}:${span.spanId}`;
    indexOf.set(key, indexOf.has(key) ? -1 : index);
  }
  const parents = spans.map((span) => indexOf.get(`${span.traceId}:${span.parentSpanId}`) ?? -1);
  const depths = new Int32Array(spans.length).fill(UNKNOWN);
  for (let start = 0; start < spans.length; start += 1) {
    const path: number[] = [];
    const onPath = new Set<number>();
    let at = start;
    while (at !== -1 && depths[at] === UNKNOWN && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = parents[at] ?? -1;
    }
    const base = at === -1 ? -1 : (depths[at] ?? -1);
    const looped = at !== -1 && (onPath.has(at) || base === LOOPED);
    for (const [step, index] of path.toReversed().entries()) depths[index] = looped ? LOOPED : base + 1 + step;
  }
  return depths.map((depth) => Math.max(depth, 0));
}

function cleanSpan(span: Span): Span {
  return {
    ...span,
    attributes: cleanAttributes(span.attributes),
    events: span.events.map((event) => ({ ...event, attributes: cleanAttributes(event.attributes) })),
    links: span.links.map((link) => ({ ...link, attributes: cleanAttributes(link.attributes) })),
  };
}

function cleanMetric(metric: Metric): Metric {
  return { ...metric, metadata: cleanAttributes(metric.metadata), data: mapPoints(metric.data, cleanPoints) };
}

function cleanPoints<P extends AnyPoint>(points: readonly P[]): readonly P[] {
  return points.map((point) => {
    const cleaned = { ...point, attributes: cleanAttributes(point.attributes) };
    if (point.exemplars === undefined) return cleaned;
    const exemplars = point.exemplars.map((exemplar) => ({
      ...exemplar,
      filteredAttributes: cleanAttributes(exemplar.filteredAttributes),
    }));
    return { ...cleaned, exemplars };
  });
}

function cleanAttributes(attributes: readonly Attribute[]): readonly Attribute[] {
  return attributes
    .map(({ key, value }) => ({ key, value: cleanValue(key, value) }))
    .toSorted((a, b) => compare(a.key, b.key));
}

function cleanValue(key: string, value: AnyValue): AnyValue {
  if (value.kind === 'map') return { kind: 'map', value: cleanAttributes(value.value) };
  if (key === 'exception.stacktrace' && value.kind === 'string')
    return { kind: 'string', value: readerStack(value.value) };
  return value;
}

/** A line of a stack trace, as V8 (`at f (file:1:2)`) or the other engines (`f@file:1:2`) write it. */
const FRAME = /^\s*at\s|@.*:\d+:\d+$|^\s*\S+:\d+:\d+$/;

/** A place in one of the reader's own files: a plain file name, with or without the sandbox's scheme. */
const READER_PLACE = /(?:^|[\s(@])(?:sandbox:\/\/\/)?([\w.-]+\.[cm]?[jt]sx?):(\d+):(\d+)\)?$/;

/**
 * A stack trace reduced to its message and the frames in the reader's own files: what the runtime and the SDK put between
 * them changes with every release.
 */
export function readerStack(stack: string): string {
  const lines = stack.split('\n');
  const firstFrame = lines.findIndex((line) => FRAME.test(line));
  if (firstFrame === -1) return stack;
  const frames = lines.slice(firstFrame).filter((line) => READER_PLACE.test(line));
  return [
    ...lines.slice(0, firstFrame),
    ...frames.map((line) => line.replace('sandbox:///', '').trim().replace(/^/, '    ')),
  ].join('\n');
}

/** Gives every id the number of its first appearance; the spans of the run come first, in file order. */
function renumber(telemetry: Telemetry): Telemetry {
  const ids = new Numbers();
  for (const span of telemetry.spans) {
    ids.trace(span.traceId);
    ids.span(span.traceId, span.spanId);
  }
  const spans = telemetry.spans.map((span) => ({
    ...span,
    traceId: ids.trace(span.traceId),
    spanId: ids.span(span.traceId, span.spanId),
    parentSpanId: ids.span(span.traceId, span.parentSpanId),
    links: span.links.map((link) => ({ ...link, ...ids.both(link) })),
  }));
  const metrics = telemetry.metrics.map((metric) => ({
    ...metric,
    data: mapPoints(metric.data, (points) => renumberPoints(points, ids)),
  }));
  const logs = telemetry.logs.map((log) => ({ ...log, ...ids.both(log) }));
  return { spans, metrics, logs };
}

function renumberPoints<P extends AnyPoint>(points: readonly P[], ids: Numbers): readonly P[] {
  return points.map((point) =>
    point.exemplars === undefined
      ? point
      : { ...point, exemplars: point.exemplars.map((exemplar) => ({ ...exemplar, ...ids.both(exemplar) })) },
  );
}

class Numbers {
  readonly #traces = new Map<string, string>();
  readonly #spans = new Map<string, string>();

  trace(id: string): string {
    return numbered(this.#traces, id, id, 32);
  }

  /** A span id means something only inside its trace, so the pair is what gets a number. */
  span(traceId: string, id: string): string {
    return numbered(this.#spans, `${traceId}:${id}`, id, 16);
  }

  both(item: { readonly traceId: string; readonly spanId: string }): {
    readonly traceId: string;
    readonly spanId: string;
  } {
    return { traceId: this.trace(item.traceId), spanId: this.span(item.traceId, item.spanId) };
  }
}

function numbered(known: Map<string, string>, key: string, id: string, digits: number): string {
  if (id === '') return '';
  const number = known.get(key) ?? (known.size + 1).toString(16).padStart(digits, '0');
  known.set(key, number);
  return number;
}
