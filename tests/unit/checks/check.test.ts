import { describe, expect as assert, test } from 'vitest';
import { check, passed } from '../../../src/checks/index.ts';
import type { CheckResult, CheckTools, Text } from '../../../src/checks/index.ts';
import type { Attribute, LogRecord, Metric, Span, Telemetry } from '../../../src/otlp/telemetry.ts';
import { counter, EPOCH, log, span, TRACE_ID } from '../otlp/sample.ts';

const title: Text = { en: 'As it should be', 'zh-cn': '应当如此' };
const ms = (milliseconds: number): bigint => EPOCH + BigInt(milliseconds) * 1_000_000n;
const id = (number: number): string => number.toString(16).padStart(16, '0');
const text = (key: string, value: string): Attribute => ({ key, value: { kind: 'string', value } });
const int = (key: string, value: number): Attribute => ({ key, value: { kind: 'int', value: BigInt(value) } });

function run(spans: readonly Span[], metrics: readonly Metric[] = [], logs: readonly LogRecord[] = []): Telemetry {
  return { spans, metrics, logs };
}

/** A span with a small number for an id, times in milliseconds, and the number of its parent. */
function make(number: number, name: string, start: number, end: number, parent = 0, changes: Partial<Span> = {}): Span {
  return span({
    name,
    spanId: id(number),
    parentSpanId: parent === 0 ? '' : id(parent),
    startTimeUnixNano: ms(start),
    endTimeUnixNano: ms(end),
    ...changes,
  });
}

function link(number: number): Span['links'][number] {
  return { traceId: TRACE_ID, spanId: id(number), traceState: '', flags: 0, attributes: [], droppedAttributesCount: 0 };
}

const pool = run([
  make(1, 'submit', 0, 100),
  make(2, 'job', 0, 40, 1, { kind: 'consumer', attributes: [int('lab.job.id', 1)] }),
  make(3, 'job', 10, 50, 1, { kind: 'consumer', attributes: [int('lab.job.id', 2)] }),
  make(4, 'job', 40, 90, 1, {
    kind: 'consumer',
    attributes: [int('lab.job.id', 3), text('error.type', 'timeout')],
    status: { code: 'error', message: 'too late' },
    events: [
      { timeUnixNano: ms(80), name: 'gave up', attributes: [text('lab.why', 'time')], droppedAttributesCount: 0 },
      { timeUnixNano: ms(50), name: 'retry', attributes: [], droppedAttributesCount: 0 },
    ],
  }),
  make(5, 'collect', 90, 100, 1, { links: [link(2), link(3)] }),
]);

/** The one result of one requirement. */
function judge(
  telemetry: Telemetry,
  write: (begin: ReturnType<CheckTools['expect']>, tools: CheckTools) => unknown,
): CheckResult {
  const results = check((tools) => {
    write(tools.expect('it', title), tools);
  })(telemetry);
  const [result] = results;
  if (result === undefined || results.length !== 1) throw new Error(JSON.stringify(results));
  return result;
}

type Write = Parameters<typeof judge>[1];

describe('assertions on spans', () => {
  const holding: readonly (readonly [string, Write])[] = [
    ['exist', (it, { spans }) => it.spans(spans.named('submit')).exist()],
    ['pattern', (it, { spans }) => it.spans(spans.named(/^(job|collect)$/)).haveCount(4)],
    ['notExist', (it, { spans }) => it.spans(spans.named('other')).notExist()],
    ['atLeast, atMost', (it, { spans }) => it.spans(spans.named('job')).atLeast(3).atMost(3)],
    ['kind', (it, { spans }) => it.spans(spans.named('job')).beOfKind('consumer')],
    ['roots', (it, { spans }) => it.spans(spans.roots()).haveCount(1).beRoots()],
    ['parent', (it, { spans }) => it.spans(spans.named('job')).beChildrenOf(spans.named('submit')).beSiblings()],
    ['not parent', (it, { spans }) => it.spans(spans.named('job')).notBeChildrenOf(spans.named('job'))],
    [
      'descendant',
      (it, { spans }) => it.spans(spans.descendantsOf(spans.roots())).haveCount(4).beDescendantsOf(spans.roots()),
    ],
    ['children', (it, { spans }) => it.spans(spans.childrenOf(spans.roots()).ofKind('internal')).haveCount(1)],
    ['complete', (it, { spans }) => it.spans(spans).beComplete().beInOneTrace()],
    ['order', (it, { spans }) => it.spans(spans).startInOrder('submit', 'job', 'job', 'job', /^col/)],
    [
      'links',
      (it, { spans }) => it.spans(spans.named('collect')).haveLinks(2).linkTo(spans.named('job'), { distinct: true }),
    ],
    [
      'attribute',
      (it, { spans }) =>
        it.spans(spans.named('job')).haveAttribute('lab.job.id').haveDistinct('lab.job.id').lackAttribute('x'),
    ],
    [
      'attribute value',
      (it, { spans }) =>
        it.spans(spans.withAttribute('lab.job.id', 3)).haveCount(1).haveAttribute('error.type', 'timeout'),
    ],
    [
      'attribute condition',
      (it, { spans }) => it.spans(spans.named('job').first()).haveAttribute('lab.job.id', (value) => value === 1),
    ],
    ['status', (it, { spans }) => it.spans(spans.withStatus('error')).haveCount(1).haveStatus('error', /late/)],
    [
      'events',
      (it, { spans }) =>
        it.spans(spans.named('job').nth(2)).haveEvents('retry', 'gave up').haveEvent('gave up', { 'lab.why': /t/ }),
    ],
    ['no events', (it, { spans }) => it.spans(spans.named('submit')).haveEvents()],
    ['overlap', (it, { spans }) => it.spans(spans.named('job')).overlapAtMost(2).overlap()],
    ['after', (it, { spans }) => it.spans(spans.named('collect')).startAfter(spans.named('job'))],
    ['before', (it, { spans }) => it.spans(spans.named('job')).endBefore(spans.named('collect')).endBeforeParent()],
    ['within', (it, { spans }) => it.spans(spans.named('job')).beWithin(spans.named('submit'))],
    ['longer', (it, { spans }) => it.spans(spans.named('submit')).lastLongerThan(spans.named('job'))],
    ['duration', (it, { spans }) => it.spans(spans.named('collect')).haveDurationMs(10)],
    ['service', (it, { spans }) => it.spans(spans.inService('shop')).haveCount(5)],
    ['own condition', (it, { spans }) => it.spans(spans).satisfy(title, (one) => one.flags === 0)],
    ['values', (it, { spans }) => it.holds(spans.values('lab.job.id').join() === '1,2,3', title, title)],
  ];
  test.each(holding)('%s holds', (_, write) => {
    assert(judge(pool, write)).toMatchObject({ ok: true, spanIds: [], title });
  });

  const failing: readonly (readonly [string, Write, string, string, readonly number[]])[] = [
    [
      'exist',
      (it, { spans }) => it.spans(spans.named('other')).exist(),
      'spans named "other": at least 1',
      'there is none',
      [],
    ],
    [
      'count',
      (it, { spans }) => it.spans(spans.named('job')).haveCount(2),
      'spans named "job": exactly 2',
      'there are 3',
      [2, 3, 4],
    ],
    [
      'kind',
      (it, { spans }) => it.spans(spans).beOfKind('consumer'),
      'spans: kind consumer',
      '"submit" is of kind internal (and 1 more)',
      [1, 5],
    ],
    [
      'roots',
      (it, { spans }) => it.spans(spans.named('collect')).beRoots(),
      'spans named "collect": no parent',
      '"collect" has the parent "submit"',
      [5],
    ],
    [
      'parent',
      (it, { spans }) => it.spans(spans.named('collect')).beChildrenOf(spans.named('job')),
      'spans named "collect": a parent among spans named "job"',
      '"collect" has the parent "submit"',
      [5],
    ],
    [
      'order',
      (it, { spans }) => it.spans(spans.childrenOf(spans.roots()).ofKind('internal')).startInOrder('a'),
      'spans below spans without a parent of kind internal: started in this order: "a"',
      'the order is "collect"',
      [5],
    ],
    [
      'links',
      (it, { spans }) => it.spans(spans.named('collect')).linkTo(spans.roots()),
      'spans named "collect": links that lead to spans without a parent',
      '"collect" has a link that leads elsewhere',
      [5],
    ],
    [
      'no link',
      (it, { spans }) => it.spans(spans.named('submit')).linkTo(spans),
      'spans named "submit": links that lead to spans',
      '"submit" has no link',
      [1],
    ],
    [
      'attribute',
      (it, { spans }) => it.spans(spans.named('job')).haveAttribute('lab.job.id', 1),
      'spans named "job": attribute lab.job.id = 1',
      '"job" has lab.job.id = 2 (and 1 more)',
      [3, 4],
    ],
    [
      'status',
      (it, { spans }) => it.spans(spans.named('job')).haveStatus('unset'),
      'spans named "job": status unset',
      '"job" has the status error "too late"',
      [4],
    ],
    [
      'events',
      (it, { spans }) => it.spans(spans.withStatus('error')).haveEvents('gave up', 'retry'),
      'spans with status error: events in this order: "gave up", "retry"',
      '"job" has the events "retry", "gave up"',
      [4],
    ],
    [
      'overlap',
      (it, { spans }) => it.spans(spans.named('job')).overlapAtMost(1),
      'spans named "job": at most 1 running at once',
      '2 run at once',
      [2, 3],
    ],
    [
      'after',
      (it, { spans }) => it.spans(spans.named('job')).startAfter(spans.named('collect')),
      'spans named "job": a start after the end of spans named "collect"',
      '"job" starts earlier (and 2 more)',
      [2, 3, 4],
    ],
    [
      'duration',
      (it, { spans }) => it.spans(spans.named('collect')).haveDurationMs(11),
      'spans named "collect": a duration of 11 ms',
      '"collect" lasts 10 ms',
      [5],
    ],
    [
      'separate',
      (it, { spans }) => it.spans(spans.named('job')).beInSeparateTraces(),
      'spans named "job": a trace of its own',
      '"job" shares its trace with another (and 1 more)',
      [3, 4],
    ],
    [
      'absent other',
      (it, { spans }) => it.spans(spans.named('job').first()).startAfter(spans.named('x')),
      'spans named "job" (the first): a start after the end of spans named "x"',
      'there are no spans named "x"',
      [2],
    ],
  ];
  test.each(failing)('%s fails with a reason', (_, write, expected, actual, numbers) => {
    const result = judge(pool, write);
    assert(result).toMatchObject({ ok: false, expected: { en: expected }, actual: { en: actual } });
    assert(result.spanIds).toEqual(numbers.map(id));
    assert(result.expected['zh-cn']).not.toBe('');
    assert(result.actual['zh-cn']).not.toBe('');
  });

  test('says the same in Chinese', () => {
    const result = judge(pool, (it, { spans }) => it.spans(spans.named('job')).beChildrenOf(spans.named('collect')));
    assert(result.expected['zh-cn']).toBe('名为 "job" 的 span：父 span 是某个名为 "collect" 的 span');
    assert(result.actual['zh-cn']).toBe('"job" 的父 span 是 "submit"（另有 2 个）');
  });

  test('nothing holds of nothing', () => {
    const result = judge(pool, (it, { spans }) => it.spans(spans.named('other')).beOfKind('client'));
    assert(result).toMatchObject({ ok: false, actual: { en: 'there are no spans named "other"' } });
  });

  test('a parent that never arrived is incomplete, and no root', () => {
    const orphan = run([make(1, 'orphan', 0, 1, 9)]);
    const reason = { en: '"orphan" has a parent that never arrived' };
    assert(judge(orphan, (it, { spans }) => it.spans(spans).beComplete())).toMatchObject({ ok: false, actual: reason });
    assert(judge(orphan, (it, { spans }) => it.spans(spans).beRoots())).toMatchObject({ ok: false, actual: reason });
  });

  test('a hundred that touch but do not overlap run one at a time', () => {
    const chain = run(Array.from({ length: 100 }, (_, index) => make(index + 1, 's', index, index + 1)));
    assert(judge(chain, (it, { spans }) => it.spans(spans).overlapAtMost(1)).ok).toBe(true);
    assert(judge(chain, (it, { spans }) => it.spans(spans).overlap()).ok).toBe(false);
  });
});

describe('assertions on metrics', () => {
  const point = { attributes: [], startTimeUnixNano: EPOCH, flags: 0, exemplars: [] };
  function orders(temporality: 'delta' | 'cumulative', at: number, value: bigint, state = 'new'): Metric {
    const points = [{ ...point, timeUnixNano: ms(at), value, attributes: [text('state', state)] }];
    return counter('orders', 0n, { data: { kind: 'sum', monotonic: true, temporality, points } });
  }
  const waits: Metric = counter('wait', 0n, {
    unit: 's',
    data: {
      kind: 'histogram',
      temporality: 'cumulative',
      points: [
        {
          ...point,
          timeUnixNano: ms(1),
          count: 2n,
          sum: 0.1 + 0.2,
          min: 0.1,
          max: 0.2,
          bucketCounts: [],
          explicitBounds: [],
          exemplars: [{ timeUnixNano: ms(1), value: 0.1, traceId: TRACE_ID, spanId: id(2), filteredAttributes: [] }],
        },
      ],
    },
  });

  test('of a cumulative series the last export counts, of a delta one all', () => {
    const cumulative = run([], [orders('cumulative', 2, 5n), orders('cumulative', 1, 3n)]);
    const delta = run([], [orders('delta', 1, 3n), orders('delta', 2, 5n)]);
    assert(
      judge(cumulative, (it, { metrics }) => it.metrics(metrics.named('orders')).haveValue(5).haveSeries(1)).ok,
    ).toBe(true);
    assert(judge(delta, (it, { metrics }) => it.metrics(metrics.named('orders')).haveValue(8)).ok).toBe(true);
  });

  test('kind, unit, attributes, cardinality', () => {
    const telemetry = run([], [orders('cumulative', 1, 3n), orders('cumulative', 1, 4n, 'old')]);
    const result = judge(telemetry, (it, { metrics }) => {
      it.metrics(metrics.named('orders'))
        .exist()
        .beOfKind('counter')
        .haveUnit('{item}')
        .haveSeries(2)
        .haveAttribute('state')
        .lackAttribute('id')
        .haveValue(7);
      it.metrics(metrics.withAttributes({ state: 'old' })).haveValue(4);
      it.metrics(metrics.named('x')).notExist();
    });
    assert(result.ok).toBe(true);
    assert(judge(telemetry, (it, { metrics }) => it.metrics(metrics).lackAttribute('state'))).toMatchObject({
      ok: false,
      expected: { en: 'metrics: no attribute state' },
      actual: { en: '"orders" has a series with state = "new"', 'zh-cn': '"orders" 有一条序列的属性是 state = "new"' },
    });
    assert(judge(telemetry, (it, { metrics }) => it.metrics(metrics).haveSeries(1))).toMatchObject({
      ok: false,
      expected: { en: 'metrics: 1 series', 'zh-cn': '指标：1 条时间序列' },
      actual: {
        en: 'there are 2, with state = "new"; state = "old"',
        'zh-cn': '有 2 条，属性：state = "new"；state = "old"',
      },
    });
    assert(judge(telemetry, (it, { metrics }) => it.metrics(metrics).haveCount(1)).actual.en).toMatch(/no such number/);
    assert(judge(telemetry, (it, { metrics }) => it.metrics(metrics.named('x')).haveValue(0)).ok).toBe(false);
  });

  test('histograms by count, sum and exemplars', () => {
    const telemetry = run([...pool.spans], [waits]);
    const result = judge(telemetry, (it, { metrics, spans }) =>
      it
        .metrics(metrics.named('wait'))
        .beOfKind('histogram')
        .haveCount(2)
        .haveSum(0.3)
        .haveExemplarsOf(spans.named('job')),
    );
    assert(result.ok).toBe(true);
  });
});

describe('assertions on logs', () => {
  const telemetry = run(
    [...pool.spans],
    [],
    [
      log({
        eventName: 'exception',
        severityNumber: 18,
        traceId: TRACE_ID,
        spanId: id(4),
        attributes: [text('exception.type', 'E')],
      }),
      log(),
    ],
  );

  test('by event name, level, attribute and correlation', () => {
    const result = judge(telemetry, (it, { logs, spans }) => {
      it.logs(logs.named('exception'))
        .haveCount(1)
        .haveLevel('error')
        .haveAttribute('exception.type', 'E')
        .belongTo(spans.withStatus('error'));
      it.logs(logs.withBody(/^hel/).atLeast('info')).exist();
      it.logs(logs.inside(spans)).haveCount(1).lackAttribute('x');
      it.logs(logs.atLeast('fatal')).notExist();
    });
    assert(result.ok).toBe(true);
  });

  test('fails with a reason', () => {
    assert(judge(telemetry, (it, { logs, spans }) => it.logs(logs).belongTo(spans))).toMatchObject({
      ok: false,
      actual: { en: '"hello" belongs to no span', 'zh-cn': '"hello" 不属于任何 span' },
    });
    assert(judge(telemetry, (it, { logs }) => it.logs(logs).belongToNoTrace()).ok).toBe(false);
    assert(judge(telemetry, (it, { logs }) => it.logs(logs.withAttribute('nothing')).exist()).ok).toBe(false);
  });
});

describe('a check', () => {
  test('goes on after a requirement that is not met, but not within it', () => {
    const results = check(({ spans, expect }) => {
      expect('one', title).spans(spans).haveCount(99).beRoots();
      expect('two', title).spans(spans).exist();
    })(pool);
    assert(results.map(({ id: name, ok, expected }) => [name, ok, expected.en])).toEqual([
      ['one', false, 'spans: exactly 99'],
      ['two', true, 'spans: at least 1'],
    ]);
    assert(passed(results)).toBe(false);
  });

  test('lists all that a met requirement asserted', () => {
    const result = judge(pool, (it, { spans }) => it.spans(spans.named('job')).haveCount(3).overlapAtMost(2));
    assert(result.expected).toEqual({
      en: 'spans named "job": exactly 3; spans named "job": at most 2 running at once',
      'zh-cn': '名为 "job" 的 span：恰好 3 个；名为 "job" 的 span：同时运行的至多 2 个',
    });
  });

  test('that asserts nothing, has no requirement, repeats an id or throws does not pass', () => {
    const faulty = [
      check(({ expect }) => void expect('empty', title)),
      check(() => undefined),
      check(({ spans, expect }) => {
        expect('a', title).spans(spans).exist();
        expect('a', title).spans(spans).exist();
      }),
      check(() => {
        throw new Error('a slip of the author');
      }),
    ].map((one) => one(pool));
    assert(faulty.map(passed)).toEqual([false, false, false, false]);
    assert(faulty[3]?.[0]?.actual.en).toBe('a slip of the author');
  });

  test('gives plain data', () => {
    const results = check(({ spans, expect }) => expect('a', title).spans(spans).beRoots())(pool);
    assert(structuredClone(results)).toEqual(results);
  });

  test('of an empty run fails where something is demanded', () => {
    assert(passed(check(({ spans, expect }) => expect('a', title).spans(spans).beComplete())(run([])))).toBe(false);
  });
});
