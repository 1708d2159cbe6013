/** What stands around a best practice in each language. */
export const PRACTICE_WORDS = {
  en: { do: 'Do', dont: 'Don’t', see: 'In the traces', source: 'Source', anchor: 'Link to this practice' },
  'zh-cn': { do: '要', dont: '不要', see: '看追踪', source: '出处', anchor: '这条做法的链接' },
} as const;
