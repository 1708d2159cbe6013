/** Where the points of a metric stand in a plot of values over the time of collection. Knows nothing of drawing. */
import { axisTicks, type Tick } from './axis.ts';
import type { Instrument, Series } from './metric-series.ts';
import { formatNumber, withUnit } from './values.ts';

/** A place in the plot, percent from the left and from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One series: what is joined, and its points. */
export interface PlottedSeries {
  readonly series: Series;
  /** SVG path data in a box of 100 × 100. */
  readonly path: string;
  readonly marks: readonly Place[];
}

export interface Plot {
  readonly values: readonly { readonly y: number; readonly label: string }[];
  readonly times: readonly Tick[];
  readonly lines: readonly PlottedSeries[];
  /** Series that are left out. */
  readonly more: number;
  /** The smallest and the largest value, with the unit. */
  readonly from: string;
  readonly to: string;
  /** Nanoseconds from the origin at which was collected first and last. */
  readonly firstNs: number;
  readonly lastNs: number;
}

/** Series that are drawn: as many as can be told apart by mark and line, without colour. */
export const MOST_SERIES = 8;

/** Points beyond which only the line is drawn: marks would hide it. */
const MOST_MARKS = 60;

/** Value ticks, about. */
const TICKS = 3;

/**
 * Places the points of sums and gauges; undefined where no value was recorded. A point of a delta holds for its interval
 * and is drawn as long; others hold when they are collected. Where a cumulative sum begins anew its line is broken.
 */
export function plotOf({ metric, series, data, temporality }: Instrument, originNs: bigint): Plot | undefined {
  const drawn = series.filter(({ points }) => points.some(({ value }) => value !== undefined));
  const shown = drawn.slice(0, MOST_SERIES);
  const points = shown.flatMap((one) => one.points.filter(({ value }) => value !== undefined));
  if (points.length === 0) return undefined;
  const deltas = temporality === 'delta';
  const offset = (ns: bigint): number => Number(ns - originNs);
  const times = points.flatMap(({ startNs, timeNs }) =>
    deltas && startNs > 0n ? [offset(startNs), offset(timeNs)] : [offset(timeNs)],
  );
  const firstNs = smallest(times);
  const lastNs = largest(times);
  // The trace's beginning gives the times a meaning.
  const beginNs = Math.min(0, firstNs);
  const lengthNs = lastNs - beginNs;
  const values = points.map(({ value }) => value ?? 0);
  const ticks = valueTicks(smallest(values), largest(values), data.kind === 'sum');
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const x = (ns: bigint): number => (lengthNs > 0 ? ((offset(ns) - beginNs) / lengthNs) * 100 : 100);
  const y = (value: number): number => ((high - value) / (high - low)) * 100;

  const line = (one: Series): PlottedSeries => {
    const marks: Place[] = [];
    let path = '';
    let last: { readonly value: number; readonly startNs: bigint; readonly endNs: bigint } | undefined;
    for (const { value, startNs, timeNs } of one.points) {
      if (value === undefined) {
        last = undefined;
        continue;
      }
      const place = { x: x(timeNs), y: y(value) };
      marks.push(place);
      const joined = last !== undefined && (deltas ? last.endNs === startNs : last.startNs === startNs);
      if (deltas && startNs > 0n) path += `${joined ? 'L' : 'M'}${pair(x(startNs), place.y)}L${pair(place.x, place.y)}`;
      else path += `${joined ? 'L' : 'M'}${pair(place.x, place.y)}`;
      last = { value, startNs, endNs: timeNs };
    }
    return { series: one, path, marks: marks.length > MOST_MARKS ? [] : marks };
  };

  return {
    values: ticks.map((value) => ({ y: y(value), label: formatNumber(value) })),
    times: axisTicks(lengthNs, 4, beginNs),
    lines: shown.map(line),
    more: drawn.length - shown.length,
    from: withUnit(formatNumber(smallest(values)), metric.unit),
    to: withUnit(formatNumber(largest(values)), metric.unit),
    firstNs: smallest(points.map(({ timeNs }) => offset(timeNs))),
    lastNs,
  };
}

/**
 * Round values that hold everything between them. What is counted begins at zero, and so does what lies nearer to zero
 * than to itself; whole numbers have whole ticks.
 */
export function valueTicks(least: number, greatest: number, fromZero: boolean): readonly number[] {
  const low = fromZero || least < greatest / 2 ? Math.min(0, least) : least;
  const high = fromZero || greatest > least / 2 ? Math.max(0, greatest) : greatest;
  const whole = Number.isInteger(least) && Number.isInteger(greatest);
  const reach = high - low;
  if (!(reach > 0)) return low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, low)];
  const power = 10 ** Math.floor(Math.log10(reach / TICKS));
  const fit = [1, 2, 5, 10].find((factor) => factor * power * TICKS >= reach * 0.999) ?? 10;
  const step = Math.max(whole ? 1 : 0, fit * power);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  // Multiples, not sums: 3 × 0.1 is nearer to 0.3 than 0.1 + 0.1 + 0.1, and rounding does the rest.
  return Array.from({ length: last - first + 1 }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

function pair(x: number, y: number): string {
  return `${x.toFixed(2)} ${y.toFixed(2)}`;
}

function smallest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Infinity);
}

function largest(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), -Infinity);
}
