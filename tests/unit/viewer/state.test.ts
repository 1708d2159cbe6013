import { signal } from '@preact/signals';
import { describe, expect, test } from 'vitest';
import { createTraceState } from '../../../src/viewer/state.ts';
import type { Span, Telemetry } from '../../../src/otlp/telemetry.ts';
import { span } from './forests.ts';

const root = span(0, { endTimeUnixNano: 100n });
const a = span(10, { parentSpanId: root.spanId, name: 'a' });
const b = span(20, { parentSpanId: a.spanId, name: 'b' });
const c = span(30, { parentSpanId: root.spanId, name: 'c' });

function stateOf(...spans: readonly Span[]) {
  const telemetry = signal<Telemetry>({ spans, metrics: [], logs: [] });
  const state = createTraceState(telemetry);
  return {
    state,
    arrive: (...more: readonly Span[]) => {
      telemetry.value = { ...telemetry.value, spans: [...telemetry.value.spans, ...more] };
    },
    rowOf: (name: string) => state.forest.value.spans.findIndex((one) => one.name === name),
  };
}

describe('what the reader did to a trace', () => {
  test('collapse, focus and selection hold when spans arrive above', () => {
    const { state, arrive, rowOf } = stateOf(root, a, b, c);
    state.toggle(rowOf('a'));
    state.select(rowOf('c'));
    arrive(span(5, { parentSpanId: root.spanId, name: 'late, but first' }));
    expect(state.isCollapsed(rowOf('a'))).toBe(true);
    expect(state.selectedRow.value).toBe(rowOf('c'));
    expect(state.visible.value.count).toBe(4);
    expect(state.visible.value.at(state.activeIndex.value)).toBe(rowOf('c'));
  });

  test('nothing is collapsed by the arrival of spans, however many', () => {
    const { state, arrive } = stateOf(root);
    arrive(...Array.from({ length: 500 }, (_, at) => span(100 + at, { parentSpanId: root.spanId })));
    expect(state.visible.value.count).toBe(501);
    expect(state.collapsed.value.size).toBe(0);
  });

  test('a focused row that is folded away hands the focus to its nearest visible ancestor', () => {
    const { state, rowOf } = stateOf(root, a, b, c);
    state.activate(rowOf('b'));
    state.toggle(rowOf('a'));
    expect(state.visible.value.at(state.activeIndex.value)).toBe(rowOf('a'));
    state.toggle(rowOf('a'));
    expect(state.visible.value.at(state.activeIndex.value)).toBe(rowOf('b'));
  });

  test('selecting a hidden span opens the rows above it', () => {
    const { state, rowOf } = stateOf(root, a, b, c);
    state.toggle(rowOf('a'));
    state.toggle(0);
    state.select(rowOf('b'));
    expect(state.collapsed.value.size).toBe(0);
    expect(state.visible.value.at(state.activeIndex.value)).toBe(rowOf('b'));
  });

  test('a selected span that is gone leaves nothing selected, and comes back with it', () => {
    const telemetry = signal<Telemetry>({ spans: [root, a], metrics: [], logs: [] });
    const state = createTraceState(telemetry);
    state.select(1);
    telemetry.value = { spans: [], metrics: [], logs: [] };
    expect([state.selectedRow.value, state.activeIndex.value]).toEqual([-1, 0]);
    telemetry.value = { spans: [root, c, a], metrics: [], logs: [] };
    expect(state.selectedRow.value).toBe(1);
  });

  test('rows beyond the last change nothing', () => {
    const { state } = stateOf(root);
    state.select(7);
    state.toggle(-1);
    state.activate(99);
    expect([state.selectedRow.value, state.collapsed.value.size, state.activeIndex.value]).toEqual([-1, 0, 0]);
  });

  test('a described row is the same object until the spans change', () => {
    const { state, arrive } = stateOf(root, a);
    const before = state.describe.value(1);
    expect(state.describe.value(1)).toBe(before);
    arrive(c);
    expect(state.describe.value(1)).not.toBe(before);
  });

  test('two views of one run share nothing', () => {
    const telemetry = signal<Telemetry>({ spans: [root, a, b], metrics: [], logs: [] });
    const [one, two] = [createTraceState(telemetry), createTraceState(telemetry)];
    one.toggle(0);
    one.select(1);
    one.nameWidth.value = 60;
    expect([two.visible.value.count, two.selectedRow.value, two.nameWidth.value]).toEqual([3, -1, undefined]);
  });
});
