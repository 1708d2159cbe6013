/** Arbitrary telemetry for property tests: everything the types allow, with ids that refer to each other. */
import * as fc from 'fast-check';
import type {
  AnyValue,
  Attribute,
  Exemplar,
  LogRecord,
  Metric,
  NumberPoint,
  Resource,
  Scope,
  Span,
  Telemetry,
} from '../../../src/otlp/telemetry.ts';

const traceId = fc.constantFrom('a'.repeat(32), 'b'.repeat(32));
const spanId = fc.nat(12).map((number) => (number + 1).toString(16).padStart(16, '0'));
const optionalSpanId = fc.option(spanId, { nil: '', freq: 3 });
/** Few instants, so that many things happen at the same one. */
const time = fc.nat(4).map((step) => 946_684_800_000_000_000n + BigInt(step) * 1_000_000n);
const name = fc.constantFrom('send', 'receive', '接收', '__proto__', 'a "quoted" one');
const count = fc.nat(3);

const { value: anyValue } = fc.letrec<{ value: AnyValue; attributes: readonly Attribute[] }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.record({ kind: fc.constant('empty' as const) }),
    fc.record({ kind: fc.constant('string' as const), value: fc.string() }),
    fc.record({ kind: fc.constant('bool' as const), value: fc.boolean() }),
    fc.record({ kind: fc.constant('int' as const), value: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }) }),
    fc.record({ kind: fc.constant('double' as const), value: fc.double() }),
    fc.record({ kind: fc.constant('bytes' as const), value: fc.uint8Array({ maxLength: 5 }) }),
    fc.record({ kind: fc.constant('array' as const), value: fc.array(tie('value'), { maxLength: 2 }) }),
    fc.record({ kind: fc.constant('map' as const), value: tie('attributes') }),
  ),
  attributes: fc.uniqueArray(fc.record({ key: name, value: tie('value') }), {
    maxLength: 3,
    selector: (one) => one.key,
  }),
}));

const attributes = fc.uniqueArray(fc.record({ key: name, value: anyValue }), {
  maxLength: 3,
  selector: (one) => one.key,
});

const resources: readonly Resource[] = ['shop', 'bank'].map((service, index) => ({
  attributes: [
    { key: 'service.name', value: { kind: 'string', value: service } },
    { key: 'process.pid', value: { kind: 'int', value: BigInt(index) } },
  ],
  droppedAttributesCount: 0,
  schemaUrl: '',
}));

const scopes: readonly Scope[] = ['one', 'two'].map((scopeName) => ({
  name: scopeName,
  version: '1',
  attributes: [],
  droppedAttributesCount: 0,
  schemaUrl: 'https://opentelemetry.io/schemas/1.45.0',
}));

const owner = { resource: fc.constantFrom(...resources), scope: fc.constantFrom(...scopes) };

const span: fc.Arbitrary<Span> = fc
  .record({
    traceId,
    spanId,
    parentSpanId: optionalSpanId,
    traceState: fc.constantFrom('', 'a=b'),
    flags: fc.nat(0x3ff),
    name,
    kind: fc.constantFrom('unspecified', 'internal', 'server', 'client', 'producer', 'consumer'),
    startTimeUnixNano: time,
    length: fc.nat(3),
    attributes,
    droppedAttributesCount: count,
    events: fc.array(fc.record({ timeUnixNano: time, name, attributes, droppedAttributesCount: count }), {
      maxLength: 2,
    }),
    droppedEventsCount: count,
    links: fc.array(
      fc.record({
        traceId,
        spanId,
        traceState: fc.constant(''),
        flags: count,
        attributes,
        droppedAttributesCount: count,
      }),
      { maxLength: 2 },
    ),
    droppedLinksCount: count,
    status: fc.record({ code: fc.constantFrom('unset', 'ok', 'error'), message: fc.constantFrom('', 'refused') }),
    ...owner,
  })
  .map(({ length, ...rest }) => ({ ...rest, endTimeUnixNano: rest.startTimeUnixNano + BigInt(length) * 500_000n }));

const value = fc.oneof(fc.bigInt({ min: -5n, max: 5n }), fc.double(), fc.constant(undefined));

const exemplar: fc.Arbitrary<Exemplar> = fc.record({
  timeUnixNano: time,
  value,
  traceId: fc.option(traceId, { nil: '' }),
  spanId: optionalSpanId,
  filteredAttributes: attributes,
});

const point = {
  attributes,
  startTimeUnixNano: time,
  timeUnixNano: time,
  flags: fc.nat(1),
};
const exemplars = fc.array(exemplar, { maxLength: 2 });
const numberPoints: fc.Arbitrary<readonly NumberPoint[]> = fc.array(fc.record({ ...point, value, exemplars }), {
  maxLength: 3,
});
const statistic = fc.option(fc.double(), { nil: undefined });
const statistics = { count: fc.bigInt({ min: 0n, max: 9n }), sum: statistic, min: statistic, max: statistic };
const buckets = fc.record({
  offset: fc.integer({ min: -3, max: 3 }),
  bucketCounts: fc.array(fc.constant(1n), { maxLength: 2 }),
});
const temporality = fc.constantFrom('unspecified' as const, 'delta' as const, 'cumulative' as const);

const metric: fc.Arbitrary<Metric> = fc.record({
  name,
  description: fc.constantFrom('', 'what it is'),
  unit: fc.constantFrom('s', '{item}'),
  metadata: attributes,
  data: fc.oneof(
    fc.record({ kind: fc.constant('gauge' as const), points: numberPoints }),
    fc.record({ kind: fc.constant('sum' as const), points: numberPoints, temporality, monotonic: fc.boolean() }),
    fc.record({
      kind: fc.constant('histogram' as const),
      temporality,
      points: fc.array(
        fc.record({
          ...point,
          ...statistics,
          exemplars,
          bucketCounts: fc.constant([1n, 2n]),
          explicitBounds: fc.tuple(fc.double()),
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({
      kind: fc.constant('exponentialHistogram' as const),
      temporality,
      points: fc.array(
        fc.record({
          ...point,
          ...statistics,
          exemplars,
          scale: fc.integer({ min: -5, max: 5 }),
          zeroCount: fc.constant(1n),
          zeroThreshold: fc.double(),
          positive: buckets,
          negative: buckets,
        }),
        { maxLength: 2 },
      ),
    }),
    fc.record({
      kind: fc.constant('summary' as const),
      points: fc.array(
        fc.record({
          ...point,
          count: statistics.count,
          sum: fc.double(),
          quantiles: fc.array(fc.record({ quantile: fc.double(), value: fc.double() }), { maxLength: 2 }),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  ...owner,
});

const log: fc.Arbitrary<LogRecord> = fc.record({
  timeUnixNano: fc.option(time, { nil: 0n }),
  observedTimeUnixNano: time,
  severityNumber: fc.nat(24),
  severityText: fc.constantFrom('', 'INFO'),
  eventName: fc.constantFrom('', 'exception'),
  body: anyValue,
  attributes,
  droppedAttributesCount: count,
  flags: count,
  traceId: fc.option(traceId, { nil: '' }),
  spanId: optionalSpanId,
  ...owner,
});

/** Spans with missing parents, cycles, and ids used twice. */
export const spanList: fc.Arbitrary<readonly Span[]> = fc.array(span, { maxLength: 12 });

export const telemetry: fc.Arbitrary<Telemetry> = fc.record({
  spans: spanList,
  metrics: fc.array(metric, { maxLength: 5 }),
  logs: fc.array(log, { maxLength: 4 }),
});
