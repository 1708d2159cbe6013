import { SpanKind, SpanStatusCode, TraceFlags, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import {
  JsonLogsSerializer,
  JsonMetricsSerializer,
  JsonTraceSerializer,
  ProtobufLogsSerializer,
  ProtobufMetricsSerializer,
  ProtobufTraceSerializer,
} from '@opentelemetry/otlp-transformer';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { InMemoryLogRecordExporter, LoggerProvider, SimpleLogRecordProcessor } from '@opentelemetry/sdk-logs';
import {
  AggregationTemporality,
  AggregationType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, InMemorySpanExporter, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { decodeExport, decodeJson } from '../../../src/otlp/decode.ts';
import { OtlpError } from '../../../src/otlp/error.ts';
import { decodeProtobuf } from '../../../src/otlp/protobuf.ts';
import type { Signal } from '../../../src/otlp/telemetry.ts';

// Properties run hundreds of cases; on a busy machine that takes longer than a test of one.
vi.setConfig({ testTimeout: 60_000 });

interface Bodies {
  readonly json: Uint8Array;
  readonly protobuf: Uint8Array;
}

const resource = resourceFromAttributes({ 'service.name': 'shop', 'process.pid': 7 });

function bodies(json: Uint8Array | undefined, protobuf: Uint8Array | undefined): Bodies {
  if (json === undefined || protobuf === undefined) throw new Error('the serializer gave nothing');
  return { json, protobuf };
}

function realSpans(): Bodies {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ resource, spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const tracer = provider.getTracer('orders', '1.2.3');
  const parent = tracer.startSpan('接收订单', { kind: SpanKind.SERVER, startTime: [946_684_800, 5] });
  const context = trace.setSpan(ROOT_CONTEXT, parent);
  const remote = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: TraceFlags.SAMPLED, isRemote: true };
  const child = tracer.startSpan(
    'store order in a database with a name that is longer than thirty-two bytes',
    {
      kind: SpanKind.CLIENT,
      startTime: [946_684_801, 999_999_999],
      attributes: { text: 'é', yes: true, count: -3, ratio: 0.25, list: ['a', 'b'], big: 2 ** 53 - 1 },
      links: [{ context: remote, attributes: { 'lab.reason': 'batch' } }],
    },
    context,
  );
  child.addEvent('retry', { attempt: 2 }, [946_684_802, 1]);
  child.setStatus({ code: SpanStatusCode.ERROR, message: 'refused' });
  child.end([946_684_803, 0]);
  parent.setStatus({ code: SpanStatusCode.OK });
  parent.end([946_684_804, 0]);
  const spans = exporter.getFinishedSpans();
  return bodies(JsonTraceSerializer.serializeRequest(spans), ProtobufTraceSerializer.serializeRequest(spans));
}

async function realMetrics(): Promise<Bodies> {
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 3_600_000 });
  const views = [
    { instrumentName: 'exponential', aggregation: { type: AggregationType.EXPONENTIAL_HISTOGRAM } as const },
  ];
  const provider = new MeterProvider({ resource, readers: [reader], views });
  const meter = provider.getMeter('orders');
  const counter = meter.createCounter('orders', { unit: '{order}', description: 'Orders seen' });
  counter.add(3, { state: 'new' });
  counter.add(4, { state: 'old' });
  meter.createUpDownCounter('queue').add(-2);
  meter.createGauge('temperature').record(36.6);
  meter.createHistogram('duration', { unit: 's' }).record(0.3);
  const exponential = meter.createHistogram('exponential', { unit: 's' });
  exponential.record(0.5);
  exponential.record(9);
  exponential.record(0);
  await provider.forceFlush();
  const [metrics] = exporter.getMetrics();
  if (metrics === undefined) throw new Error('no metrics');
  const result = bodies(
    JsonMetricsSerializer.serializeRequest(metrics),
    ProtobufMetricsSerializer.serializeRequest(metrics),
  );
  await provider.shutdown();
  return result;
}

function realLogs(): Bodies {
  const exporter = new InMemoryLogRecordExporter();
  const provider = new LoggerProvider({ resource, processors: [new SimpleLogRecordProcessor({ exporter })] });
  const logger = provider.getLogger('orders');
  const spanContext = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: TraceFlags.SAMPLED };
  logger.emit({
    severityNumber: SeverityNumber.ERROR,
    severityText: 'ERROR',
    eventName: 'exception',
    body: { map: { bytes: Uint8Array.of(1, 2, 255) }, list: [1, 'two', true, null] },
    attributes: { 'exception.type': 'TypeError' },
    context: trace.setSpanContext(ROOT_CONTEXT, spanContext),
    timestamp: [946_684_800, 1],
  });
  logger.emit({ body: 'plain' });
  const records = exporter.getFinishedLogRecords();
  return bodies(JsonLogsSerializer.serializeRequest(records), ProtobufLogsSerializer.serializeRequest(records));
}

const text = (body: Uint8Array): string => new TextDecoder().decode(body);

describe('what the real SDK sends', () => {
  let metrics: Bodies;
  beforeAll(async () => {
    metrics = await realMetrics();
  });

  test('spans are the same in JSON and in protobuf', () => {
    const { json, protobuf } = realSpans();
    const fromJson = decodeJson(text(json), ['traces']);
    expect(decodeProtobuf('traces', protobuf)).toEqual(fromJson);
    expect(fromJson.rejected.count).toBe(0);
    const [child, parent] = fromJson.telemetry.spans;
    expect(parent).toMatchObject({ name: '接收订单', kind: 'server', status: { code: 'ok' }, flags: 257 });
    expect(child).toMatchObject({
      kind: 'client',
      parentSpanId: parent?.spanId,
      startTimeUnixNano: 946_684_801_999_999_999n,
      endTimeUnixNano: 946_684_803_000_000_000n,
      status: { code: 'error', message: 'refused' },
      events: [{ name: 'retry', timeUnixNano: 946_684_802_000_000_001n }],
      links: [{ traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), flags: 0x301 }],
      scope: { name: 'orders', version: '1.2.3' },
    });
    expect(child?.attributes).toContainEqual({ key: 'count', value: { kind: 'int', value: -3n } });
    expect(child?.attributes).toContainEqual({ key: 'ratio', value: { kind: 'double', value: 0.25 } });
  });

  test('metrics are the same in JSON and in protobuf', () => {
    const fromJson = decodeJson(text(metrics.json), ['metrics']);
    const fromProtobuf = decodeProtobuf('metrics', metrics.protobuf);
    expect(fromProtobuf.rejected.count).toBe(0);
    expect(fromProtobuf).toEqual(fromJson);
    expect(
      fromJson.telemetry.metrics
        .map((metric) => `${metric.name} ${metric.data.kind} ${metric.data.points.length}`)
        .toSorted(),
    ).toEqual([
      'duration histogram 1',
      'exponential exponentialHistogram 1',
      'orders sum 2',
      'queue sum 1',
      'temperature gauge 1',
    ]);
  });

  test('logs are the same in JSON and in protobuf', () => {
    const { json, protobuf } = realLogs();
    const fromJson = decodeJson(text(json), ['logs']);
    expect(decodeProtobuf('logs', protobuf)).toEqual(fromJson);
    expect(fromJson.telemetry.logs[0]).toMatchObject({
      eventName: 'exception',
      severityNumber: 17,
      spanId: 'b'.repeat(16),
    });
  });

  test('decodeExport reads a protobuf body by its content type', async () => {
    const { protobuf } = realSpans();
    const decoded = await decodeExport('traces', 'application/x-protobuf', protobuf);
    expect(decoded.telemetry.spans).toHaveLength(2);
  });
});

const field = (number: number, content: readonly number[]): number[] => [(number << 3) | 2, content.length, ...content];

const double = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

const fixed = (value: number): number[] => [value, 0, 0, 0, 0, 0, 0, 0];

const refused = (bytes: readonly number[]) => () => decodeProtobuf('traces', Uint8Array.from(bytes));

const wrap = (number: number, content: number[]): number[] => {
  const length: number[] = [];
  for (let rest = content.length; ; rest = Math.floor(rest / 128)) {
    length.push(rest > 127 ? (rest % 128) | 128 : rest);
    if (rest <= 127) break;
  }
  return [(number << 3) | 2, ...length, ...content];
};

/** Reads bytes of any origin: a fault of theirs is an `OtlpError`, anything else is a fault of the reader. */
function readOrRefuse(signal: Signal, bytes: Uint8Array): void {
  try {
    decodeProtobuf(signal, bytes);
  } catch (error) {
    if (!(error instanceof OtlpError)) throw error;
  }
}

describe('protobuf of any origin', () => {
  test('a bad span is left out and named as in JSON', () => {
    const body = Uint8Array.from(field(1, field(2, field(2, field(1, [1, 2])))));
    const { telemetry, rejected } = decodeProtobuf('traces', body);
    expect(telemetry.spans).toEqual([]);
    expect(rejected.message).toBe(
      'resourceSpans[0].scopeSpans[0].spans[0].traceId: must be 32 hexadecimal digits, but is "0102"',
    );
  });

  test('unknown fields are skipped, whatever their wire type', () => {
    const unknown = [
      0xf8,
      0x01,
      0x96,
      0x01,
      ...field(30, [1, 2]),
      (9 << 3) | 5,
      1,
      2,
      3,
      4,
      (9 << 3) | 1,
      1,
      2,
      3,
      4,
      5,
      6,
      7,
      8,
    ];
    expect(decodeProtobuf('traces', Uint8Array.from(unknown)).rejected.count).toBe(0);
  });

  test('repeated numbers are read packed and unpacked', () => {
    const packed = [...field(6, [...fixed(1), ...fixed(2)]), ...field(7, double(0.5))];
    const unpacked = [(6 << 3) | 1, ...fixed(1), (6 << 3) | 1, ...fixed(2), (7 << 3) | 1, ...double(0.5)];
    for (const point of [packed, unpacked]) {
      const metric = [...field(1, [109]), ...field(9, field(1, point))];
      const { telemetry } = decodeProtobuf('metrics', Uint8Array.from(field(1, field(2, field(2, metric)))));
      expect(telemetry.metrics[0]?.data).toMatchObject({ points: [{ bucketCounts: [1n, 2n], explicitBounds: [0.5] }] });
    }
  });

  test('the last kind of a value is the one that counts', () => {
    const value = [...field(1, [97]), 0x10, 0x01];
    const resourceBytes = field(1, field(1, [...field(1, [107]), ...field(2, value)]));
    const span = [
      ...field(
        1,
        Array.from({ length: 16 }, () => 1),
      ),
      ...field(
        2,
        Array.from({ length: 8 }, () => 2),
      ),
    ];
    const times = [(7 << 3) | 1, 1, 0, 0, 0, 0, 0, 0, 0, (8 << 3) | 1, 2, 0, 0, 0, 0, 0, 0, 0];
    const spans = field(2, field(2, [...span, ...field(5, [110]), ...times]));
    const [read] = decodeProtobuf('traces', Uint8Array.from(field(1, [...resourceBytes, ...spans]))).telemetry.spans;
    expect(read?.resource.attributes).toEqual([{ key: 'k', value: { kind: 'bool', value: true } }]);
  });

  test('a body that ends early, wrong wire types and endless numbers are named by byte', () => {
    expect(refused([0x0a, 0x05, 0x00])).toThrow(
      'byte 2: The body is not an OTLP protobuf message: a value is 5 bytes long, but only 1 are left.',
    );
    expect(refused([0x08, 0x01])).toThrow(/wire type 0 in place of 2/);
    expect(refused([0x0b])).toThrow(/wire type 3 in place of 2/);
    expect(refused([0xfb, 0x01])).toThrow(/wire type 3, which OTLP does not use/);
    expect(refused([0x00])).toThrow(/field has the number 0/);
    expect(refused(Array.from({ length: 12 }, () => 0xff))).toThrow(/longer than 10 bytes/);
  });

  test('deep nesting ends in a sentence', () => {
    let value: number[] = [];
    for (let level = 0; level < 500; level += 1) value = wrap(5, wrap(1, value));
    const body = wrap(1, wrap(1, wrap(1, wrap(2, value))));
    expect(() => decodeProtobuf('traces', Uint8Array.from(body))).toThrow(/messages nest deeper than/);
  });

  test('random bytes are read or refused, never more', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('traces', 'metrics', 'logs'), (bytes, signal) => {
        expect(() => readOrRefuse(signal, bytes)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
  });

  test('a damaged real body is read or refused, never more', () => {
    const { protobuf } = realSpans();
    fc.assert(
      fc.property(fc.nat(protobuf.length - 1), fc.nat(255), (at, byte) => {
        const damaged = protobuf.slice();
        damaged[at] = byte;
        expect(() => readOrRefuse('traces', damaged)).not.toThrow();
      }),
      { numRuns: 1000 },
    );
  });
});
