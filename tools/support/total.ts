/** How many passed and failed, passed on from a command to the one that started it. */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** What a command counts: tests, parts of a check, figures of a budget. */
export interface Total {
  readonly passed: number;
  readonly failed: number;
}

/** Names the file that a command started by `npm test` writes its total to. */
export const TOTAL_FILE = 'TRACED_PATTERNS_TOTAL';

/**
 * Ends a command: prints the line `N passed, N failed`, alone, and sets the exit code. A command that has counted nothing
 * has failed.
 */
export function sayTotal(total: Total): void {
  const file = process.env[TOTAL_FILE];
  if (file === undefined) console.log(`\n${total.passed} passed, ${total.failed} failed`);
  else writeFileSync(file, JSON.stringify(total));
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
}

/** Reads a total that a command has written; undefined when it wrote none, because it ended before. */
export function readTotal(file: string): Total | undefined {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || !('passed' in value) || !('failed' in value)) return undefined;
  const { passed, failed } = value;
  return typeof passed === 'number' && typeof failed === 'number' ? { passed, failed } : undefined;
}
