import { formatDuration } from '../../trace/index.ts';
import type { ClockKind, Outcome, OutcomeReason } from '../../sandbox/contract.ts';
import type { Language } from './strings.ts';

/** What the status line counts. */
export interface RunCounts {
  readonly spans: number;
  readonly errors: number;
}

type Words = (outcome: Outcome, clock: ClockKind, counts: string) => string;

const REASONS: Readonly<Record<Language, Readonly<Record<OutcomeReason, string>>>> = {
  en: {
    time: 'Stopped: the program ran for 10 s without an end.',
    'virtual-time': 'Stopped: the program ran past 1 h of virtual time. A timer that repeats for ever needs an end.',
    flood: 'Stopped: the program sent more messages in a second than the page will read.',
    size: 'Stopped: the program sent more data than a run may.',
    malformed: 'Stopped: the program sent the page a message that no program should.',
    undelivered: 'main returned, but its telemetry was not delivered.',
    unloaded: 'Not started: a part of the sandbox could not be loaded. You may be offline; your text is safe.',
  },
  'zh-CN': {
    time: '已停止：程序跑了 10 秒还没有结束。',
    'virtual-time': '已停止：程序的虚拟时间超过了 1 小时。不停重复的定时器要有个尽头。',
    flood: '已停止：程序一秒内发来的消息太多，页面不再读了。',
    size: '已停止：程序发来的数据超过了一次运行的上限。',
    malformed: '已停止：程序向页面发来了不该有的消息。',
    undelivered: 'main 已返回，但遥测数据没有送达。',
    unloaded: '没有启动：沙箱有一部分没有加载成功，可能是断网了。你写的内容还在。',
  },
};

const CRASHED = {
  en: 'Stopped: the program used more memory than the browser allows. The page and your text are unharmed.',
  'zh-CN': '已停止：程序占用的内存超过了浏览器的上限。页面和你写的内容都没有受影响。',
} as const;

const ENGLISH: Words = (outcome, clock, counts) => {
  const time = formatDuration(Math.round(outcome.clockMs * 1_000_000));
  const passed = clock === 'virtual' ? `${time} of virtual time` : time;
  const { message, tasks } = outcome;
  switch (outcome.kind) {
    case 'ok':
      return `${counts}, finished in ${passed}`;
    case 'error':
      return `${message || 'The program failed'}. ${counts}.`;
    case 'deadlock':
      return `Deadlock after ${passed}: every task waits for another. ${counts}.`;
    case 'leak':
      return `Leak: main returned while ${tasks.length === 1 ? '1 task' : `${tasks.length} tasks`} still waited. ${counts}.`;
    case 'stuck':
      return `Stuck: main awaits a promise that nothing will settle. ${counts}.`;
    default:
      return `Stopped after ${formatDuration(Math.round(outcome.clockMs * 1_000_000))}. ${counts}.`;
  }
};

const CHINESE: Words = (outcome, clock, counts) => {
  const time = formatDuration(Math.round(outcome.clockMs * 1_000_000));
  const passed = clock === 'virtual' ? `${time}（虚拟时间）` : time;
  const { message, tasks } = outcome;
  switch (outcome.kind) {
    case 'ok':
      return `${counts}，用时 ${passed}`;
    case 'error':
      return `${message || '程序失败'}。${counts}。`;
    case 'deadlock':
      return `死锁：每个任务都在等别的任务，停在 ${passed}。${counts}。`;
    case 'leak':
      return `泄漏：main 已返回，还有 ${tasks.length} 个任务在等待。${counts}。`;
    case 'stuck':
      return `卡住：main 在等一个永远不会有结果的 promise。${counts}。`;
    default:
      return `已停止，用时 ${time}。${counts}。`;
  }
};

/** The one line that is said when a run has ended. */
export function outcomeSentence(outcome: Outcome, clock: ClockKind, counts: RunCounts, language: Language): string {
  if (outcome.kind === 'crashed') return CRASHED[language];
  if (outcome.reason) {
    const reason = REASONS[language][outcome.reason];
    return outcome.reason === 'undelivered' ? `${reason} ${outcome.message}` : reason;
  }
  return language === 'en'
    ? ENGLISH(outcome, clock, englishCounts(counts))
    : CHINESE(outcome, clock, `${counts.spans} 个 span，${counts.errors} 个错误`);
}

function plural(n: number, one: string): string {
  return `${n} ${one}${n === 1 ? '' : 's'}`;
}

function englishCounts({ spans, errors }: RunCounts): string {
  return `${plural(spans, 'span')}, ${plural(errors, 'error')}`;
}
