import { describe, expect, it } from 'vitest';
import { mentions } from '../../../src/components/site/reference/mentions.ts';
import { collectNames } from '../../../src/components/site/reference/names.ts';
import { counter, log, span } from '../otlp/sample.ts';

describe('the index', () => {
  it('finds the first page that shows an example', () => {
    const pages = [
      { id: 'a', body: '<Example id="x/y/one" />\n<Example wide id="x/y/two" />' },
      { id: 'b', body: '<Example id="x/y/one" />' },
      { id: 'c' },
    ];
    expect([...mentions(pages)]).toEqual([
      ['x/y/one', 'a'],
      ['x/y/two', 'a'],
    ]);
  });

  it('lists each name once, in order, with every example that emits it', () => {
    const attribute = (key: string) => ({ key, value: { kind: 'string', value: '' } as const });
    const telemetry = {
      spans: [span({ name: 'send', attributes: [attribute('lab.b')] }), span({ name: 'receive' })],
      metrics: [counter('lab.count', 1n)],
      logs: [log({ attributes: [attribute('lab.a')] })],
    };
    const names = collectNames([
      { example: 'one', telemetry },
      { example: 'two', telemetry: { ...telemetry, spans: [span({ name: 'send' })] } },
    ]);
    expect([...names.spans.keys()]).toEqual(['receive', 'send']);
    expect([...(names.spans.get('send') ?? [])]).toEqual(['one', 'two']);
    expect([...names.metrics.keys()]).toEqual(['lab.count']);
    expect([...names.attributes.keys()].filter((key) => key.startsWith('lab.'))).toEqual(['lab.a', 'lab.b']);
  });
});
