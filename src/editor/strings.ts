/** The words of the editor, in both languages of the guide. Placeholders stand in braces. */

/** The languages of the site, as in the `lang` attribute of its pages. */
export type Language = 'en' | 'zh-CN';

const en = {
  name: '{file}, editable example, press Escape to leave',
  'name.readOnly': '{file}, read-only, press Escape to leave',
  'keys.moves': 'Tab moves on; it indents once you have typed or clicked. Escape leaves. {run} runs.',
  'keys.indents': 'Tab indents. Escape leaves. {run} runs.',
  'keys.text': 'Tab moves on. Escape leaves. {run} runs.',
  'error.line': 'Line {line}, column {column}: {message}',
  'fallback.failed':
    'The full editor could not be loaded (is the network there?), so this is a plain text area; everything else works as usual.',
  'fallback.types': 'Types could not be loaded (is the network there?), so the editor shows syntax errors only.',
} as const;

export type EditorKey = keyof typeof en;

const zhCn: Readonly<Record<EditorKey, string>> = {
  name: '{file}，可编辑的示例，按 Esc 键离开',
  'name.readOnly': '{file}，只读，按 Esc 键离开',
  'keys.moves': 'Tab 键移到下一处；输入或点击后用于缩进。Esc 键离开。{run} 运行。',
  'keys.indents': 'Tab 键缩进。Esc 键离开。{run} 运行。',
  'keys.text': 'Tab 键移到下一处。Esc 键离开。{run} 运行。',
  'error.line': '第 {line} 行第 {column} 列：{message}',
  'fallback.failed': '无法加载完整编辑器（网络是否可用？），因此这里是纯文本框；其他功能照常可用。',
  'fallback.types': '无法加载类型（网络是否可用？），因此编辑器只显示语法错误。',
};

/** Both languages, for the test that they are complete. */
export const editorStrings: Readonly<Record<Language, Readonly<Record<EditorKey, string>>>> = { en, 'zh-CN': zhCn };

/** Gives a text in the reader's language, its placeholders filled. */
export type EditorTranslate = (key: EditorKey, values?: Readonly<Record<string, string | number>>) => string;

/** The editor's texts in one language. */
export function editorTranslator(language: Language): EditorTranslate {
  return (key, values = {}) =>
    editorStrings[language][key].replaceAll(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
