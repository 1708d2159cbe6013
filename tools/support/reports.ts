/** Reads what the test runners wrote about themselves. */
import { readFileSync } from 'node:fs';
import type { Total } from './total.ts';

function read(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const count = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** What Vitest's JSON reporter counted; a file that could not be loaded is a failure. Undefined where it wrote nothing. */
export function vitestTotal(file: string): Total | undefined {
  const report = read(file);
  if (report === undefined) return undefined;
  const { numPassedTests, numFailedTests, numFailedTestSuites } = report;
  const failed = count(numFailedTests);
  return { passed: count(numPassedTests), failed: failed > 0 ? failed : count(numFailedTestSuites) };
}

/** What Playwright's JSON reporter counted; a test that needed a second try has failed. Undefined where it wrote nothing. */
export function playwrightTotal(file: string): Total | undefined {
  const stats = read(file)?.['stats'];
  if (typeof stats !== 'object' || stats === null) return undefined;
  const { expected, unexpected, flaky }: Readonly<Record<string, unknown>> = { ...stats };
  return { passed: count(expected), failed: count(unexpected) + count(flaky) };
}
