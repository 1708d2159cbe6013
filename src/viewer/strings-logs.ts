/** The words that the marks of log records need, in both languages; see `strings.ts` for how they are written. */
import { withWords } from './words.ts';

const en = {
  'logs.unspecified': 'unspecified',
  'logs.count': '{n} log record|{n} log records',
  'logs.countGravest': '{n} log record, {severity}|{n} log records, the gravest {severity}',
} as const;

const zhCn = {
  'logs.unspecified': '未指定',
  'logs.count': '{n} 条日志',
  'logs.countGravest': '{n} 条日志，最高级别 {severity}',
} as const satisfies Record<keyof typeof en, string>;

export const LOG_STRINGS = { en, 'zh-CN': zhCn } as const;

/** The words of a waterfall with marks of log records. */
export const logWords = withWords(LOG_STRINGS);

/** What {@link logWords} gives. */
export type LogTranslate = ReturnType<typeof logWords>;
