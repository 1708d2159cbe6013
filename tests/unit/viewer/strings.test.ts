import { describe, expect, test } from 'vitest';
import { INSTRUMENT_STRINGS } from '../../../src/viewer/strings-instruments.ts';
import { MAP_STRINGS } from '../../../src/viewer/strings-map.ts';
import { PANE_STRINGS, paneWords } from '../../../src/viewer/strings-panes.ts';
import { RECORDED_STRINGS } from '../../../src/viewer/strings-recorded.ts';
import { STRINGS, translator, type Texts } from '../../../src/viewer/strings.ts';

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].toSorted();

describe('the words of the viewer', () => {
  test.each<[string, Readonly<Record<'en' | 'zh-CN', Texts>>]>([
    ['waterfall', STRINGS],
    ['panes', PANE_STRINGS],
    ['instruments', INSTRUMENT_STRINGS],
    ['minimap', MAP_STRINGS],
    ['recorded table', RECORDED_STRINGS],
  ])('both languages have every text of the %s, none empty, with the same placeholders', (_, tables) => {
    const { en, 'zh-CN': zhCn } = tables;
    expect(Object.keys(zhCn).toSorted()).toEqual(Object.keys(en).toSorted());
    const differing = Object.entries(en).filter(([key, text]) => {
      const other = Object.entries(zhCn).find(([name]) => name === key)?.[1] ?? '';
      return other === '' || placeholders(other).join(' ') !== placeholders(text).join(' ');
    });
    expect(differing).toEqual([]);
  });

  test('the names that tests and screen readers rely on', () => {
    const names = ['tab.trace', 'console.name', 'tab.requests', 'tab.metrics', 'tab.logs'] as const;
    expect(names.map((key) => translator('en')(key))).toEqual(['Trace', 'Console', 'Requests', 'Metrics', 'Logs']);
    expect(names.map((key) => translator('zh-CN')(key))).toEqual(['追踪', '控制台', '请求', '指标', '日志']);
  });

  test('English says one and many, Chinese does not need to', () => {
    const [en, zh] = [translator('en'), translator('zh-CN')];
    expect(en('trace.links', { n: 1 })).toBe('1 link');
    expect(en('trace.links', { n: 0 })).toBe('0 links');
    expect(zh('trace.links', { n: 1 })).toBe('1 个链接');
  });

  test('braces and bars inside a value stay as they are', () => {
    expect(paneWords(translator('en'))('detail.name', { name: 'a|{n}' })).toBe('Span a|{n}');
  });
});
