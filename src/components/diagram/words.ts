/** What stands around a diagram in each language. */
export const DIAGRAM_WORDS = {
  en: { inWords: 'The picture in words' },
  'zh-cn': { inWords: '用文字说这张图' },
} as const;
