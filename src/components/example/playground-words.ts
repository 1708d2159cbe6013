/** What the playground says of links and files, in both languages. */
export const PLAYGROUND_WORDS = {
  en: {
    stop: '.',
    fromLink: 'This code came with the link. Read it; it runs when you press Run.',
    spanFromLink:
      'This code came with the link. Read it; once you press Run, the span that the link names is selected.',
    opened: (names: string) => `Opened ${names}.`,
    badName: (name: string) =>
      `${name} was not opened: the playground takes TypeScript files whose names are letters, digits, "-" and "_", then ".ts".`,
    tooLarge: (name: string) => `${name} was not opened: it is larger than 1 MB.`,
    noText: (name: string) => `${name} was not opened: it is not text.`,
    tooMany: 'Nothing was opened: the playground takes 16 files at most.',
    noEntry: 'Nothing was opened: with several files, one must be main.ts, where the program starts.',
  },
  'zh-CN': {
    stop: '。',
    fromLink: '这段代码来自链接。先看看；按“运行”才会执行。',
    spanFromLink: '这段代码来自链接。先看看；按“运行”之后，会选中链接所指的 span。',
    opened: (names: string) => `已打开 ${names}。`,
    badName: (name: string) =>
      `没有打开 ${name}：演练场只接受 TypeScript 文件，文件名由字母、数字、“-”和“_”组成，以“.ts”结尾。`,
    tooLarge: (name: string) => `没有打开 ${name}：它超过了 1 MB。`,
    noText: (name: string) => `没有打开 ${name}：它不是文本。`,
    tooMany: '什么都没有打开：演练场最多接受 16 个文件。',
    noEntry: '什么都没有打开：有多个文件时，其中一个必须是 main.ts，程序从那里开始。',
  },
} as const;
