/**
 * The words of the viewer, in both languages: here those of the waterfall, in `strings-panes.ts` those of what is loaded
 * on request. Placeholders stand in braces; where English needs two forms they are parted by `|` and chosen by `n`.
 */
const en = {
  'tab.trace': 'Trace',
  'tab.table': 'Table',
  'tab.statistics': 'Statistics',
  'tab.compare': 'Comparison',
  'tab.requests': 'Requests',
  'tab.metrics': 'Metrics',
  'tab.logs': 'Logs',
  'tabs.name': 'What the run produced',
  'tab.loading': 'Loading…',
  'tab.failed': 'This part of the page could not be loaded. Check the connection, then open the tab again.',

  'run.recorded': 'recorded',
  'run.yours': 'your run',
  'run.solution': 'the solution’s run',
  'run.stale': 'code changed since',

  'trace.empty': 'No spans: nothing was exported.',
  'trace.span': 'Span',
  'trace.duration': 'Duration',
  'trace.resize': 'Width of the name column',
  'trace.depth': 'depth {n}',
  'trace.links': '{n} link|{n} links',
  'trace.events': '{n} event|{n} events',
  'trace.pending': 'parent not here',
  'trace.self': 'self {self}',
  'trace.errorsInside': '{n} error inside|{n} errors inside',
  'trace.groupTotal': 'total {total}',

  'status.error': 'error',
  'status.ok': 'ok',
  'status.unset': 'unset',
  'status.cancelled': 'cancelled',

  'console.name': 'Console',
  'console.suppressed': '{n} more line suppressed|{n} more lines suppressed',
  'console.more': '… {n} more',
  'console.level.debug': 'debug',
  'console.level.info': 'info',
  'console.level.warn': 'warning',
  'console.level.error': 'error',
  'console.cause': 'cause: ',
  'console.goTo': 'Go to {place}',
} as const;

const zhCn: Readonly<Record<keyof typeof en, string>> = {
  'tab.trace': '追踪',
  'tab.table': '表格',
  'tab.statistics': '统计',
  'tab.compare': '对比',
  'tab.requests': '请求',
  'tab.metrics': '指标',
  'tab.logs': '日志',
  'tabs.name': '运行结果',
  'tab.loading': '加载中…',
  'tab.failed': '这部分内容没能加载。请检查网络，再重新打开此标签页。',

  'run.recorded': '预录结果',
  'run.yours': '你的运行',
  'run.solution': '答案的运行',
  'run.stale': '代码已改动，结果待更新',

  'trace.empty': '没有 span：程序什么也没导出。',
  'trace.span': 'Span',
  'trace.duration': '耗时',
  'trace.resize': '名称列宽度',
  'trace.depth': '第 {n} 层',
  'trace.links': '{n} 个链接',
  'trace.events': '{n} 个事件',
  'trace.pending': '父 span 不在此处',
  'trace.self': '自身 {self}',
  'trace.errorsInside': '内含 {n} 个错误',
  'trace.groupTotal': '合计 {total}',

  'status.error': '错误',
  'status.ok': '成功',
  'status.unset': '未设置',
  'status.cancelled': '已取消',

  'console.name': '控制台',
  'console.suppressed': '另有 {n} 行未显示',
  'console.more': '…… 另有 {n} 项',
  'console.level.debug': '调试',
  'console.level.info': '信息',
  'console.level.warn': '警告',
  'console.level.error': '错误',
  'console.cause': '起因：',
  'console.goTo': '转到 {place}',
};

/** The languages of the site, as in the `lang` attribute of its pages. */
export type Language = 'en' | 'zh-CN';

/** Texts by name. */
export type Texts = Readonly<Record<string, string>>;

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;

/** Gives a text in the reader's language. The compiler asks for exactly the placeholders that the English text has. */
export interface TranslateOf<English extends Texts> {
  <Key extends keyof English & string>(
    key: Key,
    ...params: [Placeholders<English[Key]>] extends [never]
      ? []
      : [Readonly<Record<Placeholders<English[Key]>, string | number>>]
  ): string;
  readonly language: Language;
}

/** The names of the waterfall's texts. */
export type StringKey = keyof typeof en;

/** Gives the texts of the waterfall. */
export type Translate = TranslateOf<typeof en>;

/** The viewer's texts in one language. */
export function translator(language: Language): Translate {
  return translate<typeof en>(STRINGS[language], language);
}

/** Gives the texts of a table. */
export function translate<English extends Texts>(texts: Texts, language: Language): TranslateOf<English> {
  const give = (key: string, values: Readonly<Record<string, string | number>> = {}): string => {
    const [one = '', many = one] = (texts[key] ?? '').split('|');
    const text = values['n'] === 1 ? one : many;
    // One pass, so that braces inside a value are never taken for placeholders.
    return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  };
  return Object.assign(give, { language });
}

/** Both languages, for the parts that add to them and for the test that they are complete. */
export const STRINGS = { en, 'zh-CN': zhCn } as const;
