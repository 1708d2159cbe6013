/** The words of the recorded table alone, in both languages: they are set when the site is built and loaded by nobody. */
import { withWords } from './words.ts';

const en = {
  'trace.timeline': 'Timeline',
  'trace.caption': 'Recorded trace: {n} span|Recorded trace: {n} spans',
  'trace.more': '… and {n} more span|… and {n} more spans',
} as const;

const zhCn: Readonly<Record<keyof typeof en, string>> = {
  'trace.timeline': '时间线',
  'trace.caption': '预录的追踪：{n} 个 span',
  'trace.more': '…… 另有 {n} 个 span',
};

/** The texts that only the recorded table has. */
export const RECORDED_STRINGS = { en, 'zh-CN': zhCn } as const;

/** The same language with the words of the recorded table. */
export const recordedWords = withWords(RECORDED_STRINGS);
