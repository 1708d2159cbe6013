/** The names that golden runs emit: of spans, metrics and attributes, with the examples that emit them. */
import type { Attribute, Telemetry } from '../../../otlp/telemetry.ts';

/** Names of one sort, each with the ids of the examples that emit it. */
export type NameIndex = ReadonlyMap<string, ReadonlySet<string>>;

/** All names of a set of examples, in alphabetical order. */
export interface Names {
  readonly spans: NameIndex;
  readonly metrics: NameIndex;
  readonly attributes: NameIndex;
}

/** Collects the names from runs; an example may have several. */
export function collectNames(runs: Iterable<{ readonly example: string; readonly telemetry: Telemetry }>): Names {
  const spans = new Map<string, Set<string>>();
  const metrics = new Map<string, Set<string>>();
  const attributes = new Map<string, Set<string>>();
  for (const { example, telemetry } of runs) {
    const note = (index: Map<string, Set<string>>, name: string): void => {
      index.set(name, (index.get(name) ?? new Set()).add(example));
    };
    const all = (list: readonly Attribute[]): void => list.forEach(({ key }) => note(attributes, key));
    for (const span of telemetry.spans) {
      note(spans, span.name);
      all(span.attributes);
      for (const { attributes: own } of [...span.events, ...span.links]) all(own);
    }
    for (const metric of telemetry.metrics) {
      note(metrics, metric.name);
      for (const point of metric.data.points) all(point.attributes);
    }
    for (const log of telemetry.logs) all(log.attributes);
    for (const { resource } of [...telemetry.spans, ...telemetry.metrics, ...telemetry.logs]) all(resource.attributes);
  }
  return { spans: sorted(spans), metrics: sorted(metrics), attributes: sorted(attributes) };
}

function sorted(index: ReadonlyMap<string, ReadonlySet<string>>): NameIndex {
  return new Map([...index].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
