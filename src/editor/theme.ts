import { editor } from 'monaco-editor/editor';

/** A colour token of the page, without `--tp-`, as `#rrggbb` or `#rrggbbaa`. */
type Colour = (token: string) => string;

/** What Monaco calls a kind of token, and the page's colour for it. */
const rules: readonly (readonly [kind: string, token: string])[] = [
  ['', 'code-ink'],
  ['comment', 'code-comment'],
  ['keyword', 'code-keyword'],
  ['string', 'code-string'],
  ['regexp', 'code-string'],
  ['number', 'code-constant'],
  ['type.identifier', 'code-function'],
  ['identifier', 'code-ink'],
  ['delimiter', 'code-punctuation'],
];

/** What Monaco calls a part of the editor, and the page's colour for it. */
const parts: Readonly<Record<string, string>> = {
  'editor.background': 'code-paper',
  'editor.foreground': 'code-ink',
  'editorCursor.foreground': 'accent',
  'editorLineNumber.foreground': 'ink-3',
  'editorLineNumber.activeForeground': 'ink-2',
  'editorIndentGuide.background1': 'line',
  'editorIndentGuide.activeBackground1': 'line-2',
  'editor.lineHighlightBackground': 'code-paper',
  'editor.lineHighlightBorder': 'line',
  'editorError.foreground': 'error',
  'editorWarning.foreground': 'warn',
  'editorInfo.foreground': 'accent',
  'editorWidget.background': 'paper',
  'editorWidget.foreground': 'ink',
  'editorWidget.border': 'line-2',
  'editorHoverWidget.background': 'paper',
  'editorHoverWidget.foreground': 'ink',
  'editorHoverWidget.border': 'line-2',
  'editorSuggestWidget.background': 'paper',
  'editorSuggestWidget.foreground': 'ink',
  'editorSuggestWidget.border': 'line-2',
  'editorSuggestWidget.selectedBackground': 'accent-wash',
  'editorSuggestWidget.selectedForeground': 'ink',
  'editorSuggestWidget.highlightForeground': 'accent',
  'editorSuggestWidget.focusHighlightForeground': 'accent',
  'input.background': 'paper',
  'input.foreground': 'ink',
  'input.border': 'line-2',
  focusBorder: 'accent',
};

/** The same with a share of transparency, in hexadecimal. */
const washes: Readonly<Record<string, readonly [token: string, alpha: string]>> = {
  'editor.selectionBackground': ['accent', '40'],
  'editor.inactiveSelectionBackground': ['accent', '26'],
  'editor.wordHighlightBackground': ['accent', '1f'],
  'editor.findMatchBackground': ['warn', '59'],
  'editor.findMatchHighlightBackground': ['warn', '33'],
  'editorBracketMatch.background': ['accent', '26'],
  'editorBracketMatch.border': ['accent', '00'],
  'scrollbarSlider.background': ['ink-3', '40'],
  'scrollbarSlider.hoverBackground': ['ink-3', '66'],
  'scrollbarSlider.activeBackground': ['ink-3', '80'],
};

/** Gives Monaco the colours of the page and keeps to them when the theme changes. Returns what ends that. */
export function followTheme(): () => void {
  applyTheme();
  const observer = new MutationObserver(applyTheme);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function applyTheme(): void {
  const dark = document.documentElement.dataset['theme'] === 'dark';
  const colour = colourReader();
  const name = dark ? 'tp-dark' : 'tp-light';
  editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: rules.map(([token, source]) => ({ token, foreground: colour(source).slice(1) })),
    colors: {
      ...Object.fromEntries(Object.entries(parts).map(([part, token]) => [part, colour(token)])),
      ...Object.fromEntries(Object.entries(washes).map(([part, [token, alpha]]) => [part, colour(token) + alpha])),
    },
  });
  editor.setTheme(name);
}

/** Tokens are written in OKLCH, which Monaco does not read; a canvas knows every colour that the browser knows. */
function colourReader(): Colour {
  const styles = getComputedStyle(document.documentElement);
  const canvas = document.createElement('canvas');
  canvas.width = 1;
  canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return (token) => {
    const value = styles.getPropertyValue(`--tp-${token}`).trim();
    if (context === null || value === '') return fallback(token);
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
}

/** On a page without the guide's tokens: black on white. */
function fallback(token: string): string {
  return /paper|wash/u.test(token) ? '#ffffff' : '#000000';
}
