import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, TraceFlags } from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { InMemorySpanExporter, SimpleSpanProcessor, WebTracerProvider } from '@opentelemetry/sdk-trace-web';
import { describe, expect, test } from 'vitest';
import { verify } from '../../../src/kit/checks.ts';
import { spansOf } from '../../../src/kit/recorded.ts';

function record(work: (tracer: ReturnType<WebTracerProvider['getTracer']>) => void) {
  const memory = new InMemorySpanExporter();
  const provider = new WebTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'bar' }),
    spanProcessors: [new SimpleSpanProcessor(memory)],
  });
  work(provider.getTracer('drinks', '1.2.0'));
  return memory.getFinishedSpans();
}

function family() {
  return record((tracer) => {
    const parent = tracer.startSpan('sell', {}, ROOT_CONTEXT);
    const child = tracer.startSpan('ask', { kind: SpanKind.CLIENT }, trace.setSpan(ROOT_CONTEXT, parent));
    child.setStatus({ code: SpanStatusCode.ERROR, message: 'gone' });
    child.end();
    parent.end();
  });
}

describe('spans of the SDK', () => {
  test('keep everything that they say', () => {
    const target = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), traceFlags: TraceFlags.SAMPLED };
    const [span] = spansOf(
      record((tracer) => {
        const open = tracer.startSpan(
          'brew',
          {
            kind: SpanKind.PRODUCER,
            startTime: [5, 7],
            attributes: { cups: 2, warm: true, share: 0.5, names: ['a', 'b'] },
            links: [{ context: target, attributes: { why: 'batch' } }],
          },
          trace.setSpanContext(ROOT_CONTEXT, { ...target, isRemote: true }),
        );
        open.addEvent('steam', { bar: 9 }, [5, 8]);
        open.setStatus({ code: SpanStatusCode.ERROR, message: 'cold' });
        open.end([6, 0]);
      }),
    );

    expect(span).toMatchObject({
      traceId: target.traceId,
      parentSpanId: target.spanId,
      flags: 0x301,
      name: 'brew',
      kind: 'producer',
      startTimeUnixNano: 5_000_000_007n,
      endTimeUnixNano: 6_000_000_000n,
      attributes: [
        { key: 'cups', value: { kind: 'int', value: 2n } },
        { key: 'warm', value: { kind: 'bool', value: true } },
        { key: 'share', value: { kind: 'double', value: 0.5 } },
        {
          key: 'names',
          value: {
            kind: 'array',
            value: [
              { kind: 'string', value: 'a' },
              { kind: 'string', value: 'b' },
            ],
          },
        },
      ],
      events: [{ name: 'steam', timeUnixNano: 5_000_000_008n }],
      links: [{ traceId: target.traceId, spanId: target.spanId }],
      status: { code: 'error', message: 'cold' },
      scope: { name: 'drinks', version: '1.2.0' },
      resource: { attributes: [{ key: 'service.name', value: { kind: 'string', value: 'bar' } }] },
    });
  });

  test('have no parent where they are roots', () => {
    expect(spansOf(family()).map(({ name, parentSpanId }) => [name, parentSpanId === ''])).toEqual([
      ['ask', false],
      ['sell', true],
    ]);
  });
});

describe('verify', () => {
  test('says nothing where all is as described', () => {
    const described = (): void =>
      verify(family(), ({ spans, expect: wants }) => {
        wants('one sale').spans(spans.named('sell')).haveCount(1).beRoots();
        wants('the question').spans(spans.named('ask')).beChildrenOf(spans.named('sell')).haveStatus('error', 'gone');
      });
    expect(described).not.toThrow();
  });

  test('names every requirement that is not met, with what was found', () => {
    const described = (): void =>
      verify(family(), ({ spans, expect: wants }) => {
        wants('two sales').spans(spans.named('sell')).haveCount(2);
        wants('all well').spans(spans).haveStatus('unset');
      });
    expect(described).toThrow(
      'two sales: wanted spans named "sell": exactly 2; there is 1\nall well: wanted spans: status unset; "ask"',
    );
  });

  test('refuses a description that asserts nothing', () => {
    expect(() => verify(family(), () => {})).toThrow('it has no requirement');
  });
});
