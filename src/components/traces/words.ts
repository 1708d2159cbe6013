/** The words of the page that opens trace files, in both languages. */
import type { Progress } from '../../import/result.ts';

export type Language = 'en' | 'zh-CN';

interface Words {
  readonly open: string;
  readonly sample: string;
  readonly save: string;
  readonly saveTrace: string;
  readonly close: string;
  readonly region: string;
  readonly invite: string;
  readonly kinds: string;
  readonly local: string;
  readonly noScript: string;
  readonly drop: string;
  readonly opening: (file: string) => string;
  readonly stages: Readonly<Record<Progress['stage'], string>>;
  readonly opened: (file: string, counts: Counts, duration: string) => string;
  readonly sampleName: string;
  readonly sampleHint: string;
  readonly noSpan: string;
  readonly pasted: string;
  readonly leftOut: (count: number) => string;
  readonly leftOutMore: (count: number) => string;
  readonly refused: (file: string, where: string, why: string) => string;
  readonly otherOrigin: (address: string) => string;
  readonly notFetched: (address: string, answer: string) => string;
  readonly failed: (file: string) => string;
  readonly saved: (file: string) => string;
  readonly stillShown: string;
  readonly tooMany: string;
}

/** What a file holds. */
export interface Counts {
  readonly spans: number;
  readonly errors: number;
  readonly traces: number;
  readonly services: number;
  readonly metrics: number;
  readonly logs: number;
}

const en: Words = {
  open: 'Open file',
  sample: 'Open a sample',
  save: 'Save as OTLP JSON',
  saveTrace: 'Save the selected trace',
  close: 'Close',
  region: 'Trace file',
  invite: 'Drop a trace file here, paste one, or open one.',
  kinds: 'OTLP as JSON, JSON Lines or protobuf, Jaeger JSON; gzip of any of these. What it is, its content tells.',
  local: 'The file is read in this page and stays there.',
  noScript: 'Opening a file needs JavaScript: the file is read in this page and never leaves it.',
  drop: 'Drop the file to open it',
  opening: (file) => `Opening ${file}`,
  stages: { inflate: 'inflating', parse: 'parsing', read: 'reading' },
  opened: (file, counts, duration) =>
    `${file}: ${countsText(counts, enUnits)}${duration === '' ? '' : `, ${duration}`}.`,
  sampleName: 'sample: a checkout that fails',
  sampleHint: 'Somebody pressed Buy and got an error. Which service is to blame, and which waited for it?',
  noSpan: 'The span that the link names is not in it.',
  pasted: 'pasted text',
  leftOut: (count) => `${count} ${count === 1 ? 'item was' : 'items were'} left out, because they cannot be read:`,
  leftOutMore: (count) => `… and ${count} more.`,
  refused: (file, where, why) => `${file} was not opened. ${where === '' ? '' : `${where}: `}${why}`,
  otherOrigin: (address) =>
    `${address} was not opened: only files of this site are read by address. Save the file and open it here.`,
  notFetched: (address, answer) => `${address} was not opened: ${answer}. Check the address, or open the file itself.`,
  failed: (file) =>
    `${file} was not opened: reading it took more memory than the browser gives a page. Split the file, one trace a file.`,
  saved: (file) => `${file} was saved.`,
  stillShown: 'What was open before is still shown.',
  tooMany: 'Files are opened one at a time.',
};

const zhCn: Words = {
  open: '打开文件',
  sample: '打开示例',
  save: '保存为 OTLP JSON',
  saveTrace: '保存选中的追踪',
  close: '关闭',
  region: '追踪文件',
  invite: '把追踪文件拖到这里，或者粘贴、打开一个。',
  kinds: '支持 OTLP（JSON、JSON Lines、protobuf）和 Jaeger JSON，也支持它们的 gzip 压缩。格式由内容判断，不看文件名。',
  local: '文件只在本页读取，不会离开本页。',
  noScript: '打开文件需要 JavaScript：文件在本页读取，不会离开本页。',
  drop: '松开鼠标即可打开',
  opening: (file) => `正在打开 ${file}`,
  stages: { inflate: '解压', parse: '解析', read: '读取' },
  opened: (file, counts, duration) =>
    `${file}：${countsText(counts, zhUnits)}${duration === '' ? '' : `，${duration}`}。`,
  sampleName: '示例：一次失败的下单',
  sampleHint: '有人点了“购买”，却看到报错。问题出在哪个服务，又是谁在等它？',
  noSpan: '链接所指的 span 不在其中。',
  pasted: '粘贴的文本',
  leftOut: (count) => `有 ${count} 项无法读取，没有显示：`,
  leftOutMore: (count) => `…… 另有 ${count} 项。`,
  refused: (file, where, why) => `没能打开 ${file}。${where === '' ? '' : `${where}：`}${why}`,
  otherOrigin: (address) => `没能打开 ${address}：按地址只能读取本站的文件。请先保存文件，再在这里打开。`,
  notFetched: (address, answer) => `没能打开 ${address}：${answer}。请检查地址，或者直接打开文件。`,
  failed: (file) =>
    `没能打开 ${file}：读取它所需的内存超过了浏览器给一个页面的上限。请把文件拆开，一个文件放一条追踪。`,
  saved: (file) => `已保存 ${file}。`,
  stillShown: '之前打开的内容仍在。',
  tooMany: '一次只能打开一个文件。',
};

export const TRACES_WORDS: Readonly<Record<Language, Words>> = { en, 'zh-CN': zhCn };

type Unit = (count: number) => string;

/** `50,000`, in both languages. By hand: the first use of the browser's own way costs a frame or two. */
function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}

const plural =
  (one: string, many = `${one}s`): Unit =>
  (count) =>
    `${grouped(count)} ${count === 1 ? one : many}`;

const enUnits: Readonly<Record<keyof Counts, Unit>> & { readonly comma: string } = {
  spans: plural('span'),
  errors: plural('error'),
  traces: plural('trace'),
  services: plural('service'),
  metrics: plural('metric'),
  logs: plural('log record'),
  comma: ', ',
};

const zhUnits: typeof enUnits = {
  spans: (count) => `${grouped(count)} 个 span`,
  errors: (count) => `${count} 个错误`,
  traces: (count) => `${count} 条追踪`,
  services: (count) => `${count} 个服务`,
  metrics: (count) => `${count} 个指标`,
  logs: (count) => `${grouped(count)} 条日志`,
  comma: '，',
};

/** Says what there is; one trace, one service and nothing of a kind go without saying. */
function countsText(counts: Counts, units: typeof enUnits): string {
  const said = [
    units.spans(counts.spans),
    ...(counts.errors > 0 ? [units.errors(counts.errors)] : []),
    ...(counts.traces > 1 ? [units.traces(counts.traces)] : []),
    ...(counts.services > 1 ? [units.services(counts.services)] : []),
    ...(counts.metrics > 0 ? [units.metrics(counts.metrics)] : []),
    ...(counts.logs > 0 ? [units.logs(counts.logs)] : []),
  ];
  return (counts.spans === 0 && said.length > 1 ? said.slice(1) : said).join(units.comma);
}
