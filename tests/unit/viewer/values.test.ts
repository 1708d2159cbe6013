import { describe, expect, test } from 'vitest';
import { explicitBuckets, exponentialBuckets } from '../../../src/viewer/histogram.ts';
import { listServices } from '../../../src/viewer/services.ts';
import { nextTab } from '../../../src/viewer/tabs.tsx';
import { formatBytes, formatNumber, typeText, valueText } from '../../../src/viewer/values.ts';
import type { AnyValue } from '../../../src/otlp/telemetry.ts';
import { service, span } from './forests.ts';

const string = (value: string): AnyValue => ({ kind: 'string', value });

describe('an attribute value', () => {
  test.each<[AnyValue, string, string]>([
    [string('plain'), 'plain', 'string'],
    [{ kind: 'int', value: 9_223_372_036_854_775_807n }, '9223372036854775807', 'int'],
    [{ kind: 'double', value: 0.25 }, '0.25', 'double'],
    [{ kind: 'bool', value: false }, 'false', 'bool'],
    [{ kind: 'bytes', value: new Uint8Array([0, 255]) }, '00 ff', 'bytes'],
    [{ kind: 'array', value: [string('a'), string('b')] }, '["a", "b"]', 'string[]'],
    [{ kind: 'array', value: [string('a'), { kind: 'bool', value: true }] }, '["a", true]', 'array'],
    [{ kind: 'map', value: [{ key: 'k', value: string('v') }] }, '{k: "v"}', 'map'],
    [{ kind: 'empty' }, '', 'empty'],
  ])('%#', (value, text, type) => {
    expect(valueText(value)).toBe(text);
    expect(typeText(value)).toBe(type);
  });

  test('sizes and numbers are short', () => {
    expect([0, 999, 1000, 4096, 123_456, 2_500_000].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '4.1 kB',
      '123 kB',
      '2.5 MB',
    ]);
    expect(formatNumber(0.1 + 0.2)).toBe('0.3');
    expect(formatNumber(39n)).toBe('39');
  });
});

describe('services', () => {
  test('have colours in order of appearance, and the eleventh starts again', () => {
    const spans = Array.from({ length: 12 }, (_, row) => span(row, { resource: service(`s${row}`) }));
    const services = listServices([...spans, span(12, { resource: service('s0') })]);
    expect(services.names).toHaveLength(12);
    expect(spans.map(services.colourOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1, 2]);
    expect(spans.map(services.nameOf)[11]).toBe('s11');
  });

  test('keep their colours when more spans arrive', () => {
    const first = [span(0, { resource: service('a') }), span(1, { resource: service('b') })];
    const later = [...first, span(2, { resource: service('c') })];
    expect(first.map(listServices(first).colourOf)).toEqual(first.map(listServices(later).colourOf));
  });
});

describe('histograms', () => {
  const point = { attributes: [], startTimeUnixNano: 0n, timeUnixNano: 0n, flags: 0, exemplars: [], count: 4n, sum: 1 };

  test('explicit buckets are named by their bounds; empty ones at the ends are left out', () => {
    const buckets = explicitBuckets({
      ...point,
      min: undefined,
      max: undefined,
      explicitBounds: [1, 5, 10],
      bucketCounts: [0n, 1n, 0n, 3n],
    });
    expect(buckets.map(({ bounds, count }) => [bounds, count])).toEqual([
      ['1 … 5', 1n],
      ['5 … 10', 0n],
      ['> 10', 3n],
    ]);
    expect(buckets.map((bucket) => bucket.share)).toEqual([1 / 3, 0, 1]);
  });

  test('exponential buckets run from the most negative to the most positive', () => {
    const buckets = exponentialBuckets(
      {
        ...point,
        min: undefined,
        max: undefined,
        scale: 0,
        zeroCount: 1n,
        zeroThreshold: 0,
        positive: { offset: 0, bucketCounts: [2n] },
        negative: { offset: 1, bucketCounts: [1n] },
      },
      'zero',
    );
    expect(buckets.map((bucket) => bucket.bounds)).toEqual(['−2 … −4', 'zero', '1 … 2']);
  });
});

describe('tabs', () => {
  test('arrow keys go round, Home and End go to the ends', () => {
    expect(nextTab('ArrowRight', 2, 3)).toBe(0);
    expect(nextTab('ArrowLeft', 0, 3)).toBe(2);
    expect(nextTab('Home', 2, 3)).toBe(0);
    expect(nextTab('End', 0, 3)).toBe(2);
    expect(nextTab('a', 0, 3)).toBeUndefined();
  });
});
