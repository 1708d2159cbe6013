import type { Resource, Span } from '../otlp/telemetry.ts';
import type { TraceForest } from './forest.ts';
import { serviceName } from './summary.ts';

/** Which service each row belongs to, as a number; spans that name none share the service `''`. */
export interface ServiceColumn {
  /** In order of first appearance. */
  readonly names: readonly string[];
  /** Index into `names` of each row. */
  readonly of: Int32Array;
}

/** The service of a span, by name. Looks each resource up once: spans of one envelope share their resource object. */
export function servicesByResource(): (span: Span) => string {
  const names = new Map<Resource, string>();
  return (span) => {
    const known = names.get(span.resource);
    if (known !== undefined) return known;
    const name = serviceName(span);
    names.set(span.resource, name);
    return name;
  };
}

/** The column of a forest's services. */
export function serviceColumn(forest: TraceForest): ServiceColumn {
  const names: string[] = [];
  const byName = new Map<string, number>();
  const byResource = new Map<Resource, number>();
  const of = new Int32Array(forest.spans.length);
  for (const [row, span] of forest.spans.entries()) {
    let index = byResource.get(span.resource);
    if (index === undefined) {
      const name = serviceName(span);
      index = byName.get(name) ?? names.length;
      if (index === names.length) names.push(name);
      byName.set(name, index);
      byResource.set(span.resource, index);
    }
    of[row] = index;
  }
  return { names, of };
}
