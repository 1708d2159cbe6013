import { describe, expect, it, vi } from 'vitest';
import { check } from '../../../src/checks/index.ts';
import {
  constantsOf,
  grade,
  withModule,
  type Demands,
  type EndedRun,
  type Grade,
} from '../../../src/components/example/grading.ts';
import { reportOf } from '../../../src/components/example/report.ts';
import type { Span } from '../../../src/otlp/telemetry.ts';
import type { CompiledModule, Outcome, RunRequest } from '../../../src/sandbox/contract.ts';
import { EPOCH, span } from '../otlp/sample.ts';

const file = (name: string, code: string): CompiledModule => ({ name, code, imports: [] });
const request: RunRequest = {
  modules: [file('inputs.ts', 'export const wanted = 1;\n'), file('main.ts', 'answer();')],
  entry: 'main.ts',
  clock: 'virtual',
  seed: 1,
  answers: [],
};
const ended = (kind: Outcome['kind'], message = ''): Outcome => ({ kind, message, tasks: [], clockMs: 10 });
const made = (count: number, ms = 5): readonly Span[] =>
  Array.from({ length: count }, (_, index) =>
    span({
      name: 'drink',
      spanId: (index + 1).toString(16).padStart(16, '0'),
      parentSpanId: '',
      startTimeUnixNano: EPOCH + BigInt(index * ms) * 1_000_000n,
      endTimeUnixNano: EPOCH + BigInt(index * ms + 1) * 1_000_000n,
    }),
  );
const run = (spans: readonly Span[], outcome = ended('ok')): EndedRun => ({
  request,
  outcome,
  telemetry: { spans, metrics: [], logs: [] },
});

const demands: Demands = {
  check: check(({ spans, expect: demand }) => {
    demand('one', { en: 'There is one drink', 'zh-cn': '只有一杯' }).spans(spans.named('drink')).haveCount(1);
  }),
  ends: { kind: 'ok' },
  hidden: file('inputs.ts', 'export const wanted = 9;\nexport const other = [1];\n'),
};
const unseen = vi.fn<(request: RunRequest) => Promise<EndedRun>>();

async function graded(own: EndedRun, changes: Partial<Demands> = {}): Promise<Grade> {
  const result = await grade(own, { ...demands, ...changes }, unseen);
  if (!result) throw new Error('The run was not graded.');
  return result;
}

describe('grading', () => {
  it('passes an answer that is right with both inputs, and says so of its own run', async () => {
    const own = run(made(1));
    unseen.mockResolvedValueOnce(run(made(1)));
    const result = await graded(own);
    expect(result).toMatchObject({ passed: true, hidden: false });
    expect(result.run).toBe(own);
    expect(unseen.mock.lastCall?.[0].modules.map(({ code }) => code)).toEqual([demands.hidden?.code, 'answer();']);
  });

  it('does not repeat an answer that is wrong already', async () => {
    unseen.mockClear();
    expect(await graded(run(made(2)))).toMatchObject({ passed: false, hidden: false });
    expect(unseen).not.toHaveBeenCalled();
  });

  it('speaks of the run with hidden inputs where only that is wrong', async () => {
    const other = run(made(3));
    unseen.mockResolvedValueOnce(other);
    const result = await graded(run(made(1)));
    expect(result).toMatchObject({ passed: false, hidden: true });
    expect(result.run).toBe(other);
  });

  it('leaves off when the repetition was stopped: the reader has gone on', async () => {
    unseen.mockResolvedValueOnce(run([], ended('stopped')));
    expect(await grade(run(made(1)), demands, unseen)).toBeUndefined();
  });

  it('refuses a program that does not end as the solution does, though its telemetry is right', async () => {
    const { passed, results } = await graded(run(made(1), ended('leak')), { hidden: undefined });
    expect(passed).toBe(false);
    expect(results.map(({ id, ok }) => `${id} ${ok}`)).toEqual(['ends false', 'one true']);
    expect(results[0]?.actual.en).toMatch(/^a leak: .*\. What follows is judged by the spans that had ended by then$/);
    const failing = await graded(run(made(1), ended('error', 'RangeError: out of milk')), {
      hidden: undefined,
      ends: { kind: 'error', message: 'out of milk' },
    });
    expect(failing.passed).toBe(true);
  });

  it('knows which constants the hidden inputs change', () => {
    expect(constantsOf(file('inputs.ts', 'export const times = [1];\nexport const a$ = 2;\n'))).toEqual([
      'times',
      'a$',
    ]);
    expect(withModule(request, file('other.ts', '')).modules).toEqual(request.modules);
  });
});

describe('the report', () => {
  it('says what was expected and found, and names the spans apart by when they start', async () => {
    const { head, lines } = reportOf(await graded(run(made(3, 25))), true, 'en');
    expect(head).toBe('1 of 2 checks passed, 1 failed.');
    expect(lines.map(({ ok, title }) => `${ok} ${title}`)).toEqual([
      'true The program ends as it should',
      'false There is one drink',
    ]);
    expect(lines[1]?.failure).toMatchObject({
      expected: 'Spans named "drink": exactly 1',
      found: 'There are 3',
      more: 0,
    });
    expect(lines[1]?.failure?.spans.map(({ label }) => label)).toEqual([
      'drink at 0 ns',
      'drink at 25.0 ms',
      'drink at 50.0 ms',
    ]);
  });

  it('tells spans that start together apart by their length', async () => {
    const [first, second] = made(2, 0);
    if (!first || !second) throw new Error('There are no two spans.');
    const longer = { ...second, endTimeUnixNano: second.endTimeUnixNano + 3_000_000n };
    const result = await graded(run([first, longer]));
    const labels = (language: 'en' | 'zh-CN'): unknown =>
      reportOf(result, true, language).lines[1]?.failure?.spans.map(({ label }) => label);
    expect(labels('en')).toEqual(['drink at 0 ns, 1.00 ms long', 'drink at 0 ns, 4.00 ms long']);
    expect(labels('zh-CN')).toEqual(['drink（0 ns 处），历时 1.00 ms', 'drink（0 ns 处），历时 4.00 ms']);
  });

  it('names few of many spans and counts the rest', async () => {
    const { lines } = reportOf(await graded(run(made(9))), true, 'en');
    expect(lines[1]?.failure).toMatchObject({ more: 5 });
    expect(lines[1]?.failure?.spans).toHaveLength(4);
  });

  it('says in one sentence that other inputs failed, and in Chinese what was found', async () => {
    unseen.mockResolvedValueOnce(run(made(2)));
    const result = await graded(run(made(1)));
    expect(reportOf(result, true, 'en').head).toMatch(/^Right for the inputs on the page, not for others: 1 of 2 /);
    const { head, lines } = reportOf(result, true, 'zh-CN');
    expect(head).toBe('页面上的输入没问题，换一组就不对了：2 项检查通过了 1 项，1 项未通过。');
    expect(lines[1]?.failure?.found).toBe('有 2 个');
  });

  it('says of a right answer that it was right twice', async () => {
    unseen.mockResolvedValueOnce(run(made(1)));
    const { head, lines } = reportOf(await graded(run(made(1))), true, 'en');
    expect(head).toBe('All 2 checks passed, and with other inputs too.');
    expect(lines.every(({ ok, failure }) => ok && failure === undefined)).toBe(true);
    expect(lines).toHaveLength(3);
  });
});
