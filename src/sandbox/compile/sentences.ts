/** The compiler's sentences in both languages of the guide. None names the place: that travels beside them. */

export type Language = 'en' | 'zh-CN';

/** What a sentence may mention: the text found, what was expected, a module, the names that are allowed, a number. */
export interface ProblemValues {
  readonly found?: string;
  readonly expected?: string;
  readonly module?: string;
  readonly allowed?: readonly string[];
  readonly chain?: readonly string[];
  readonly limit?: string;
}

export type ProblemKey =
  | 'unexpected'
  | 'expected'
  | 'syntax'
  | 'endOfFile'
  | 'tooLarge'
  | 'tooDeep'
  | 'enum'
  | 'namespace'
  | 'parameterProperty'
  | 'importEquals'
  | 'exportEquals'
  | 'exportAsNamespace'
  | 'angleAssertion'
  | 'decorator'
  | 'jsx'
  | 'dynamicImport'
  | 'importPhase'
  | 'unknownModule'
  | 'unknownFile'
  | 'cycle'
  | 'redeclared'
  | 'constWithoutValue'
  | 'awaitOutsideAsync'
  | 'returnOutside'
  | 'tryAlone'
  | 'noEntry'
  | 'duplicateFile';

type Sentences = Readonly<Record<ProblemKey, (values: ProblemValues) => string>>;

const text = (value: string | undefined): string => value ?? '';
const quoted = (names: readonly string[] | undefined): string => (names ?? []).map((name) => `"${name}"`).join(', ');
const arrows = (names: readonly string[] | undefined): string => (names ?? []).join(' → ');

const en: Sentences = {
  unexpected: ({ found }) => `"${text(found)}" is not valid here`,
  expected: ({ found, expected }) => `Expected "${text(expected)}" here, but found "${text(found)}"`,
  syntax: ({ found }) => `This is not valid TypeScript: ${text(found)}`,
  endOfFile: () => 'The file ends too early: a bracket, brace, quote or comment is not closed',
  tooLarge: ({ limit }) => `The file is too large to run here: the limit is ${text(limit)}`,
  tooDeep: () => 'The code is nested too deeply to be compiled here; split the expression into smaller ones',
  enum: () => 'An enum needs code to be generated, so it cannot be used here; write an object with "as const" instead',
  namespace: () => 'A namespace cannot be used here; put its contents in a file of its own and import it',
  parameterProperty: ({ found }) =>
    `A constructor parameter cannot be marked "${text(found)}" here; declare the field and assign it in the constructor`,
  importEquals: () => 'This form of import cannot be used here; write import … from "…" instead',
  exportEquals: () => 'This form of export cannot be used here; write export default … instead',
  exportAsNamespace: () => 'This form of export cannot be used here; remove the line',
  angleAssertion: () => 'A type in angle brackets before a value cannot be used here; write "value as Type" instead',
  decorator: () => 'Decorators cannot be used here; call the function yourself instead',
  jsx: () => 'JSX cannot be used here; an example is plain TypeScript without markup',
  dynamicImport: () => 'import() needs the name of a module in quotes here, such as import("./other.ts")',
  importPhase: () => 'This kind of import is not supported here; write import … from "…" instead',
  unknownModule: ({ module, allowed }) =>
    `cannot find module '${text(module)}'; an example can import ${quoted(allowed)} or its own files such as "./other.ts"`,
  unknownFile: ({ module, allowed }) =>
    (allowed ?? []).length === 0
      ? `cannot find module '${text(module)}'; the example has no other file`
      : `cannot find module '${text(module)}'; the other files of the example are ${quoted(allowed)}`,
  cycle: ({ chain }) =>
    `These files import each other in a circle: ${arrows(chain)}; move what they share into a file of its own`,
  redeclared: ({ found }) => `"${text(found)}" is declared twice in the same block; give one of them another name`,
  constWithoutValue: ({ found }) => `The constant "${text(found)}" needs a value: const ${text(found)} = …`,
  awaitOutsideAsync: () =>
    'await is allowed only in an async function and at the top of a file; write async before the function',
  returnOutside: () => 'return is allowed only inside a function',
  tryAlone: () => 'A try block needs a catch or a finally block after it',
  noEntry: ({ module }) => `The file to start with, ${text(module)}, is missing`,
  duplicateFile: ({ module }) => `There are two files named ${text(module)}; give one of them another name`,
};

const zh: Sentences = {
  unexpected: ({ found }) => `此处不能出现 "${text(found)}"`,
  expected: ({ found, expected }) => `此处应为 "${text(expected)}"，却是 "${text(found)}"`,
  syntax: ({ found }) => `这不是有效的 TypeScript：${text(found)}`,
  endOfFile: () => '文件提前结束：有括号、花括号、引号或注释没有闭合',
  tooLarge: ({ limit }) => `文件太大，无法在此运行：上限为 ${text(limit)}`,
  tooDeep: () => '代码嵌套过深，无法在此编译；请把表达式拆小',
  enum: () => 'enum 需要生成代码，此处不能使用；请改用带 "as const" 的对象',
  namespace: () => '此处不能使用 namespace；请把内容放进单独的文件再导入',
  parameterProperty: ({ found }) => `此处构造函数参数不能标记为 "${text(found)}"；请声明字段并在构造函数中赋值`,
  importEquals: () => '此处不能使用这种 import；请改写为 import … from "…"',
  exportEquals: () => '此处不能使用这种 export；请改写为 export default …',
  exportAsNamespace: () => '此处不能使用这种 export；请删除这一行',
  angleAssertion: () => '此处不能在值前用尖括号写类型；请改写为 "值 as 类型"',
  decorator: () => '此处不能使用装饰器；请自己调用该函数',
  jsx: () => '此处不能使用 JSX；示例是不含标记的纯 TypeScript',
  dynamicImport: () => '此处 import() 需要带引号的模块名，例如 import("./other.ts")',
  importPhase: () => '此处不支持这种导入；请改写为 import … from "…"',
  unknownModule: ({ module, allowed }) =>
    `找不到模块 '${text(module)}'；示例可以导入 ${quoted(allowed)}，或自己的文件，例如 "./other.ts"`,
  unknownFile: ({ module, allowed }) =>
    (allowed ?? []).length === 0
      ? `找不到模块 '${text(module)}'；此示例没有其他文件`
      : `找不到模块 '${text(module)}'；此示例的其他文件是 ${quoted(allowed)}`,
  cycle: ({ chain }) => `这些文件循环导入：${arrows(chain)}；请把共用部分放进单独的文件`,
  redeclared: ({ found }) => `"${text(found)}" 在同一块中声明了两次；请给其中一个改名`,
  constWithoutValue: ({ found }) => `常量 "${text(found)}" 需要一个值：const ${text(found)} = …`,
  awaitOutsideAsync: () => 'await 只能用在 async 函数中或文件顶层；请在函数前加上 async',
  returnOutside: () => 'return 只能用在函数中',
  tryAlone: () => 'try 块之后需要有 catch 或 finally 块',
  noEntry: ({ module }) => `缺少起始文件 ${text(module)}`,
  duplicateFile: ({ module }) => `有两个文件都叫 ${text(module)}；请给其中一个改名`,
};

/** Every sentence the compiler can say, by language and key. */
export const sentences: Readonly<Record<Language, Sentences>> = { en, 'zh-CN': zh };
