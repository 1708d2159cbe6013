import * as fc from 'fast-check';
import { describe, expect as assert, test, vi } from 'vitest';
import { check, mutants, survivors } from '../../../src/checks/index.ts';
import { MAX_MUTANTS_PER_KIND } from '../../../src/checks/mutants.ts';
import type { Span, Telemetry } from '../../../src/otlp/telemetry.ts';
import { telemetry as anyTelemetry } from '../otlp/arbitrary.ts';
import { span } from '../otlp/sample.ts';

// Properties run hundreds of cases; on a busy machine that takes longer than a test of one.
vi.setConfig({ testTimeout: 60_000 });

const title = { en: 't', 'zh-cn': 't' };
const id = (number: number): string => number.toString(16).padStart(16, '0');

function make(number: number, name: string, parent = 0, changes: Partial<Span> = {}): Span {
  return span({ name, spanId: id(number), parentSpanId: parent === 0 ? '' : id(parent), ...changes });
}

const run: Telemetry = {
  spans: [make(1, 'root'), make(2, 'a', 1), make(3, 'b', 2, { status: { code: 'error', message: 'x' } })],
  metrics: [],
  logs: [],
};

const thorough = check(({ spans, expect }) => {
  expect('tree', title).spans(spans.roots()).haveCount(1).startInOrder('root').haveStatus('unset');
  expect('a', title).spans(spans.named('a')).haveCount(1).beChildrenOf(spans.named('root')).haveStatus('unset');
  expect('b', title).spans(spans.named('b')).haveCount(1).beChildrenOf(spans.named('a')).haveStatus('error');
});

describe('mutants', () => {
  test('drop, move and turn each span', () => {
    assert(mutants(run).map(({ name }) => name)).toEqual([
      `drop: "root" (${id(1)}) was never exported`,
      `drop: "a" (${id(2)}) was never exported`,
      `drop: "b" (${id(3)}) was never exported`,
      `parent: "root" (${id(1)}) has a parent that never arrives`,
      `parent: "a" (${id(2)}) lost its parent`,
      `parent: "b" (${id(3)}) moved below "root"`,
      `status: "root" (${id(1)}) is error in place of unset`,
      `status: "a" (${id(2)}) is error in place of unset`,
      `status: "b" (${id(3)}) is unset in place of error`,
    ]);
  });

  test('exchange the parents of two spans where that is possible', () => {
    const spans = [make(1, 'root'), make(2, 'a', 1), make(3, 'b', 1), make(4, 'x', 2), make(5, 'y', 3)];
    const moved = mutants({ ...run, spans }).find(({ name }) => name.startsWith('parent: "x"'));
    assert(moved?.name).toBe(`parent: "x" (${id(4)}) and "b" (${id(3)}) exchanged parents`);
    assert(moved?.telemetry.spans.map(({ parentSpanId }) => parentSpanId)).toEqual(['', id(1), id(2), id(1), id(3)]);
  });

  test('are few, always the same, and each differs from the run', () => {
    fc.assert(
      fc.property(anyTelemetry, (telemetry) => {
        const made = mutants(telemetry);
        assert(mutants(telemetry)).toEqual(made);
        for (const mutant of made) assert(mutant.telemetry.spans).not.toEqual(telemetry.spans);
      }),
    );
    const spans = Array.from({ length: 5000 }, (_, index) => make(index + 1, 's', index));
    assert(mutants({ ...run, spans }).length).toBeLessThanOrEqual(3 * MAX_MUTANTS_PER_KIND);
  });
});

describe('survivors', () => {
  test('a thorough check leaves none', () => {
    assert(survivors(thorough, run)).toEqual({
      accepts: true,
      tried: { drop: 3, parent: 3, status: 3 },
      noticed: { drop: 3, parent: 3, status: 3 },
      blind: [],
      survivors: [],
    });
  });

  test('a check that only counts is blind to parents and status', () => {
    const counting = check(({ spans, expect }) => expect('c', title).spans(spans).haveCount(3));
    const report = survivors(counting, run);
    assert(report.blind).toEqual(['parent', 'status']);
    assert(report.survivors).toHaveLength(6);
  });

  test('a check that refuses the run itself is said to', () => {
    const refusing = check(({ spans, expect }) => expect('c', title).spans(spans).haveCount(4));
    assert(survivors(refusing, run).accepts).toBe(false);
  });

  test('a run without spans has no mutants and no blindness', () => {
    assert(survivors(thorough, { ...run, spans: [] })).toMatchObject({ accepts: false, blind: [], survivors: [] });
  });
});
