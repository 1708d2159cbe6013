/**
 * Made-up traces of any size, as OTLP JSON text: what the measurements of the viewer read. The same shape and count
 * always give the same text.
 */

export type Shape = 'mixed' | 'deep' | 'wide';

const SERVICES = ['frontend', 'checkout', 'payment', 'inventory', 'shipping'] as const;
const OPERATIONS = [
  'GET /cart',
  'POST /orders',
  'charge card',
  'SELECT stock',
  'reserve',
  'publish order',
  'quote',
] as const;
const START = 1_790_000_000_000_000_000n;

/** A small generator of even numbers from 0 to 1 with a fixed seed (mulberry32, public domain arithmetic). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * The text of a file with `count` spans of one trace: about 700 bytes a span, with six attributes, an event at every
 * tenth and an error at every fiftieth. `mixed` is a tree of eight children a span and five services; `deep` is a chain;
 * `wide` has all spans under one root.
 */
export function traceText(shape: Shape, count: number): string {
  const next = random(count);
  const byService: string[][] = SERVICES.map(() => []);
  const starts = new Float64Array(count);
  const lengths = new Float64Array(count);
  for (let index = 0; index < count; index += 1) {
    const parent = index === 0 ? -1 : parentOf(shape, index);
    if (parent < 0) lengths[index] = count * 200_000;
    else {
      const room = lengths[parent] ?? 0;
      const offset = Math.floor(room * (shape === 'deep' ? 0.000_01 : next() * 0.8));
      starts[index] = (starts[parent] ?? 0) + offset;
      lengths[index] = shape === 'deep' ? room - 2 * offset : Math.floor((room - offset) * (0.1 + next() * 0.8));
    }
    const start = START + BigInt(starts[index] ?? 0);
    const end = start + BigInt(lengths[index] ?? 0);
    const name = OPERATIONS[Math.floor(next() * OPERATIONS.length)] ?? '';
    const attributes = [
      text('http.request.method', index % 3 === 0 ? 'POST' : 'GET'),
      text('url.path', `/orders/${index}/items/${Math.floor(next() * 1000)}`),
      text('server.address', `${SERVICES[index % 5] ?? ''}.example.internal`),
      number('http.response.status_code', index % 50 === 49 ? 503 : 200),
      number('lab.sequence', index),
      text('enduser.id', `user-${hex(Math.floor(next() * 65_536), 8)}`),
    ];
    const parts = [
      `"traceId":"${hex(count, 32)}","spanId":"${hex(index + 1, 16)}"`,
      parent < 0 ? '' : `,"parentSpanId":"${hex(parent + 1, 16)}"`,
      `,"flags":257,"name":"${name}","kind":${(index % 5) + 1}`,
      `,"startTimeUnixNano":"${start}","endTimeUnixNano":"${end}"`,
      `,"attributes":[${attributes.join(',')}]`,
      index % 10 === 0
        ? `,"events":[{"timeUnixNano":"${start}","name":"retry","attributes":[${number('attempt', 2)}]}]`
        : '',
      index % 50 === 49 ? ',"status":{"code":2,"message":"upstream is unavailable"}' : '',
    ];
    byService[index % 5]?.push(`{${parts.join('')}}`);
  }
  const resources = SERVICES.map(
    (service, at) =>
      `{"resource":{"attributes":[${text('service.name', service)}]},"scopeSpans":[{"scope":{"name":"shop/http","version":"1.4.0"},"spans":[${byService[at]?.join(',') ?? ''}]}]}`,
  );
  return `{"resourceSpans":[${resources.join(',')}]}`;
}

function parentOf(shape: Shape, index: number): number {
  if (shape === 'deep') return index - 1;
  return shape === 'wide' ? 0 : Math.floor((index - 1) / 8);
}

function text(key: string, value: string): string {
  return `{"key":"${key}","value":{"stringValue":"${value}"}}`;
}

function number(key: string, value: number): string {
  return `{"key":"${key}","value":{"intValue":"${value}"}}`;
}
