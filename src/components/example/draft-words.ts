/** What a card says about the edits that it keeps, in both languages. */
export const DRAFT_WORDS = {
  en: {
    stop: '.',
    changed: (file: string) =>
      `This example has changed since you edited ${file}. Nothing is lost: look at both and choose.`,
    yours: 'What you wrote',
    new: 'The example as it is now',
    keep: 'Keep mine',
    take: 'Take the new one',
  },
  'zh-CN': {
    stop: '。',
    changed: (file: string) => `你改过 ${file} 之后，这个示例又更新了。两份都在，看看再选。`,
    yours: '你写的',
    new: '示例现在的样子',
    keep: '保留我的',
    take: '换成新的',
  },
} as const;
