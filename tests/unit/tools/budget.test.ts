import { describe, expect, test } from 'vitest';
import { examplesIn, readPackage, runGroups, type BuiltExample } from '../../../tools/budget/site.ts';

describe('the examples on a built page', () => {
  test('those with a program from the build, each once', () => {
    const html = `<tp-example class="a" data-id="x/y" data-slug="s" data-src="/examples/x/y.json"></tp-example>
      <tp-example data-id="x/y" data-src="/examples/x/y.json"></tp-example>
      <tp-example data-id="playground" data-open></tp-example>`;
    expect(examplesIn(html)).toEqual(['x/y']);
  });

  test('what the first program imports', () => {
    const modules = [{ imports: [{ specifier: 'csp' }, { specifier: './a.ts' }] }, { imports: [] }];
    const json = JSON.stringify({ kind: 'antipattern', programs: [{ modules }, { modules: [] }] });
    expect(readPackage(json)).toEqual({ kind: 'antipattern', imports: ['csp', './a.ts'] });
  });
});

describe('which examples are run', () => {
  const example = (id: string, bytes: number, more: Partial<BuiltExample> = {}): BuiltExample => ({
    id,
    page: 'p/',
    kind: 'basic',
    chunks: ['boot', 'trace', 'guide'],
    bytes,
    ...more,
  });

  test('of those that load the same, the heaviest', () => {
    const logs = example('c', 1, { chunks: ['boot', 'trace', 'guide', 'logs'] });
    const groups = runGroups([example('a', 1), example('b', 2), logs, example('d', 1, { kind: 'exercise' })]);
    expect(groups.map(({ id }) => id)).toEqual(['b', 'c', 'd']);
  });
});
