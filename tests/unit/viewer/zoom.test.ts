import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { buildForest } from '../../../src/trace/index.ts';
import { axisTicks } from '../../../src/viewer/axis.ts';
import { shownRange } from '../../../src/viewer/range.ts';
import { criticalByRow, describeRow, placeBar } from '../../../src/viewer/row.ts';
import { listServices } from '../../../src/viewer/services.ts';
import { createTraceState } from '../../../src/viewer/state.ts';
import { between, byClock, panBy, SHORTEST_NS, zoomBy, zoomKey } from '../../../src/viewer/zoom.ts';
import type { Span, Telemetry } from '../../../src/otlp/telemetry.ts';
import { span } from './forests.ts';

const whole = { fromNs: 0, toNs: 1000 };

describe('zooming', () => {
  test('holds the point that it is aimed at', () => {
    expect(zoomBy(whole, 1000, 0.5, 0)).toEqual({ fromNs: 0, toNs: 500 });
    expect(zoomBy(whole, 1000, 0.5, 0.5)).toEqual({ fromNs: 250, toNs: 750 });
    expect(zoomBy(whole, 1000, 0.5, 1)).toEqual({ fromNs: 500, toNs: 1000 });
  });

  test('ends at the whole trace and at a few nanoseconds', () => {
    expect(zoomBy({ fromNs: 400, toNs: 600 }, 1000, 100)).toEqual(whole);
    const close = zoomBy(whole, 1000, 1e-9);
    expect(close.toNs - close.fromNs).toBe(SHORTEST_NS);
    expect(zoomBy({ fromNs: 0, toNs: 5 }, 5, 0.5)).toEqual({ fromNs: 0, toNs: 5 });
  });

  test('panning stops at both ends', () => {
    const range = { fromNs: 400, toNs: 600 };
    expect(panBy(range, 1000, 1)).toEqual({ fromNs: 600, toNs: 800 });
    expect(panBy(range, 1000, 9)).toEqual({ fromNs: 800, toNs: 1000 });
    expect(panBy(range, 1000, -9)).toEqual({ fromNs: 0, toNs: 200 });
  });

  test('a drag may go either way', () => {
    expect(between(700, 300, 1000)).toEqual({ fromNs: 300, toNs: 700 });
  });

  test('keys zoom and pan, others are left alone', () => {
    const closer = zoomKey('+', whole, 1000);
    expect(closer === undefined ? 0 : closer.toNs - closer.fromNs).toBeLessThan(1000);
    expect(zoomKey('0', { fromNs: 400, toNs: 600 }, 1000)).toEqual(whole);
    expect(zoomKey(']', { fromNs: 400, toNs: 600 }, 1000)).toEqual({ fromNs: 450, toNs: 650 });
    expect(zoomKey('x', whole, 1000)).toBeUndefined();
  });
});

describe('a zoomed range', () => {
  const first = span(100, { endTimeUnixNano: 1100n });
  const forest = buildForest([first]);

  test('stays at its place by the clock when an earlier span arrives', () => {
    const zoomed = byClock(forest, { fromNs: 200, toNs: 400 });
    expect(shownRange(forest, zoomed)).toEqual({ fromNs: 200, toNs: 400 });
    const earlier = buildForest([first, span(0)]);
    expect(shownRange(earlier, zoomed)).toEqual({ fromNs: 300, toNs: 500 });
  });

  test('of everything is no zoom, so that it grows with the trace', () => {
    expect(byClock(forest, { fromNs: 0, toNs: 1000 })).toBeUndefined();
  });

  test('that lies outside another trace shows all of that', () => {
    expect(shownRange(forest, { from: 5000n, to: 6000n })).toEqual({ fromNs: 0, toNs: 1000 });
  });

  test('gives the rows their places anew', () => {
    const telemetry = signal<Telemetry>({ spans: [first], metrics: [], logs: [] });
    const state = createTraceState(telemetry);
    expect(state.describe.value(0)).toMatchObject({ start: 0, width: 100 });
    state.zoomed.value = { from: 600n, to: 1600n };
    expect(state.range.value).toEqual({ fromNs: 500, toNs: 1000 });
    expect(state.describe.value(0)).toMatchObject({ start: 0, width: 100, outside: undefined });
  });
});

describe('a bar in a zoomed range', () => {
  const range = { fromNs: 100, toNs: 200 };

  test('is cut at the edges', () => {
    expect(placeBar(50, 150, range)).toMatchObject({ start: 0, width: 50, outside: undefined });
    expect(placeBar(150, 900, range)).toMatchObject({ start: 50, width: 50, outside: undefined });
    expect(placeBar(0, 900, range)).toMatchObject({ start: 0, width: 100, outside: undefined });
  });

  test('outside says on which side it is', () => {
    expect([placeBar(0, 99, range).outside, placeBar(201, 300, range).outside]).toEqual(['before', 'after']);
    expect(placeBar(100, 100, range).outside).toBeUndefined();
  });

  test('keeps the events and stretches that are in it', () => {
    const event = (at: bigint) => ({ timeUnixNano: at, name: 'e', attributes: [], droppedAttributesCount: 0 });
    const one: Span = span(0, { endTimeUnixNano: 400n, events: [50n, 150n, 390n].map(event) });
    const forest = buildForest([one]);
    const row = describeRow(forest, 0, listServices([one]), criticalByRow(forest), range);
    expect(row).toMatchObject({ events: [50], critical: [[0, 100]] });
  });

  test('has an axis of round times within it', () => {
    const ticks = axisTicks(100, 5, 1130);
    expect(ticks.map(({ ns }) => ns)).toEqual([1140, 1160, 1180, 1200, 1220]);
    expect(ticks[0]?.percent).toBe(10);
    expect(ticks[0]?.label).toBe('1.14 µs');
  });
});
