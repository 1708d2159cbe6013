import type { Resource, Span } from '../otlp/telemetry.ts';
import { serviceName } from '../trace/index.ts';

/** The services of a trace in order of first appearance, which is also the order of their colours. */
export interface Services {
  readonly names: readonly string[];
  /** 1 to 10, the number of a palette colour; the eleventh service shares the first one's, and its name tells them apart. */
  readonly colourOf: (span: Span) => number;
  readonly nameOf: (span: Span) => string;
}

/** Colours in the palette `--tp-service-1` to `--tp-service-10`. */
export const PALETTE_SIZE = 10;

/** Looks each resource up once: spans of one envelope share their resource object. */
export function listServices(spans: readonly Span[]): Services {
  const names: string[] = [];
  const order = new Map<string, number>();
  const known = new Map<Resource, number>();
  for (const span of spans) {
    const { resource } = span;
    if (known.has(resource)) continue;
    const name = serviceName(span);
    let index = order.get(name);
    if (index === undefined) {
      index = names.length;
      order.set(name, index);
      names.push(name);
    }
    known.set(resource, index);
  }
  const indexOf = (span: Span): number => known.get(span.resource) ?? 0;
  return {
    names,
    colourOf: (span) => (indexOf(span) % PALETTE_SIZE) + 1,
    nameOf: (span) => names[indexOf(span)] ?? '',
  };
}
