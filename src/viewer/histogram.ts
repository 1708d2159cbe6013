import type { ExponentialHistogramPoint, HistogramPoint } from '../otlp/telemetry.ts';
import { formatNumber, withUnit } from './values.ts';

/** One bucket: its bounds in words, its count, and its share of the fullest one. */
export interface Bucket {
  readonly bounds: string;
  readonly count: bigint;
  /** 0 to 1. */
  readonly share: number;
}

/**
 * The buckets of an explicit histogram, without the empty ones at both ends. Bucket i holds values in
 * (bounds[i-1], bounds[i]]; the first reaches down without end and the last up (opentelemetry-proto, `HistogramDataPoint`).
 *
 * @param unit what the bounds are in, as UCUM has it
 */
export function explicitBuckets(point: HistogramPoint, unit = ''): readonly Bucket[] {
  const bounds = point.explicitBounds;
  return shape(
    point.bucketCounts.map((count, at) => {
      const low = bounds[at - 1];
      const high = bounds[at];
      if (high === undefined) return [low === undefined ? '−∞ … ∞' : `> ${withUnit(formatNumber(low), unit)}`, count];
      const to = withUnit(formatNumber(high), unit);
      return [low === undefined ? `≤ ${to}` : `${formatNumber(low)} … ${to}`, count];
    }),
  );
}

/**
 * The buckets of an exponential histogram, in order of value and without the empty ones at both ends: bucket i of a side
 * holds magnitudes in (base^(offset+i), base^(offset+i+1)], where base = 2^(2^-scale) (opentelemetry-proto,
 * `ExponentialHistogramDataPoint`).
 *
 * @param zero the name of the bucket of zero
 * @param unit what the bounds are in, as UCUM has it
 */
export function exponentialBuckets(point: ExponentialHistogramPoint, zero: string, unit = ''): readonly Bucket[] {
  const edge = (index: number): string => formatNumber(Number((2 ** (index * 2 ** -point.scale)).toPrecision(4)));
  const side = (sign: '' | '−', { offset, bucketCounts }: ExponentialHistogramPoint['positive']): Raw[] =>
    bucketCounts.map((count, at) => [
      `${sign}${edge(offset + at)} … ${withUnit(`${sign}${edge(offset + at + 1)}`, unit)}`,
      count,
    ]);
  const middle: Raw[] = point.zeroCount > 0n ? [[zero, point.zeroCount]] : [];
  return shape([...side('−', point.negative).toReversed(), ...middle, ...side('', point.positive)]);
}

type Raw = [bounds: string, count: bigint];

function shape(raw: readonly Raw[]): readonly Bucket[] {
  const first = raw.findIndex(([, count]) => count > 0n);
  const last = raw.findLastIndex(([, count]) => count > 0n);
  const shown = first < 0 ? [] : raw.slice(first, last + 1);
  const fullest = shown.reduce((most, [, count]) => (count > most ? count : most), 1n);
  return shown.map(([bounds, count]) => ({ bounds, count, share: Number(count) / Number(fullest) }));
}
