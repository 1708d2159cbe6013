import { runKeys, type EditorError, type EditorHandle, type EditorOptions } from './contract.ts';
import { createShell } from './shell.ts';

/**
 * The plain editor: a text area per file. It is there where the pointer is coarse, since Monaco is weak on touch, and
 * where Monaco cannot be loaded. Tab always moves on.
 */
export function createTextArea(host: HTMLElement, options: EditorOptions): EditorHandle {
  const { t } = options;
  const shell = createShell(host, options.height ?? 'content');
  shell.setKeys(t('keys.text', { run: runKeys() }));
  const errorsBox = document.createElement('p');
  errorsBox.className = 'tp-editor-errors';
  errorsBox.id = `${shell.keysId}-errors`;
  shell.root.append(errorsBox);

  let active = options.active;
  let errors: readonly EditorError[] = [];
  const areas = new Map(
    options.files.map((file) => {
      const area = areaFor(file.name, options);
      area.value = file.code;
      area.setAttribute('aria-describedby', `${shell.keysId} ${errorsBox.id}`);
      shell.surface.append(area);
      return [file.name, area] as const;
    }),
  );

  const showErrors = (): void => {
    const own = errors.filter(({ file }) => file === active);
    errorsBox.textContent = own
      .map(({ line, column, message }) => t('error.line', { line, column, message }))
      .join('\n');
    for (const [name, area] of areas) {
      area.setAttribute('aria-invalid', String(errors.some(({ file }) => file === name)));
    }
  };
  const open = (name: string): void => {
    if (!areas.has(name)) return;
    active = name;
    for (const [other, area] of areas) area.hidden = other !== name;
    showErrors();
  };
  open(active);

  return {
    kind: 'text',
    open,
    value: (name) => areas.get(name)?.value,
    setValue(name, code) {
      const area = areas.get(name);
      if (area !== undefined) area.value = code;
    },
    setErrors(list) {
      errors = list;
      showErrors();
    },
    // A text area cannot mark a line.
    light: () => undefined,
    reveal({ file, line, column }) {
      open(file);
      const area = areas.get(file);
      if (area === undefined) return;
      const offset = offsetOf(area.value, line, column);
      area.setSelectionRange(offset, offset);
      const lineHeight = Number.parseFloat(getComputedStyle(area).lineHeight);
      if (Number.isFinite(lineHeight)) area.scrollTop = Math.max(0, (line - 3) * lineHeight);
    },
    focus: () => areas.get(active)?.focus(),
    layout: () => undefined,
    dispose: () => shell.remove(),
  };
}

function areaFor(name: string, options: EditorOptions): HTMLTextAreaElement {
  const readOnly = options.readOnly?.includes(name) ?? false;
  const area = document.createElement('textarea');
  area.className = 'tp-editor-text';
  area.spellcheck = false;
  area.autocapitalize = 'off';
  area.autocomplete = 'off';
  area.readOnly = readOnly;
  area.setAttribute('aria-label', labelOf(name, options));
  area.addEventListener('input', () => options.onChange(name, area.value));
  area.addEventListener('keydown', (event) => {
    // An input method uses Enter and Escape for its own list.
    if (event.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      options.onRun();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      options.onLeave();
    }
  });
  return area;
}

/** The accessible name of a file's text: file, purpose and the way out. */
export function labelOf(name: string, options: Pick<EditorOptions, 'label' | 'readOnly' | 't'>): string {
  if (options.label !== undefined) return options.label(name);
  return options.t(options.readOnly?.includes(name) ? 'name.readOnly' : 'name', { file: name });
}

/** The offset of a line and column, both from 1, kept inside the text. */
export function offsetOf(text: string, line: number, column: number): number {
  let start = 0;
  for (let current = 1; current < line; current++) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + column - 1, end < 0 ? text.length : end);
}
