import type { Resource, Span } from '../otlp/telemetry.ts';
import type { TraceForest } from './forest.ts';

/** What one line says about a run. */
export interface TraceSummary {
  readonly spanCount: number;
  readonly errorCount: number;
  readonly traceCount: number;
  /** Names in order of first appearance; spans that name no service add nothing. */
  readonly services: readonly string[];
  /** From the earliest start to the latest end, in nanoseconds. */
  readonly durationNs: number;
}

/** Counts a forest. */
export function summary(forest: TraceForest): TraceSummary {
  // Spans of one envelope share their resource, which is looked at once.
  const resources = new Set<Resource>();
  const traces = new Set<string>();
  let errorCount = 0;
  for (const span of forest.spans) {
    traces.add(span.traceId);
    resources.add(span.resource);
    if (span.status.code === 'error') errorCount += 1;
  }
  const services = new Set(Array.from(resources, (resource) => serviceName({ resource })));
  services.delete('');
  return {
    spanCount: forest.spans.length,
    errorCount,
    traceCount: traces.size,
    services: [...services],
    durationNs: forest.durationNs,
  };
}

/** The resource attribute `service.name`; `''` where it is missing. */
export function serviceName(item: Pick<Span, 'resource'>): string {
  const value = item.resource.attributes.find(({ key }) => key === 'service.name')?.value;
  return value?.kind === 'string' ? value.value : '';
}
