/** Gathers what is read of a file, and what had to be left out. */
import { encodeValue, OtlpError } from '../otlp/index.ts';
import type { Attribute, LogRecord, Metric, Resource, Scope, Telemetry } from '../otlp/telemetry.ts';
import type { PackedSpans } from './pack.ts';
import { MOST_PROBLEMS } from './result.ts';
import type { LeftOut, Place, Problem, Reason } from './result.ts';
import { unpackSpans } from './unpack.ts';
import { SpanWriter, type Mark } from './writer.ts';

/** How much a collection held. */
export interface CollectionMark {
  readonly spans: Mark;
  readonly metrics: number;
  readonly logs: number;
  readonly problems: number;
  readonly leftOut: number;
}

export class Collection {
  readonly #file: string;
  readonly spans = new SpanWriter();
  readonly #metrics: Metric[] = [];
  readonly #logs: LogRecord[] = [];
  readonly #problems: Problem[] = [];
  readonly #resources = new Shared(resourceKey);
  readonly #scopes = new Shared(scopeKey);
  #leftOut = 0;

  constructor(file: string) {
    this.#file = file;
  }

  /** Adds everything of a decoded part of the file. Resources and scopes that say the same become one object. */
  add({ spans, metrics, logs }: Telemetry): void {
    for (const span of spans) this.spans.add(this.#shared(span));
    for (const metric of metrics) this.#metrics.push(this.#shared(metric));
    for (const log of logs) this.#logs.push(this.#shared(log));
  }

  /** Says whose all spans from a place on are. */
  own(resource: Resource, scope: Scope, from: number): void {
    this.spans.own(this.#resources.one(resource), this.#scopes.one(scope), from);
  }

  /** How much there is now, to be able to go back to it. */
  mark(): CollectionMark {
    return {
      spans: this.spans.mark(),
      metrics: this.#metrics.length,
      logs: this.#logs.length,
      problems: this.#problems.length,
      leftOut: this.#leftOut,
    };
  }

  /** Takes back what was added and left out since a mark. */
  cut({ spans, metrics, logs, problems, leftOut }: CollectionMark): void {
    this.spans.cut(spans);
    this.#metrics.length = metrics;
    this.#logs.length = logs;
    this.#problems.length = problems;
    this.#leftOut = leftOut;
  }

  /** Counts items whose reasons are told apart from them. */
  countOnly(count: number): void {
    this.#leftOut += count;
  }

  /** Notes why something was left out, and counts it. */
  leaveOut(reason: Reason, place: Place, count = 1): void {
    this.#leftOut += count;
    if (this.#problems.length < MOST_PROBLEMS) this.#problems.push({ file: this.#file, place, reason });
  }

  /** The same for a fault of the wire; what is no such fault is thrown on. */
  leaveOutError(error: unknown, outer: Place, count = 1): void {
    if (!(error instanceof OtlpError)) throw error;
    this.leaveOut(...ofError(error, outer), count);
  }

  get isEmpty(): boolean {
    return this.spans.count + this.#metrics.length + this.#logs.length === 0;
  }

  get firstProblem(): Problem | undefined {
    return this.#problems[0];
  }

  result(): { readonly telemetry: Telemetry; readonly packed: PackedSpans; readonly leftOut: LeftOut } {
    const packed = this.spans.done();
    return {
      packed,
      telemetry: { spans: unpackSpans(packed), metrics: this.#metrics, logs: this.#logs },
      leftOut: { count: this.#leftOut, problems: this.#problems },
    };
  }

  /** Exporters repeat resource and scope in every batch: thousands of equal objects become one. */
  #shared<T extends { readonly resource: Resource; readonly scope: Scope }>(item: T): T {
    const resource = this.#resources.one(item.resource);
    const scope = this.#scopes.one(item.scope);
    return resource === item.resource && scope === item.scope ? item : { ...item, resource, scope };
  }
}

/** One object for all that say the same. */
class Shared<T extends object> {
  readonly #byKey = new Map<string, T>();
  readonly #known = new Map<T, T>();
  readonly #keyOf: (item: T) => string;

  constructor(keyOf: (item: T) => string) {
    this.#keyOf = keyOf;
  }

  one(item: T): T {
    const known = this.#known.get(item);
    if (known !== undefined) return known;
    const key = this.#keyOf(item);
    const one = this.#byKey.get(key) ?? item;
    this.#byKey.set(key, one);
    this.#known.set(item, one);
    return one;
  }
}

/** A fault of the wire as a reason and a place. */
export function ofError(error: OtlpError, outer: Place): [Reason, Place] {
  const byte = /^byte (\d+)$/.exec(error.place)?.[1];
  const place = byte === undefined ? (error.place === '' ? {} : { path: error.place }) : { byte: Number(byte) };
  return [
    { key: 'rule', text: error.problem },
    { ...outer, ...place },
  ];
}

function resourceKey({ attributes, droppedAttributesCount, schemaUrl }: Resource): string {
  return JSON.stringify([encoded(attributes), droppedAttributesCount, schemaUrl]);
}

function scopeKey({ name, version, attributes, droppedAttributesCount, schemaUrl }: Scope): string {
  return JSON.stringify([name, version, encoded(attributes), droppedAttributesCount, schemaUrl]);
}

function encoded(attributes: readonly Attribute[]): unknown {
  return attributes.map(({ key, value }) => [key, encodeValue(value)]);
}
