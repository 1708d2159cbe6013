import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { Arrivals, deliver, type Delivery } from '../../../src/import/delivery.ts';
import { packSpans, plainSpan, unpackSpans } from '../../../src/import/index.ts';
import type { Telemetry } from '../../../src/otlp/telemetry.ts';
import { buildForest } from '../../../src/trace/index.ts';
import { telemetry as anyTelemetry } from '../otlp/arbitrary.ts';
import { log } from '../otlp/sample.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A file with this in it, as it comes from the reader. */
function read(telemetry: Telemetry): Parameters<typeof deliver>[0] {
  const packed = packSpans(telemetry.spans);
  return {
    ok: true,
    packed,
    telemetry: { ...telemetry, spans: unpackSpans(packed) },
    leftOut: { count: 0, problems: [] },
  };
}

/** Everything that a file sends, cloned as a port would. */
function sent(file: Parameters<typeof deliver>[0]): readonly Delivery[] {
  const messages: Delivery[] = [];
  deliver(file, (message, transfer) => messages.push(structuredClone(message, { transfer: [...transfer] })));
  return messages;
}

test('what was read arrives, its spans in row order with their forest', () => {
  fc.assert(
    fc.property(anyTelemetry, (telemetry) => {
      const arrivals = new Arrivals();
      const built = buildForest(telemetry.spans);
      for (const message of sent(read(telemetry))) arrivals.take(message);
      const there = arrivals.telemetry;
      expect(there.logs).toEqual(telemetry.logs);
      expect(there.metrics).toEqual(telemetry.metrics);
      expect(there.spans.map(plainSpan)).toEqual(built.spans);
      expect({ ...buildForest(there.spans), spans: [] }).toEqual({ ...built, spans: [] });
    }),
    { numRuns: 50 },
  );
});

test('many records go in many messages, and share their resource when they are there', () => {
  const logs = Array.from({ length: 1200 }, () => log());
  const messages = sent(read({ spans: [], metrics: [], logs }));
  expect(messages.map(({ kind }) => kind)).toEqual(['owners', 'logs', 'logs', 'logs', 'spans', 'end']);
  const arrivals = new Arrivals();
  for (const message of messages) arrivals.take(message);
  expect(new Set(arrivals.telemetry.logs.map(({ resource }) => resource)).size).toBe(1);
});

test('a refusal is one message', () => {
  const problem = { file: 'a', place: {}, reason: { key: 'empty' } } as const;
  expect(sent({ ok: false, problem })).toEqual([{ kind: 'refused', problem }]);
});
