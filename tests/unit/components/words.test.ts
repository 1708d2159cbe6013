import { describe, expect, it } from 'vitest';
import { outcomeSentence } from '../../../src/components/example/outcome-words.ts';
import { parseCollector } from '../../../src/components/example/collector.ts';
import { DRAFT_WORDS } from '../../../src/components/example/draft-words.ts';
import { GRADE_WORDS } from '../../../src/components/example/grade-words.ts';
import { PLAYGROUND_WORDS } from '../../../src/components/example/playground-words.ts';
import { FORWARD_WORDS } from '../../../src/components/example/forward-words.ts';
import { SESSION_WORDS } from '../../../src/components/example/session-words.ts';
import { CARD_WORDS, languageOf } from '../../../src/components/example/strings.ts';
import { TWIN_WORDS } from '../../../src/components/example/twin-words.ts';
import type { Outcome, OutcomeKind } from '../../../src/sandbox/contract.ts';

const outcome = (kind: OutcomeKind, more: Partial<Outcome> = {}): Outcome => ({
  kind,
  message: '',
  tasks: [],
  clockMs: 12,
  ...more,
});

describe('the status line', () => {
  it('counts spans and errors and says how long the run took', () => {
    const counts = { spans: 5, errors: 1 };
    expect(outcomeSentence(outcome('ok'), 'virtual', counts, 'en')).toMatch(
      /^5 spans, 1 error, finished in 12(\.0)? ms of virtual time$/,
    );
    expect(outcomeSentence(outcome('ok'), 'real', { spans: 1, errors: 0 }, 'en')).toMatch(
      /^1 span, 0 errors, finished in/,
    );
  });

  it.each(['error', 'deadlock', 'leak', 'stuck', 'stopped', 'crashed'] as const)('has a sentence for %s', (kind) => {
    for (const language of ['en', 'zh-CN'] as const) {
      expect(outcomeSentence(outcome(kind), 'virtual', { spans: 0, errors: 0 }, language).length).toBeGreaterThan(8);
    }
  });

  it.each(['time', 'virtual-time', 'flood', 'size', 'malformed', 'undelivered', 'unloaded'] as const)(
    'says which limit was broken: %s',
    (reason) => {
      const sentences = (['en', 'zh-CN'] as const).map((language) =>
        outcomeSentence(outcome('limit', { reason }), 'virtual', { spans: 0, errors: 0 }, language),
      );
      expect(new Set(sentences).size).toBe(2);
    },
  );

  it("begins with the program's own words where it failed", () => {
    const failed = outcome('error', { message: 'RangeError: too many' });
    expect(outcomeSentence(failed, 'virtual', { spans: 0, errors: 0 }, 'en')).toMatch(/^RangeError: too many/);
  });
});

describe('words of the card', () => {
  it.each([CARD_WORDS, DRAFT_WORDS, GRADE_WORDS, PLAYGROUND_WORDS, SESSION_WORDS, FORWARD_WORDS, TWIN_WORDS])(
    'are there in both languages',
    (words) => {
      expect(Object.keys(words['zh-CN'])).toEqual(Object.keys(words.en));
    },
  );

  it('name the buttons as the contract does', () => {
    const { en, 'zh-CN': zh } = CARD_WORDS;
    const names = ['run', 'stop', 'edit', 'reset', 'copy', 'share', 'widen', 'open'] as const;
    expect(names.map((name) => en[name])).toEqual([
      'Run',
      'Stop',
      'Edit',
      'Reset',
      'Copy',
      'Share',
      'Widen',
      'Open file',
    ]);
    expect(names.map((name) => zh[name])).toEqual(['运行', '停止', '编辑', '重置', '复制', '分享', '展开', '打开文件']);
  });

  it('take any Chinese page for Simplified Chinese, and all else for English', () => {
    expect([languageOf('zh-CN'), languageOf('zh-cn'), languageOf('en'), languageOf(undefined)]).toEqual([
      'zh-CN',
      'zh-CN',
      'en',
      'en',
    ]);
  });
});

describe('the address of a collector', () => {
  it.each(['http://localhost:4318', ' https://collector.example/otlp '])('is taken: %s', (text) => {
    expect(parseCollector(text)).toBeInstanceOf(URL);
  });

  it.each(['', 'localhost:4318', 'javascript:alert(1)', 'file:///etc', 'http://user:secret@host/', 'http://host/?a=b'])(
    'is refused: %s',
    (text) => {
      expect(parseCollector(text)).toBeUndefined();
    },
  );
});
