import type { Resource, Scope, Span } from '../../../src/otlp/telemetry.ts';
import type { TraceForest } from '../../../src/trace/forest.ts';

const scope: Scope = { name: 'test', version: '', attributes: [], droppedAttributesCount: 0, schemaUrl: '' };

/** A resource that names its service. */
export function service(name: string): Resource {
  return {
    attributes: [{ key: 'service.name', value: { kind: 'string', value: name } }],
    droppedAttributesCount: 0,
    schemaUrl: '',
  };
}

const lone = service('lone');

/** A span of 10 ns that starts at its row's number, with what the test cares about laid over. */
export function span(row: number, over: Partial<Span> = {}): Span {
  return {
    traceId: '1'.repeat(32),
    spanId: (row + 1).toString(16).padStart(16, '0'),
    parentSpanId: '',
    traceState: '',
    flags: 0,
    name: `span ${row}`,
    kind: 'internal',
    startTimeUnixNano: BigInt(row),
    endTimeUnixNano: BigInt(row + 10),
    attributes: [],
    droppedAttributesCount: 0,
    events: [],
    droppedEventsCount: 0,
    links: [],
    droppedLinksCount: 0,
    status: { code: 'unset', message: '' },
    resource: lone,
    scope,
    ...over,
  };
}

/** A forest by the depths of its rows, made without the code under test: `[0, 1, 2, 1]`. */
export function forestOf(depths: readonly number[], spans = depths.map((_, row) => span(row))): TraceForest {
  const count = depths.length;
  const parent = new Int32Array(count).fill(-1);
  const subtreeEnd = new Int32Array(count);
  depths.forEach((depth, row) => {
    parent[row] = depths.findLastIndex((other, at) => at < row && other === depth - 1);
    const next = depths.findIndex((other, at) => at > row && other <= depth);
    subtreeEnd[row] = next < 0 ? count : next;
  });
  const ends = spans.map((one) => Number(one.endTimeUnixNano));
  return {
    spans,
    parent,
    depth: Int32Array.from(depths),
    subtreeEnd,
    pending: new Uint8Array(count),
    originNs: 0n,
    startNs: Float64Array.from(spans, (one) => Number(one.startTimeUnixNano)),
    endNs: Float64Array.from(ends),
    selfNs: new Float64Array(count),
    durationNs: Math.max(0, ...ends),
  };
}
