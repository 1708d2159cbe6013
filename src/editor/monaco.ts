// The feature named `suggest` brings the inline kind alone; the list comes from here.
import 'monaco-editor/editor/contrib/suggest/browser/suggestController';
import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/wordOperations/register';
import { editor, KeyCode, KeyMod, MarkerSeverity, Uri } from 'monaco-editor/editor';
import { isApple, runKeys, type EditorHandle, type EditorOptions } from './contract.ts';
import { setUpTypeScript } from './language.ts';
import { createShell, type Shell } from './shell.ts';
import { nextTabKey, type TabEvent, type TabKey } from './tab-keys.ts';
import { labelOf } from './text-area.ts';
import { followTheme } from './theme.ts';
import { setUpWorkers } from './workers.ts';

/** Escape closes these first; only when none is open does it leave the editor. */
const nothingOpen = [
  'suggestWidgetVisible',
  'parameterHintsVisible',
  'findWidgetVisible',
  'markersNavigationVisible',
  'inSnippetMode',
  'editorHasMultipleSelections',
]
  .map((context) => `!${context}`)
  .join(' && ');

/** Brackets in the colour of punctuation, as in the code of the page. */
const plainBrackets = { enabled: false, independentColorPoolPerBracketType: false };

/** Who marks the errors of compiles and runs; TypeScript marks its own. */
const owner = 'traced-patterns';

/** Makes a Monaco editor in a host. This module and all it imports are fetched only when an editor is asked for. */
export function createMonaco(host: HTMLElement, options: EditorOptions): EditorHandle {
  setUpWorkers();
  void setUpTypeScript().then((complete) => {
    if (!complete) options.onNotice?.(options.t('fallback.types'));
  });
  const unfollow = followTheme();
  const shell = createShell(host, options.height ?? 'content');
  const models = createModels(options);
  const code = editor.create(shell.surface, { ...settings(shell.root), model: models.get(options.active) ?? null });
  let active = options.active;
  let replacing = false;

  const open = (name: string): void => {
    const model = models.get(name);
    if (model === undefined) return;
    active = name;
    if (code.getModel() !== model) code.setModel(model);
    code.updateOptions({ readOnly: options.readOnly?.includes(name) ?? false, ariaLabel: labelOf(name, options) });
  };
  open(active);
  const lit = code.createDecorationsCollection();

  const stops = [
    followPointer(code, options, () => active),
    unfollow,
    followTab(code, shell, options),
    ...[...models].map(([name, model]) => {
      const listener = model.onDidChangeContent(() => {
        if (!replacing) options.onChange(name, model.getValue());
      });
      return () => listener.dispose();
    }),
  ];
  addKeys(code, options);
  if (options.height !== 'fill') growWithText(code, shell.surface);
  void document.fonts.ready.then(() => editor.remeasureFonts());

  return {
    kind: 'monaco',
    open,
    value: (name) => models.get(name)?.getValue(),
    setValue(name, text) {
      const model = models.get(name);
      if (model === undefined || model.getValue() === text) return;
      replacing = true;
      model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
      model.pushStackElement();
      replacing = false;
    },
    setErrors(errors) {
      for (const [name, model] of models) {
        const own = errors.filter(({ file }) => file === name);
        editor.setModelMarkers(
          model,
          owner,
          own.map(({ line, column, message }) => markerAt(model, line, column, message)),
        );
      }
    },
    light(at) {
      const line = at?.file === active ? at.line : undefined;
      const range = { startLineNumber: line ?? 1, startColumn: 1, endLineNumber: line ?? 1, endColumn: 1 };
      lit.set(line === undefined ? [] : [{ range, options: { isWholeLine: true, className: 'tp-editor-lit' } }]);
    },
    reveal({ file, line, column }) {
      open(file);
      const position = models.get(file)?.validatePosition({ lineNumber: line, column });
      if (position === undefined) return;
      code.setPosition(position);
      code.revealPositionInCenterIfOutsideViewport(position);
    },
    focus: () => code.focus(),
    layout: () => code.layout(),
    dispose() {
      for (const stop of stops) stop();
      code.dispose();
      for (const model of models.values()) model.dispose();
      shell.remove();
    },
  };
}

/** One model a file. Each editor has a folder of its own, so that `./name.ts` finds its own sibling. */
function createModels({ files }: EditorOptions): ReadonlyMap<string, editor.ITextModel> {
  const folder = crypto.getRandomValues(new Uint32Array(2)).join('-');
  return new Map(
    files.map(({ name, code }) => {
      const model = editor.createModel(code, 'typescript', Uri.file(`/${folder}/${name}`));
      model.updateOptions({ tabSize: 2, insertSpaces: true, bracketColorizationOptions: plainBrackets });
      return [name, model] as const;
    }),
  );
}

/** Calm settings: code, line numbers, errors; and the page's own type. */
function settings(root: HTMLElement): editor.IStandaloneEditorConstructionOptions {
  const styles = getComputedStyle(root);
  const probe = document.createElement('span');
  probe.style.font = 'var(--tp-text-code) / var(--tp-leading-code) var(--tp-font-code)';
  root.append(probe);
  const type = getComputedStyle(probe);
  const fontSize = Number.parseFloat(type.fontSize) || 14;
  const lineHeight = Math.round(Number.parseFloat(type.lineHeight)) || Math.round(fontSize * 1.55);
  const fontFamily = type.fontFamily || styles.fontFamily;
  probe.remove();
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    automaticLayout: true,
    fontSize,
    lineHeight,
    fontFamily,
    tabSize: 2,
    minimap: { enabled: false },
    folding: false,
    glyphMargin: false,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 8,
    padding: { top: 12, bottom: 12 },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    scrollBeyondLastLine: false,
    scrollbar: { alwaysConsumeMouseWheel: false },
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    contextmenu: false,
    links: false,
    occurrencesHighlight: 'off',
    fixedOverflowWidgets: true,
    cursorBlinking: still ? 'solid' : 'blink',
    smoothScrolling: false,
    tabFocusMode: true,
  };
}

/** Ctrl/Command+Enter runs; Escape leaves. Actions belong to one editor, unlike commands. */
function addKeys(code: editor.IStandaloneCodeEditor, options: EditorOptions): void {
  code.addAction({
    id: 'traced-patterns.run',
    label: runKeys(),
    // `CtrlCmd` is Command on Apple's keyboards; Control+Enter runs there as well.
    keybindings: [KeyMod.CtrlCmd | KeyCode.Enter, ...(isApple() ? [KeyMod.WinCtrl | KeyCode.Enter] : [])],
    run: () => options.onRun(),
  });
  code.addAction({
    id: 'traced-patterns.leave',
    label: 'Escape',
    keybindings: [KeyCode.Escape],
    keybindingContext: nothingOpen,
    run: () => options.onLeave(),
  });
}

/** Lets Tab move on until the reader types or clicks, and says in the strip what it does. Returns what ends that. */
function followTab(code: editor.IStandaloneCodeEditor, shell: Shell, options: EditorOptions): () => void {
  let key: TabKey = 'moves';
  const say = (): void => {
    code.updateOptions({ tabFocusMode: key === 'moves' });
    shell.setKeys(options.t(key === 'moves' ? 'keys.moves' : 'keys.indents', { run: runKeys() }));
  };
  const on = (event: TabEvent): void => {
    const next = nextTabKey(key, event);
    if (next === key) return;
    key = next;
    say();
  };
  say();
  const describe = (): void => {
    const input = shell.surface.querySelector('[role="textbox"], textarea');
    input?.setAttribute('aria-describedby', shell.keysId);
  };
  describe();
  const listeners = [
    code.onDidFocusEditorText(() => {
      describe();
      on('arrived');
    }),
    code.onDidBlurEditorWidget(() => on('left')),
    code.onMouseDown(() => on('clicked')),
    code.onDidChangeModelContent((event) => {
      if (!event.isFlush && code.hasTextFocus()) on('typed');
    }),
  ];
  return () => {
    for (const listener of listeners) listener.dispose();
  };
}

/** Tells at which line the reader points. */
function followPointer(code: editor.IStandaloneCodeEditor, options: EditorOptions, active: () => string): () => void {
  let pointed: number | undefined;
  const point = (line: number | undefined): void => {
    if (line === pointed) return;
    pointed = line;
    options.onLine?.(line === undefined ? undefined : { file: active(), line, column: 1 });
  };
  const listeners = [
    code.onMouseMove(({ target }) => point(target.position?.lineNumber)),
    code.onMouseLeave(() => point(undefined)),
  ];
  return () => {
    for (const listener of listeners) listener.dispose();
  };
}

/** The editor is as high as its text, up to the limit that the style sheet sets. */
function growWithText(code: editor.IStandaloneCodeEditor, surface: HTMLElement): void {
  const fit = (): void => {
    surface.style.height = `${Math.max(code.getContentHeight(), 96)}px`;
    code.layout();
  };
  code.onDidContentSizeChange(({ contentHeightChanged }) => {
    if (contentHeightChanged) fit();
  });
  fit();
}

/** Marks the word at a place, or the one character there. */
function markerAt(model: editor.ITextModel, line: number, column: number, message: string): editor.IMarkerData {
  const start = model.validatePosition({ lineNumber: line, column });
  const word = model.getWordAtPosition(start);
  const end = word === null ? start.column + 1 : Math.max(word.endColumn, start.column + 1);
  return {
    severity: MarkerSeverity.Error,
    message,
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: start.lineNumber,
    endColumn: end,
  };
}
