import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inParallel } from '../../../tools/support/parallel.ts';
import { playwrightTotal, vitestTotal } from '../../../tools/support/reports.ts';
import { kilobytes, median, table } from '../../../tools/support/table.ts';
import { readTotal } from '../../../tools/support/total.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(value: unknown): string {
  const name = join(folder, `${Math.random()}.json`);
  writeFileSync(name, typeof value === 'string' ? value : JSON.stringify(value));
  return name;
}

describe('what the runners counted', () => {
  test('Vitest: tests, and files that could not be loaded', () => {
    expect(vitestTotal(file({ numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 1 }))).toEqual({
      passed: 5,
      failed: 2,
    });
    expect(vitestTotal(file({ numPassedTests: 5, numFailedTests: 0, numFailedTestSuites: 1 }))).toEqual({
      passed: 5,
      failed: 1,
    });
  });

  test('Playwright: a test that needed a second try has failed', () => {
    expect(playwrightTotal(file({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } }))).toEqual({
      passed: 3,
      failed: 2,
    });
  });

  test('our own tools', () => {
    expect(readTotal(file({ passed: 1, failed: 0 }))).toEqual({ passed: 1, failed: 0 });
  });

  test.each([
    ['nothing', join(folder, 'none.json')],
    ['half a file', file('{"passed":')],
    ['something else', file([1])],
  ])('%s counts as no total', (_, name) => {
    expect(readTotal(name)).toBeUndefined();
    expect(playwrightTotal(name)).toBeUndefined();
  });
});

describe('figures', () => {
  test('stand in columns, numbers to the right', () => {
    expect(
      table([
        ['a', 'is'],
        ['long name', '9.5 kB'],
        ['b', '10.0 kB'],
      ]),
    ).toBe('a          is\nlong name   9.5 kB\nb          10.0 kB');
  });

  test('kB are of 1,000 bytes; a median is the middle', () => {
    expect(kilobytes(12_345)).toBe('12.3 kB');
    expect(median([3, 1, 2])).toBe(2);
    expect(median([])).toBeNaN();
  });
});

describe('work in parallel', () => {
  test('keeps the order of its results, and runs no more at once than asked', async () => {
    let now = 0;
    let most = 0;
    const piece = (ms: number) => async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, ms));
      now--;
      return ms;
    };
    expect(
      await inParallel(
        [30, 1, 20, 2].map((ms) => piece(ms)),
        2,
      ),
    ).toEqual([30, 1, 20, 2]);
    expect(most).toBe(2);
  });

  test('ends with the first failure', async () => {
    const failing = async (): Promise<never> => Promise.reject(new Error('no'));
    await expect(inParallel([failing], 3)).rejects.toThrow('no');
  });
});
