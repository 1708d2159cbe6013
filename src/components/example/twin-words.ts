/** What a card says of a program's Go twin, in both languages. */
export const TWIN_WORDS = {
  en: {
    choose: 'Language of the code',
    both: 'Both',
    files: 'Go files',
    about: (go: string, otel: string) =>
      `Go ${go} and OpenTelemetry-Go ${otel}. Go does not run in the browser: this program ran, on the virtual clock of testing/synctest, when the guide was made, and its trace was recorded. Run starts the TypeScript.`,
    yourself: 'To run it yourself, in a copy of this guide and with a collector on port 4318:',
    same: 'In both languages:',
    compare: 'Compare traces',
    open: "Open Go's trace",
    exact:
      'A test holds the two traces to the same names, parents, kinds, statuses, times, attributes and links. Ids differ, and what the SDK says of itself.',
    shape:
      'A test holds the two traces to the same names, parents, kinds, statuses, attributes and links. Times differ, because the scheduler decides about them; ids differ, and what the SDK says of itself.',
    differs: 'What else may differ, and why:',
    everySpan: 'every span',
    logRecords: 'log records',
    fields: {
      kind: 'kind',
      status: 'status',
      start: 'start',
      duration: 'duration',
      links: 'links',
      attributes: 'attributes',
    },
    reference: 'Go, recorded',
    compared: (mine: boolean, difference: string | undefined) =>
      `${mine ? 'Your TypeScript run' : 'The recorded TypeScript run'} against the recorded run of Go: ${difference ?? 'the same trace'}.`,
    place: (name: string, ts: string, go: string) => `${name}: ${ts} and ${go}.`,
  },
  'zh-CN': {
    choose: '代码语言',
    both: '对照',
    files: 'Go 文件',
    about: (go: string, otel: string) =>
      `Go ${go}，OpenTelemetry-Go ${otel}。Go 不在浏览器里运行：编写本指南时，这个程序在 testing/synctest 的虚拟时钟上跑过，追踪就是那时录下的。“运行”启动的是 TypeScript。`,
    yourself: '想自己运行：先取得本指南的源码，在 4318 端口备好 Collector，再执行：',
    same: '两边都有：',
    compare: '对比追踪',
    open: '打开 Go 的追踪',
    exact:
      '有测试保证：两条追踪的名称、父子关系、类型、状态、时间、属性和链接都相同。不同的只有 id 和 SDK 的自我介绍。',
    shape:
      '有测试保证：两条追踪的名称、父子关系、类型、状态、属性和链接都相同。时间由调度器决定，所以不同；此外不同的只有 id 和 SDK 的自我介绍。',
    differs: '还可能不同的地方和原因：',
    everySpan: '所有 span',
    logRecords: '日志',
    fields: { kind: '类型', status: '状态', start: '开始时间', duration: '时长', links: '链接', attributes: '属性' },
    reference: 'Go（录制）',
    compared: (mine: boolean, difference: string | undefined) =>
      `${mine ? '你的 TypeScript 运行' : '录制的 TypeScript 运行'}与录制的 Go 运行相比：${difference ?? '追踪一致'}。`,
    place: (name: string, ts: string, go: string) => `${name}：${ts} 与 ${go}。`,
  },
} as const;
