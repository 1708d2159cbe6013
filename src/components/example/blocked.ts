import type { Location, Outcome } from '../../sandbox/contract.ts';
import type { Card } from './card.ts';

/** What is said of the tasks that a verdict names, in both languages. */
const BLOCKED_WORDS = {
  en: {
    blocked: 'Blocked tasks',
    waits: (task: string, operation: string) => `${task} waits: ${operation}`,
    failed: 'The task that failed',
    threw: (task: string) => `${task} did not catch it`,
    startedAt: '; it was started at',
  },
  'zh-CN': {
    blocked: '被阻塞的任务',
    waits: (task: string, operation: string) => `${task} 在等待：${operation}`,
    failed: '出错的任务',
    threw: (task: string) => `${task} 没有接住它`,
    startedAt: '；这个任务启动于',
  },
} as const;

/** Lists the tasks that a verdict names, each with its line as a button. */
export function showBlocked(card: Card, { kind, tasks }: Outcome, reveal: (location: Location) => void): void {
  card.verdict.hidden = false;
  const words = BLOCKED_WORDS[card.language];
  const list = document.createElement('ul');
  list.ariaLabel = kind === 'error' ? words.failed : words.blocked;
  for (const { name, operation, at } of tasks.slice(0, 20)) {
    const item = document.createElement('li');
    item.append(kind === 'error' ? words.threw(name) : words.waits(name, operation));
    if (at) {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = `${at.file}:${at.line}`;
      button.addEventListener('click', () => reveal(at));
      item.append(kind === 'error' ? `${words.startedAt} ` : ' ', button);
    }
    list.append(item);
  }
  card.verdict.replaceChildren(list);
}
