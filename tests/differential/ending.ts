/** How a program ended, in one line that both languages share. Pure. */
import type { Outcome } from '../../src/sandbox/contract.ts';

/** What a Go process left behind. */
export interface GoExit {
  /** Exit code; undefined if a signal ended it. */
  readonly code: number | undefined;
  readonly stderr: string;
}

const LEAK = 'deadlock: main bubble goroutine has exited but blocked goroutines remain';
const DEADLOCK = 'all goroutines are asleep - deadlock!';

/**
 * The ending of a Go program: `ok`, `panic: <message>`, `deadlock: <message>` or `leak`. What Go calls a fatal error is
 * a panic that cannot be recovered.
 *
 * @throws Error if the process ended in any other way.
 */
export function endingOfGo({ code, stderr }: GoExit): string {
  if (code === 0) return 'ok';
  const message = /^(?:panic|fatal error): (.*?)(?: \[recovered.*)?$/m.exec(stderr)?.[1];
  if (message === undefined) throw new Error(`The program ended with exit code ${code ?? 'none'} and said: ${stderr}`);
  if (message === LEAK) return 'leak';
  return message === DEADLOCK ? `deadlock: ${message}` : `panic: ${message}`;
}

/** The ending of a program in the sandbox, in the same words. The name of an error's class is not part of its message. */
export function endingOfSandbox({ kind, message }: Outcome): string {
  if (kind === 'ok' || kind === 'leak') return kind;
  if (kind === 'error') return `panic: ${message.replace(/^\w+: /, '')}`;
  return `${kind}: ${message}`;
}
