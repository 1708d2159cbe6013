/** What is wrong with a file, in the reader's language. */
import type { Place, Problem, Reason } from '../../import/result.ts';
import type { Language } from './words.ts';

/** A place in a file, in words; `''` when the whole file is meant. */
export function placeText({ line, column, byte, path }: Place, language: Language): string {
  const english = language === 'en';
  const parts = [
    ...(line === undefined ? [] : [english ? `line ${line}` : `第 ${line} 行`]),
    ...(column === undefined ? [] : [english ? `column ${column}` : `第 ${column} 列`]),
    ...(byte === undefined ? [] : [english ? `byte ${byte}` : `第 ${byte} 字节`]),
    ...(path === undefined ? [] : [path]),
  ];
  const text = parts.join(english ? ', ' : '，');
  return english ? text.replace(/^[lcb]/, (first) => first.toUpperCase()) : text;
}

/** Why something cannot be read, as a sentence. */
export function reasonText(reason: Reason, language: Language): string {
  const english = language === 'en';
  switch (reason.key) {
    case 'empty':
      return english ? 'There are no spans, metrics or log records in it.' : '里面没有 span、指标或日志。';
    case 'rule':
      return english ? sentence(reason.text) : ruleInChinese(reason.text);
    case 'json': {
      const near = reason.near === '' ? '' : english ? `, near “${reason.near}”` : `，附近是“${reason.near}”`;
      return english ? `This is not valid JSON${near}.` : `不是合法的 JSON${near}。`;
    }
    case 'unknown': {
      const names = reason.names === '' ? '' : english ? `, but has: ${reason.names}` : `，而是：${reason.names}`;
      return english
        ? `It is JSON, but no trace: it has neither resourceSpans, resourceMetrics or resourceLogs, nor Jaeger's data${names}.`
        : `是 JSON，但不是追踪：既没有 resourceSpans、resourceMetrics、resourceLogs，也没有 Jaeger 的 data${names}。`;
    }
    case 'binary':
      return english ? 'It is neither text nor an OTLP protobuf message.' : '既不是文本，也不是 OTLP protobuf 消息。';
    case 'utf8':
      return english ? 'The text is not UTF-8.' : '文本不是 UTF-8 编码。';
    case 'gzip':
      return english ? 'The gzip data is damaged or cut off.' : 'gzip 数据已损坏或不完整。';
    case 'tooLong': {
      const limit = Math.round(reason.limit / 1024 / 1024);
      return english
        ? `It holds more than ${limit} MiB after decompression. Split it, one trace a file.`
        : `解压后超过 ${limit} MiB。请拆开，一个文件放一条追踪。`;
    }
    case 'zip':
      return english
        ? 'It is a zip archive. Unpack it and open a file of it.'
        : '这是 zip 压缩包。请先解压，再打开里面的文件。';
    case 'zstd':
      return english
        ? 'It is compressed with zstd, which is not read. Decompress it first.'
        : '它用 zstd 压缩，无法读取。请先解压。';
    case 'zipkin':
      return english ? 'It is Zipkin JSON, which is not read.' : '这是 Zipkin JSON，无法读取。';
    case 'snakeCase':
      return english
        ? 'Its names are in snake_case (resource_spans). OTLP JSON writes resourceSpans.'
        : '字段名是 snake_case（resource_spans）。OTLP JSON 应写作 resourceSpans。';
    default:
      return english ? 'It is a web page, not a trace.' : '这是网页，不是追踪。';
  }
}

/** One problem as one sentence: place and reason. */
export function problemText({ place, reason }: Problem, language: Language): string {
  const where = placeText(place, language);
  const colon = language === 'en' ? ': ' : '：';
  return `${where}${where === '' ? '' : colon}${reasonText(reason, language)}`;
}

function sentence(text: string): string {
  const first = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/^must be an object, but is (.+)$/, '应为对象，实际是 $1。'],
  [/^must be a list, but is (.+)$/, '应为列表，实际是 $1。'],
  [/^must be a list$/, '应为列表。'],
  [/^must be a string, but is (.+)$/, '应为字符串，实际是 $1。'],
  [/^must be true or false, but is (.+)$/, '应为 true 或 false，实际是 $1。'],
  [/^must be an integer, written .+, but is (.+)$/, '应为整数（写成十进制字符串或数字），实际是 $1。'],
  [/^must be an integer from (.+) to (.+), but is (.+)$/, '应为 $1 到 $2 之间的整数，实际是 $3。'],
  [/^must be a number, but is (.+)$/, '应为数字，实际是 $1。'],
  [/^must be a number of microseconds.+$/, '应为微秒数，且不小于 0。'],
  [/^must be the number of the enum value.+, but is (.+)$/, '应为枚举值的编号（OTLP JSON 不用枚举名），实际是 $1。'],
  [
    /^must be (?:at most )?(\d+) hexadecimal digits that are not all zeros, but is (.+)$/,
    '应为 $1 位十六进制数且不全为零，实际是 $2。',
  ],
  [/^must be (\d+) hexadecimal digits, but is (.+)$/, '应为 $1 位十六进制数，实际是 $2。'],
  [/^must be a base64 string, but is (.+)$/, '应为 base64 字符串，实际是 $1。'],
  [/^must not be empty$/, '不能为空。'],
  [/^is required: only ended spans are sent$/, '不能缺少：只有已结束的 span 才会发送。'],
  [/^must not be before startTimeUnixNano, but (\d+) is before (\d+)$/, '不能早于 startTimeUnixNano：$1 早于 $2。'],
  [/^has (\d+) entries; more than (\d+) are not read$/, '有 $1 项，最多读取 $2 项。'],
  [/^nests deeper than (\d+) arrays and maps$/, '数组和映射的嵌套超过 $1 层。'],
  [/^The body is not an OTLP protobuf message: .+$/, '从这里开始不是 OTLP protobuf 消息。'],
];

/** The rules of the wire are worded in English; a reader of Chinese gets those that files really break in Chinese. */
function ruleInChinese(text: string): string {
  for (const [pattern, chinese] of RULES) if (pattern.test(text)) return text.replace(pattern, chinese);
  return sentence(text);
}
