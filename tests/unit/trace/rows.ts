import type { Span } from '../../../src/otlp/telemetry.ts';
import { buildForest, type TraceForest } from '../../../src/trace/index.ts';
import { EPOCH, resource, span } from '../otlp/sample.ts';

/** A span in short: `parent` is an index into the rows, times are milliseconds. */
export type Row = readonly [
  name: string,
  start: number,
  end: number,
  parent?: number | undefined,
  changes?: Partial<Span>,
];

const ms = (milliseconds: number): bigint => EPOCH + BigInt(Math.round(milliseconds * 1e6));
const id = (number: number): string => (number + 1).toString(16).padStart(16, '0');

export function trace(...rows: readonly Row[]): TraceForest {
  return buildForest(
    rows.map(([name, start, end, parent, changes], index) =>
      span({
        name,
        spanId: id(index),
        parentSpanId: parent === undefined ? '' : id(parent),
        startTimeUnixNano: ms(start),
        endTimeUnixNano: ms(end),
        ...changes,
      }),
    ),
  );
}

/** What puts a span into a service. */
export function inService(name: string): Pick<Span, 'resource'> {
  return { resource: { ...resource, attributes: [{ key: 'service.name', value: { kind: 'string', value: name } }] } };
}

export const failed = { status: { code: 'error', message: 'card declined' } } as const;
