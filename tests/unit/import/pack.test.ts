import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { buffersOf, packSpans, plainSpan, unpackSpans } from '../../../src/import/index.ts';
import { spanList } from '../otlp/arbitrary.ts';
import { span } from '../otlp/sample.ts';

vi.setConfig({ testTimeout: 60_000 });

test('spans come out of a pack as they went in, also after a transfer', () => {
  fc.assert(
    fc.property(spanList, (spans) => {
      const packed = packSpans(spans);
      expect(unpackSpans(packed).map(plainSpan)).toEqual(spans);
      const moved = structuredClone(packed, { transfer: [...buffersOf(packed)] });
      expect(unpackSpans(moved).map(plainSpan)).toEqual(spans);
    }),
  );
});

test('spans of one envelope still share their resource', () => {
  const [a, b] = unpackSpans(packSpans([span(), span({ name: 'other' })]));
  expect(a?.resource).toBe(b?.resource);
  expect(a?.scope).toBe(b?.scope);
});

test('more attributes than a first guess has room for', () => {
  const attributes = Array.from({ length: 3000 }, (_, at) => ({
    key: `k${at}`,
    value: { kind: 'int', value: -BigInt(at) } as const,
  }));
  const [one] = unpackSpans(packSpans([span({ attributes })]));
  expect(one?.attributes).toEqual(attributes);
});
