/** The words of an example's card, in both languages. Buttons are named as design §7 says. */
const en = {
  run: 'Run',
  stop: 'Stop',
  edit: 'Edit',
  reset: 'Reset',
  copy: 'Copy',
  share: 'Share',
  widen: 'Widen',
  open: 'Open file',
  files: 'Files',
  dont: "DON'T",
  do: 'DO',
  recorded: 'recorded',
  'fidelity.real': 'real',
  'fidelity.model': 'model',
  'fidelity.simulation': 'simulation',
  'fidelity.real.about': 'The software that you would use runs here.',
  'fidelity.model.about': 'A model in TypeScript with the same rules; only the machine below it is missing.',
  'fidelity.simulation.about': 'The numbers are made by a model. Read their shape, not their size.',
  'clock.virtual': 'virtual clock',
  'clock.real': 'real clock',
  'clock.virtual.about': 'Time moves only when nothing else can happen, so every run is the same to the nanosecond.',
  'clock.real.about': 'The time of your machine: every run differs a little.',
  'kind.failure': 'fails on purpose',
  'kind.exercise': 'exercise',
  playground: 'Your program',
  empty: 'Press Run (Ctrl/Cmd+Enter) to see the trace that this program leaves.',
  copied: 'The code is on the clipboard.',
  'copy.denied': 'The browser does not allow copying. Select the code and copy it with the keyboard.',
  loading: 'Loading…',
  'loading.failed': 'A part of the page could not be loaded: you may be offline. Your text is safe; try again.',
} as const;

export type CardKey = keyof typeof en;

const zhCn: Readonly<Record<CardKey, string>> = {
  run: '运行',
  stop: '停止',
  edit: '编辑',
  reset: '重置',
  copy: '复制',
  share: '分享',
  widen: '展开',
  open: '打开文件',
  files: '文件',
  dont: '反例',
  do: '正例',
  recorded: '录制',
  'fidelity.real': '真实',
  'fidelity.model': '模型',
  'fidelity.simulation': '模拟',
  'fidelity.real.about': '这里跑的就是你会用到的软件。',
  'fidelity.model.about': '用 TypeScript 写成的模型，规则相同，只是底下没有那台机器。',
  'fidelity.simulation.about': '数字出自模型：看形状，别看大小。',
  'clock.virtual': '虚拟时钟',
  'clock.real': '真实时钟',
  'clock.virtual.about': '只有在没有别的事可做时，时间才会前进，因此每次运行连纳秒都一样。',
  'clock.real.about': '用的是你机器上的时间，每次运行会略有不同。',
  'kind.failure': '故意失败',
  'kind.exercise': '练习',
  playground: '你的程序',
  empty: '按“运行”（Ctrl/Cmd+Enter），看这个程序留下的追踪。',
  copied: '代码已复制到剪贴板。',
  'copy.denied': '浏览器不允许复制。请选中代码，用键盘复制。',
  loading: '加载中…',
  'loading.failed': '页面有一部分没有加载成功，可能是断网了。你写的内容还在，请再试一次。',
};

export const CARD_WORDS = { en, 'zh-CN': zhCn } as const;

export type Language = keyof typeof CARD_WORDS;

/** The language of a page by its `lang`: anything Chinese is Simplified Chinese, all else English. */
export function languageOf(lang: string | undefined): Language {
  return lang?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
