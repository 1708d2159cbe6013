/** What a card says while it is used, in both languages. */
export const SESSION_WORDS = {
  en: {
    running: 'Running…',
    notCompiled: (place: string, sentence: string) => `${place} ${sentence}.`,
    reset: 'Back to the original.',
    shared:
      'The link is on the clipboard. It carries the code itself; whoever opens it sees it and runs it only by pressing Run.',
    sharedByHand: 'The browser does not allow copying. Here is the link:',
    noSpan:
      'The span that the link names is not in this run: the program, or what the receiver answers, has changed since.',
    receiver: 'Receiver',
    answers: 'It answers',
    asWritten: 'as the example says',
    clock: 'Clock',
    forward: 'Also send to a collector',
    collector: 'Its address',
    forwardHint: 'Off until you turn it on. Nothing is sent before you have confirmed it for this code.',
  },
  'zh-CN': {
    running: '运行中…',
    notCompiled: (place: string, sentence: string) => `${place} ${sentence}。`,
    reset: '已恢复原样。',
    shared: '链接已复制。代码就在链接里；打开的人先看到代码，按“运行”才会执行。',
    sharedByHand: '浏览器不允许复制。链接在这里：',
    noSpan: '链接所指的 span 不在这次运行里：程序或接收端的应答后来改过。',
    receiver: '接收端',
    answers: '它的应答',
    asWritten: '按示例的设定',
    clock: '时钟',
    forward: '同时发给一个 Collector',
    collector: '地址',
    forwardHint: '默认关闭，由你打开。针对这份代码确认之前，什么都不会发出去。',
  },
} as const;
