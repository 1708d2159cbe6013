import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseGolden } from '../../src/otlp/index.ts';
import type { Span } from '../../src/otlp/telemetry.ts';
import { describeSpans, differences } from '../../tools/twins/compare.ts';

const file = new URL('../../content/examples/31-concurrency/traced-channel/basic/telemetry.json', import.meta.url);
const spans = parseGolden(JSON.parse(readFileSync(file, 'utf8'))).spans;

/** The run with its nth span of a name changed. */
function changed(name: string, change: Partial<Span>, nth = 0): readonly Span[] {
  const target = spans.filter((span) => span.name === name)[nth];
  return spans.map((span) => (span === target ? { ...span, ...change } : span));
}

function find(name: string, nth = 0): Span {
  const found = spans.filter((one) => one.name === name)[nth];
  if (found === undefined) throw new Error(`The recorded run has no ${name}.`);
  return found;
}

describe('differences', () => {
  test('are none between a run and itself, in whatever order and with whatever ids', () => {
    const other = spans
      .map((one) => ({
        ...one,
        traceId: `f${one.traceId.slice(1)}`,
        spanId: `e${one.spanId.slice(1)}`,
        parentSpanId: one.parentSpanId === '' ? '' : `e${one.parentSpanId.slice(1)}`,
        links: one.links.map((link) => ({
          ...link,
          traceId: `f${link.traceId.slice(1)}`,
          spanId: `e${link.spanId.slice(1)}`,
        })),
      }))
      .toReversed();
    expect(differences(spans, other, [])).toEqual([]);
    expect(describeSpans(other).toSorted()).toEqual(describeSpans(spans).toSorted());
  });

  test('do not count when the run began', () => {
    const later = spans.map((one) => ({
      ...one,
      startTimeUnixNano: one.startTimeUnixNano + 5_000_000_000n,
      endTimeUnixNano: one.endTimeUnixNano + 5_000_000_000n,
    }));
    expect(differences(spans, later, [])).toEqual([]);
  });

  const send = find('send orders');
  const receive = find('receive orders');
  const mutants: readonly (readonly [string, readonly Span[]])[] = [
    ['a name', changed('send orders', { name: 'send order' })],
    ['a kind', changed('send orders', { kind: 'producer' })],
    ['a status', changed('send orders', { status: { code: 'error', message: '' } })],
    ['a status message', changed('send orders', { status: { code: 'unset', message: 'late' } })],
    ['a start', changed('send orders', { startTimeUnixNano: send.startTimeUnixNano - 1n })],
    ['a duration', changed('send orders', { endTimeUnixNano: send.endTimeUnixNano + 1n })],
    ['an attribute less', changed('send orders', { attributes: send.attributes.slice(1) })],
    [
      'a number of another type',
      changed('send orders', {
        attributes: send.attributes.map(({ key, value }) =>
          value.kind === 'int' ? { key, value: { kind: 'double', value: Number(value.value) } } : { key, value },
        ),
      }),
    ],
    ['a link less', changed('receive orders', { links: [] })],
    ['a link to another send', changed('receive orders', { links: find('receive orders', 1).links })],
    [
      'a link to nobody',
      changed('receive orders', { links: receive.links.map((link) => ({ ...link, spanId: 'f'.repeat(16) })) }),
    ],
    ['a parent', changed('send orders', { traceId: receive.traceId, parentSpanId: receive.parentSpanId })],
    ['a missing parent', changed('send orders', { parentSpanId: 'f'.repeat(16) })],
    ['a span less', spans.slice(1)],
    ['a span twice', [...spans, { ...send, spanId: 'e'.repeat(16) }]],
  ];

  test.each(mutants)('are found in %s', (_, mutant) => {
    expect(differences(spans, mutant, [])).not.toEqual([]);
    expect(differences(mutant, spans, [])).not.toEqual([]);
  });

  test('are found where likes are shared out differently among like parents', () => {
    const root = { ...find('take orders'), links: [] };
    const child = { ...send, links: [], traceId: root.traceId };
    const roots = ['a', 'b'].map((digit) => ({ ...root, spanId: digit.repeat(16) }));
    const children = (...parents: readonly string[]): readonly Span[] =>
      parents.map((parent, index) => ({ ...child, spanId: `${index}`.repeat(16), parentSpanId: parent.repeat(16) }));
    expect(differences([...roots, ...children('a', 'b')], [...roots, ...children('b', 'a')], [])).toEqual([]);
    expect(differences([...roots, ...children('a', 'b')], [...roots, ...children('a', 'a')], [])).toEqual([
      'the same spans, but not under the same parents',
    ]);
  });

  test('can be allowed, for the spans of one name and for one attribute', () => {
    const slow = changed('send orders', { endTimeUnixNano: send.endTimeUnixNano + 1n });
    // The link of the first receive names the send by where and when it was, so it shows the difference too.
    const linked = { span: 'send orders', fields: ['duration'] } as const;
    expect(differences(spans, slow, [linked])).toEqual([]);
    expect(differences(spans, slow, [{ span: 'receive orders', fields: ['duration'] }])).not.toEqual([]);
    const smaller = changed('receive orders', {
      attributes: receive.attributes.map(({ key, value }) =>
        key === 'lab.channel.capacity' ? { key, value: { kind: 'int', value: 1n } } : { key, value },
      ),
    });
    expect(differences(spans, smaller, [{ fields: ['attributes.lab.channel.capacity'] }])).toEqual([]);
    expect(differences(spans, smaller, [{ fields: ['attributes.lab.channel.name'] }])).not.toEqual([]);
  });
});
