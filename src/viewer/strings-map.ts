/** The words of the minimap, in both languages: it stands in lessons too, without the other instruments. */
import { withWords } from './words.ts';

const en = {
  'map.name': 'The whole trace in small',
  'map.start': 'Start of what is shown',
  'map.end': 'End of what is shown',
  'map.whole': 'Whole trace',
  'map.shown': 'Showing {from} to {to} of {total}',
  'map.shownWhole': 'Showing the whole trace',
} as const;

const zhCn: Readonly<Record<keyof typeof en, string>> = {
  'map.name': '整条追踪的缩略图',
  'map.start': '显示范围的起点',
  'map.end': '显示范围的终点',
  'map.whole': '整条追踪',
  'map.shown': '显示 {from} 至 {to}，全长 {total}',
  'map.shownWhole': '显示整条追踪',
};

/** The texts that come with the minimap. */
export const MAP_STRINGS = { en, 'zh-CN': zhCn } as const;

/** The same language with the words of the minimap. */
export const mapWords = withWords(MAP_STRINGS);

/** Gives the texts of the waterfall and of the minimap. */
export type MapTranslate = ReturnType<typeof mapWords>;
