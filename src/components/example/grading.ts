import { passed, type Check, type CheckResult } from '../../checks/index.ts';
import { both } from '../../checks/text.ts';
import { endsAs } from '../../examples/ending.ts';
import type { Ending } from '../../examples/schema.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { CompiledModule, Outcome, OutcomeKind, RunRequest } from '../../sandbox/contract.ts';

/** A run that is over. */
export interface EndedRun {
  readonly request: RunRequest;
  readonly outcome: Outcome;
  readonly telemetry: Telemetry;
}

/** What became of an answer. */
export interface Grade {
  readonly passed: boolean;
  /** Whether the results speak of the run with hidden inputs: the one with those on the page was right. */
  readonly hidden: boolean;
  /** One for each check, in order; the first is about how the run ended. */
  readonly results: readonly CheckResult[];
  /** The run that the results speak of. */
  readonly run: EndedRun;
}

/** What an answer is held against. */
export interface Demands {
  readonly check: Check;
  /** How a right answer ends. */
  readonly ends: Ending;
  /** What takes the place of the module of its name when a right answer is repeated. */
  readonly hidden: CompiledModule | undefined;
}

/** How a run can end, in words. */
const ENDINGS: Readonly<Record<OutcomeKind, CheckResult['title']>> = {
  ok: both('main returned, and nothing was left waiting', 'main 返回，没有任务还在等待'),
  error: both('the program ended with an error', '程序以错误结束'),
  deadlock: both('a deadlock: every task waited for another', '死锁：每个任务都在等别的任务'),
  leak: both('a leak: main returned while tasks still waited', '泄漏：main 已返回，还有任务在等待'),
  stuck: both('main awaited a promise that nothing settles', 'main 在等一个永远不会有结果的 promise'),
  stopped: both('it was stopped', '被停止'),
  limit: both('it ran into a limit and was stopped', '超过上限，被停止'),
  crashed: both('it used more memory than the browser allows', '占用的内存超过了浏览器的上限'),
  refused: both('it did not start', '没有启动'),
};

/**
 * Grades a run by what it emitted. One that is right is repeated, by `repeat`, with inputs that the page does not show,
 * so that an answer cannot be the numbers themselves. Undefined when the repetition was stopped: the reader went on.
 */
export async function grade(
  run: EndedRun,
  demands: Demands,
  repeat: (request: RunRequest) => Promise<EndedRun>,
): Promise<Grade | undefined> {
  const results = judge(run, demands);
  const right = passed(results);
  const { hidden } = demands;
  if (!right || !hidden) return { passed: right, hidden: false, results, run };
  const again = await repeat(withModule(run.request, hidden));
  if (again.outcome.kind === 'stopped') return undefined;
  const others = judge(again, demands);
  return passed(others)
    ? { passed: true, hidden: false, results, run }
    : { passed: false, hidden: true, results: others, run: again };
}

/** The same program with another module in the place of the one of that name. */
export function withModule(request: RunRequest, module: CompiledModule): RunRequest {
  return { ...request, modules: request.modules.map((old) => (old.name === module.name ? module : old)) };
}

/** The names of the constants that a module of inputs exports. */
export function constantsOf({ code }: Pick<CompiledModule, 'code'>): readonly string[] {
  return [...code.matchAll(/^export const ([\w$]+)/gm)].flatMap(([, name]) => name ?? []);
}

function judge({ outcome, telemetry }: EndedRun, { check, ends }: Demands): readonly CheckResult[] {
  const ok = endsAs(outcome, ends);
  const found = ENDINGS[outcome.kind];
  const because =
    outcome.message === '' ? found : both(`${found.en}: ${outcome.message}`, `${found['zh-cn']}：${outcome.message}`);
  const unfinished = both(
    `${because.en}. What follows is judged by the spans that had ended by then`,
    `${because['zh-cn']}。以下各项只看此前已结束的 span`,
  );
  const ending: CheckResult = {
    id: 'ends',
    ok,
    title: both('The program ends as it should', '程序以应有的方式结束'),
    expected: ENDINGS[ends.kind],
    actual: ok ? both('', '') : unfinished,
    spanIds: [],
  };
  return [ending, ...check(telemetry)];
}
