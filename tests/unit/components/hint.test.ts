import { describe, expect, it } from 'vitest';
import { hintParts } from '../../../src/components/example/hint.ts';

describe('the marks of a hint', () => {
  it('are none in plain words', () => {
    expect(hintParts('Who listens?')).toEqual([{ kind: 'words', text: 'Who listens?' }]);
  });

  it('set code among the words', () => {
    expect(hintParts('Ask `allow()` once.')).toEqual([
      { kind: 'words', text: 'Ask ' },
      { kind: 'code', text: 'allow()' },
      { kind: 'words', text: ' once.' },
    ]);
  });

  it('set lines of code on their own, with their indentation and their backticks', () => {
    expect(hintParts('In `work`:\n```\nif (ok) {\n  log(`made`);\n}\n```\nThen wait.')).toEqual([
      { kind: 'words', text: 'In ' },
      { kind: 'code', text: 'work' },
      { kind: 'words', text: ':' },
      { kind: 'block', text: 'if (ok) {\n  log(`made`);\n}' },
      { kind: 'words', text: 'Then wait.' },
    ]);
  });
});
