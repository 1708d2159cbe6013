import { describe, expect, test } from 'vitest';
import { axisTicks, niceStep, tickLabel, timeAxis } from '../../../src/viewer/axis.ts';

describe('the time axis', () => {
  test.each([
    [12e6, ['0', '2 ms', '4 ms', '6 ms', '8 ms', '10 ms', '12 ms']],
    [101e6, ['0', '20 ms', '40 ms', '60 ms', '80 ms', '100 ms']],
    [1.184e9, ['0', '0.2 s', '0.4 s', '0.6 s', '0.8 s', '1.0 s']],
    [850e3, ['0', '200 µs', '400 µs', '600 µs', '800 µs']],
    [3, ['0', '1 ns', '2 ns', '3 ns']],
    [3600e9, ['0', '10 min', '20 min', '30 min', '40 min', '50 min', '1 h']],
  ])('%d ns', (durationNs, labels) => {
    expect(axisTicks(durationNs).map((tick) => tick.label)).toEqual(labels);
  });

  test('has between 3 and 8 ticks for every length from a nanosecond to a week, none beyond the end', () => {
    for (let exponent = 0.5; exponent < 14.7; exponent += 0.037) {
      const duration = Math.floor(10 ** exponent);
      const ticks = axisTicks(duration);
      expect(ticks.length, `${duration} ns`).toBeGreaterThanOrEqual(3);
      expect(ticks.length, `${duration} ns`).toBeLessThanOrEqual(8);
      expect(ticks.at(-1)?.percent).toBeLessThanOrEqual(100);
      expect(new Set(ticks.map((tick) => tick.label)).size).toBe(ticks.length);
    }
  });

  test('long labels are fewer, so that they have room', () => {
    const labels = (durationNs: number, fromNs = 0): readonly string[] =>
      timeAxis(durationNs, fromNs).ticks.map(({ label }) => label);
    expect(labels(150e9)).toEqual(['0', '1 min', '2 min']);
    expect(labels(12e6)).toEqual(['0', '2 ms', '4 ms', '6 ms', '8 ms', '10 ms', '12 ms']);
    for (let exponent = 0.5; exponent < 14.7; exponent += 0.037) {
      const duration = Math.floor(10 ** exponent);
      for (const from of [0, duration, Math.floor(duration * 37.3)]) {
        const { ticks, step } = timeAxis(duration, from);
        const letters = ticks.reduce((sum, { label }) => sum + label.length, 0);
        expect(letters, `${duration} ns from ${from}`).toBeLessThanOrEqual(60);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        const apart = (ticks[1]?.percent ?? 0) - (ticks[0]?.percent ?? 0);
        expect(ticks.length === 1 ? step : apart).toBeCloseTo(step, 1);
      }
    }
  });

  test('a trace without length has one tick', () => {
    expect(axisTicks(0)).toEqual([{ ns: 0, percent: 0, label: '0' }]);
    expect(axisTicks(Number.NaN)).toHaveLength(1);
    expect(timeAxis(0)).toEqual({ ticks: [{ ns: 0, percent: 0, label: '0' }], step: 100 });
  });

  test('steps are 1, 2 or 5 times a power of ten, and never below a nanosecond', () => {
    expect(niceStep(1, 5)).toBe(1);
    expect(niceStep(50, 5)).toBe(10);
    expect(niceStep(123_456, 5)).toBe(20_000);
  });

  test('a label has the decimals that its step needs', () => {
    expect(tickLabel(2.5e6, 0.5e6, 3e6)).toBe('2.5 ms');
    expect(tickLabel(5e6, 5e6, 30e6)).toBe('5 ms');
    expect(tickLabel(90e9, 30e9, 150e9)).toBe('1 min 30 s');
  });
});
