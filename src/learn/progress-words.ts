/** What the reader's progress and its file have to say, in both languages of the guide. */
export const PROGRESS_WORDS = {
  en: {
    denied:
      'This browser does not let the page keep anything (a private window, perhaps): your progress lasts until you close this tab.',
    full: 'The storage of this browser is full: what you do from now on may last only until you close this tab. Free some space, or save your progress as a file.',
    blocked:
      'Another tab with an older version of this guide holds the storage: close or reload it, and your progress will be kept.',
    outdated: 'A newer version of this guide is open in another tab: reload this page, and your progress will be kept.',
    newer: 'Your progress was written by a newer version of this guide, and is all there: reload this page to see it.',
    lost: 'The browser closed the storage: what you do from now on lasts until you close this tab. Reload the page to keep it again.',
    damaged: (records: number) =>
      `${records === 1 ? 'One record' : `${records} records`} of your progress cannot be read. What cannot be read is left alone and not counted.`,
    'backup.format': 'This file does not hold progress of this guide. Nothing has changed.',
    'backup.version':
      'This file was written by a newer version of this guide. Nothing has changed: reload this page and import it again.',
    'backup.refused': (reason: string) => `The file was not imported, and nothing has changed. ${reason}`,
    found: (lessons: number, exercises: number, edits: number) =>
      `The file holds ${count(lessons, 'lesson')} read, ${count(exercises, 'exercise')} passed and ${count(edits, 'edited file')}.`,
    differ: (edits: number) =>
      `${count(edits, 'file')} of yours differ${edits === 1 ? 's' : ''} from the edit in this file. Which should stay?`,
    newest: 'The newest of each',
    mine: 'Mine',
    file: 'Those in the file',
    import: 'Import',
    cancel: 'Leave everything as it is',
    unreadable: (entries: number) => `${count(entries, 'entry', 'entries')} could not be read and will be left out.`,
    imported: 'Imported.',
    cancelled: 'Nothing was imported.',
    minutes: (minutes: number) => spoken(minutes, 'h', 'min'),
    left: (lessons: number, time: string) => `${count(lessons, 'lesson')} left, about ${time}.`,
    done: 'Every lesson that is written so far has been read.',
    traces: (traces: number) => `${count(traces, 'trace')} that passed an exercise.`,
  },
  'zh-CN': {
    denied: '此浏览器不允许页面保存内容（可能是隐私窗口）：你的进度只保留到关闭此标签页为止。',
    full: '此浏览器的存储空间已满：此后的进度可能只保留到关闭此标签页为止。请清理空间，或把进度存为文件。',
    blocked: '另一个标签页中打开着本指南的旧版本，占用着存储：关闭或刷新它，你的进度即可保存。',
    outdated: '另一个标签页中打开了本指南的新版本：刷新此页，你的进度即可保存。',
    newer: '你的进度由本指南的更新版本写入，全都还在：刷新此页即可查看。',
    lost: '浏览器关闭了存储：此后的进度只保留到关闭此标签页为止。刷新页面即可继续保存。',
    damaged: (records: number) => `有 ${records} 条进度记录无法读取。读不出的保持原样，不计入统计。`,
    'backup.format': '此文件不是本指南的进度文件。没有作任何改动。',
    'backup.version': '此文件由本指南的更新版本写入。没有作任何改动：刷新此页后再导入。',
    'backup.refused': (reason: string) => `文件没有导入，没有作任何改动。${reason}`,
    found: (lessons: number, exercises: number, edits: number) =>
      `文件中有：已读 ${lessons} 课，通过练习 ${exercises} 个，改过的文件 ${edits} 个。`,
    differ: (edits: number) => `你有 ${edits} 个文件的修改与这份文件里的不同。留下哪一份？`,
    newest: '各取最新的',
    mine: '我现在的',
    file: '文件里的',
    import: '导入',
    cancel: '什么都不改',
    unreadable: (entries: number) => `有 ${entries} 条无法读取，将会略过。`,
    imported: '已导入。',
    cancelled: '没有导入任何内容。',
    minutes: (minutes: number) => spoken(minutes, '小时', '分钟'),
    left: (lessons: number, time: string) => `还剩 ${lessons} 课，大约 ${time}。`,
    done: '目前写好的课程都读过了。',
    traces: (traces: number) => `通过练习的追踪 ${traces} 份。`,
  },
} as const;

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** Minutes as a reader says them: 45 min, 2 h 15 min. From three hours on in halves of an hour; it is an estimate. */
function spoken(minutes: number, hour: string, minute: string): string {
  if (minutes < 60) return `${minutes} ${minute}`;
  if (minutes >= 180) return `${Math.round(minutes / 30) / 2} ${hour}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} ${hour}${rest === 0 ? '' : ` ${rest} ${minute}`}`;
}
