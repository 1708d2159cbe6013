/** What the reader's store and share links have to say, in both languages of the guide. */

/** The languages of the site, as in the `lang` attribute of its pages. */
export type Language = 'en' | 'zh-CN';

const en = {
  denied:
    'This browser does not let the page keep anything (a private window, perhaps): your edits last until you close this tab',
  full: 'The storage of this browser is full: your edits last until you close this tab; free some space to keep them',
  blocked:
    'Another tab with an older version of this guide holds the storage: close or reload it, and your edits will be kept',
  outdated: 'A newer version of this guide is open in another tab: reload this page, and your edits will be kept',
  newer: 'The storage was written by a newer version of this guide: reload this page, and your edits will be kept',
  lost: 'The browser closed the storage: your edits last until you close this tab; reload the page to keep them again',
  damaged: 'An edit that was kept for this file cannot be read; it is left alone and the original is shown',
  'share.none': 'This link carries no code',
  'share.version': 'This link was made by a newer version of this guide: reload the page and open the link again',
  'share.damaged': 'This link is damaged: a part of it is missing or changed; ask for the link again',
  'share.large': 'This code is too large for a link: 256 kB is the most; open it as a file instead',
  'share.files': 'A link holds between 1 and 16 files',
  'share.name':
    'A file in this link has a name that is not allowed: names are letters, digits, "-" and "_", then ".ts"',
  'share.entry': 'The file that this link starts with is not in it',
  'share.unsupported': 'This browser cannot read or write share links: it lacks the Compression Streams API',
} as const;

export type LearnKey = keyof typeof en;

const zhCn: Readonly<Record<LearnKey, string>> = {
  denied: '此浏览器不允许页面保存内容（可能是隐私窗口）：你的修改会保留到关闭此标签页为止',
  full: '此浏览器的存储空间已满：你的修改会保留到关闭此标签页为止；清理空间后即可长期保存',
  blocked: '另一个标签页中打开着本指南的旧版本并占用存储：请关闭或刷新它，你的修改即可保存',
  outdated: '另一个标签页中打开了本指南的新版本：请刷新此页，你的修改即可保存',
  newer: '存储由本指南的更新版本写入：请刷新此页，你的修改即可保存',
  lost: '浏览器关闭了存储：你的修改会保留到关闭此标签页为止；刷新页面后即可继续保存',
  damaged: '为此文件保存的修改无法读取；它保持原样，现显示原文',
  'share.none': '此链接不含代码',
  'share.version': '此链接由本指南的更新版本生成：请刷新页面后重新打开链接',
  'share.damaged': '此链接已损坏：有一部分缺失或被改动；请重新索取链接',
  'share.large': '代码太大，无法放进链接：最多 256 kB；请改为以文件打开',
  'share.files': '一个链接可含 1 至 16 个文件',
  'share.name': '此链接中有文件名不被允许：文件名由字母、数字、“-”和“_”组成，并以“.ts”结尾',
  'share.entry': '此链接的起始文件不在其中',
  'share.unsupported': '此浏览器无法读写分享链接：它没有 Compression Streams API',
};

/** Both languages, for the test that they are complete. */
export const learnStrings: Readonly<Record<Language, Readonly<Record<LearnKey, string>>>> = { en, 'zh-CN': zhCn };

/** One sentence in the language of the page. */
export function learnSentence(key: LearnKey, language: Language): string {
  return learnStrings[language][key];
}
