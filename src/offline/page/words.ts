import type { Progress } from '../manifest.ts';

export type Language = 'en' | 'zh-CN';

/** What the page says about being read without the network. */
export const OFFLINE_WORDS = {
  en: {
    newVersion: 'There is a new version of the guide. Your edits and your progress stay as they are.',
    load: 'Load it now',
    later: 'Later',
    lead: 'Every page that you open is kept on this computer, with what it takes to run its examples. Pages that you have not opened can be kept too.',
    notKept: 'There is no network, and this page was not kept:',
    notKeptWhy: 'It can be read as soon as the network is back. These pages can be read and run now.',
    whole: 'The whole guide',
    wholeText: 'All pages in both languages, the editor and the search. Later versions replace it by themselves.',
    keep: 'Keep the whole guide',
    again: 'Fetch it again',
    pages: 'Pages on this computer',
    none: 'None yet.',
    unable: 'This browser keeps no pages for reading without the network; a private window never does.',
  },
  'zh-CN': {
    newVersion: '指南有新版本了。你的修改和学习进度都会保留。',
    load: '现在载入',
    later: '以后再说',
    lead: '你打开过的每一页都会存到这台电脑上，连同运行示例所需的一切。没打开过的页面也可以存下来。',
    notKept: '现在没有网络，而这一页没有存过：',
    notKeptWhy: '网络恢复后就能读到它。下面这些页面现在就可以阅读和运行。',
    whole: '整本指南',
    wholeText: '两种语言的全部页面，加上编辑器和搜索。以后有新版本时会自动更新。',
    keep: '保存整本指南',
    again: '重新获取',
    pages: '这台电脑上的页面',
    none: '还没有。',
    unable: '这个浏览器不能保存离线页面；隐私窗口总是如此。',
  },
} as const satisfies Record<Language, Record<string, string>>;

/** How far the keeping of the whole guide is, in a sentence. */
export function progressSentence(progress: Progress, language: Language): string {
  const chinese = language === 'zh-CN';
  switch (progress.type) {
    case 'keeping':
      return chinese
        ? `正在保存：${progress.done} / ${progress.of} 个文件`
        : `Keeping file ${progress.done} of ${progress.of}`;
    case 'kept':
      return chinese
        ? '整本指南都在这台电脑上了。没有网络也能阅读、运行和编辑。'
        : 'The whole guide is on this computer. It can be read, run and edited without the network.';
    case 'failed':
      return progress.full ? fullSentence(progress.missing, chinese) : missingSentence(progress.missing, chinese);
    default:
      return progress satisfies never;
  }
}

function fullSentence(missing: number, chinese: boolean): string {
  return chinese
    ? `这个浏览器给本站的空间满了，还差 ${missing} 个文件。清理一些空间再试；已经存下的、你的修改和进度都还在。`
    : `The room that this browser gives the site is full; ${missing} files are missing. Free some and try again: what was kept, your edits and your progress are still there.`;
}

function missingSentence(missing: number, chinese: boolean): string {
  return chinese
    ? `有 ${missing} 个文件没能取到。网络恢复后再试；已经存下的都还在。`
    : `${missing} files could not be fetched. Try again when the network is back: what was kept is still there.`;
}

/** A size in By as readers write it: `2.7 MB`. */
export function sizeText(bytes: number, language: Language): string {
  const options = { style: 'unit', unit: 'megabyte', unitDisplay: 'short', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language, options).format(bytes / 1e6);
}
