import { deliver } from './delivery.ts';
import { readTraceFile } from './read.ts';
import type { TraceFile } from './result.ts';

/**
 * Reads a made-up file, and forms what a worker would send of it. Code that has run often is compiled well: what comes
 * first otherwise pays for that, and with a thousand spans it is half of the reading. To be called while there is nothing
 * else to do but wait for a file.
 */
export async function rehearseReading(file: Uint8Array): Promise<TraceFile> {
  const read = await readTraceFile('', file);
  deliver(read, () => undefined);
  return read;
}

/** What nearly all files hold: a tree of plain spans of two services with a few attributes, some events and an error. */
export function madeUpFile(count: number): Uint8Array {
  const services = ['a', 'b'].map((service, at) => {
    const spans = Array.from({ length: Math.ceil(count / 2) }, (_, index) => madeUpSpan(index * 2 + at));
    return {
      resource: { attributes: [{ key: 'service.name', value: { stringValue: service } }] },
      scopeSpans: [{ scope: { name: 'made-up', version: '1' }, spans }],
    };
  });
  return new TextEncoder().encode(JSON.stringify({ resourceSpans: services }));
}

const START = 1_700_000_000_000_000_000n;

function madeUpSpan(index: number): object {
  const id = (of: number): string => (of + 1).toString(16).padStart(16, '0');
  const start = String(START + BigInt(index * 1000));
  return {
    traceId: '1'.padStart(32, '0'),
    spanId: id(index),
    ...(index === 0 ? {} : { parentSpanId: id((index - 1) >> 2) }),
    flags: 257,
    name: `made up ${index % 7}`,
    kind: (index % 5) + 1,
    startTimeUnixNano: start,
    endTimeUnixNano: String(START + BigInt(1_000_000 - index)),
    attributes: [
      { key: 'text', value: { stringValue: `text ${index}` } },
      { key: 'number', value: { intValue: String(index) } },
    ],
    ...(index % 8 === 0 ? { events: [{ timeUnixNano: start, name: 'made up', attributes: [] }] } : {}),
    ...(index % 16 === 0 ? { status: { code: 2, message: 'made up' } } : {}),
  };
}
