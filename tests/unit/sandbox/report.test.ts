import { assert, json, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../../src/sandbox/host/report.ts';

const outcome = { kind: 'ok', message: '', tasks: [], clockMs: 12 };
const entry = { level: 'log', values: [{ kind: 'primitive', type: 'string', text: 'hi' }], atMs: 0 };
const request = {
  kind: 'request',
  id: 1,
  method: 'POST',
  url: 'http://localhost:4318/v1/traces',
  headers: [],
  atMs: 0,
};

const good = [
  { kind: 'ended', outcome, lines: [] },
  {
    kind: 'ended',
    outcome: { ...outcome, kind: 'error', message: 'no', at: { file: 'main.ts', line: 1, column: 2 } },
    lines: [],
  },
  { kind: 'console', entries: [entry], suppressed: 0 },
  request,
];

describe('what a worker reports', () => {
  it.each(good)('is read where it has the exact form: $kind', (report) => {
    expect(parseReport(JSON.stringify(report))).toEqual(report);
  });

  it.each([
    ['a kind that only the page may give', { kind: 'ended', outcome: { ...outcome, kind: 'stopped' }, lines: [] }],
    ['a reason that only the frame may give', { kind: 'ended', outcome: { ...outcome, reason: 'flood' }, lines: [] }],
    ['a time that is no number', { kind: 'ended', outcome: { ...outcome, clockMs: 'soon' }, lines: [] }],
    ['a negative time', { kind: 'ended', outcome: { ...outcome, clockMs: -1 }, lines: [] }],
    ['a message without end', { kind: 'ended', outcome: { ...outcome, message: 'x'.repeat(20_001) }, lines: [] }],
    ['an unknown level', { kind: 'console', entries: [{ ...entry, level: 'alert' }], suppressed: 0 }],
    [
      'a preview of no known kind',
      { kind: 'console', entries: [{ ...entry, values: [{ kind: 'html' }] }], suppressed: 0 },
    ],
    ['a count that is no integer', { kind: 'console', entries: [], suppressed: 0.5 }],
    ['a header without a value', { ...request, headers: [['a']] }],
    ['an id that is no integer', { ...request, id: 1.5 }],
    ['nothing', undefined],
    ['a list', []],
  ])('is refused whole for %s', (_, report) => {
    expect(parseReport(JSON.stringify(report) ?? 'undefined')).toBeUndefined();
  });

  it('is refused where a preview is nested without end', () => {
    let value: unknown = { kind: 'opaque', text: 'x' };
    for (let depth = 0; depth < 1_000; depth++) value = { kind: 'list', name: 'Array', items: [value], more: 0 };
    const report = { kind: 'console', entries: [{ ...entry, values: [value] }], suppressed: 0 };
    expect(parseReport(JSON.stringify(report))).toBeUndefined();
  });

  it('never throws, whatever was sent', () => {
    assert(
      property(oneof(string(), json()), (text) => {
        expect(() => parseReport(text)).not.toThrow();
      }),
    );
  });
});
