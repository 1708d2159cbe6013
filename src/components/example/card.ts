import type { Location, SourceFile } from '../../sandbox/contract.ts';
import { CARD_WORDS, languageOf, type CardKey, type Language } from './strings.ts';
import { listenToTabs, selectTab } from './tab-list.ts';

export type Action = 'run' | 'edit' | 'reset' | 'copy' | 'share' | 'widen' | 'solution' | 'passed';

/** The element of a card that is sure to be there: the markup and this class are written for each other. */
function part<T extends Element>(root: ParentNode, selector: string, type: new () => T): T {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`The example's card has no ${selector}.`);
  return found;
}

/** The parts of one card and what the reader has made of its files. Knows nothing of running or storing. */
export class Card {
  readonly root: HTMLElement;
  /** Edits are kept under this name. */
  id: string;
  /** Where the compiled programs are, if they were compiled before. */
  readonly src: string | undefined;
  readonly language: Language;
  readonly editorHost: HTMLElement;
  readonly runHost: HTMLElement;
  readonly verdict: HTMLElement;
  readonly grade: HTMLElement;
  readonly #notice: HTMLElement;
  readonly #status: HTMLElement;
  readonly #tabs: HTMLElement;
  readonly #code: HTMLElement;
  readonly #originals = new Map<string, string>();
  readonly #coloured = new Map<string, readonly Node[]>();
  readonly #drafts = new Map<string, string>();
  #active = '';
  #editing = false;
  #entry = 'main.ts';
  #program: 'dont' | 'do' = 'dont';
  /** Called when another file is shown. */
  onFile: (name: string) => void = () => undefined;
  /** Called when the text of a file is another one now. */
  onText: () => void = () => undefined;
  /** Called when other files took the place of all. */
  onReplaced: () => void = () => undefined;
  /** Called when the reader points at a line of the code, and without one when the pointer leaves it. */
  onLine: (location: Location | undefined) => void = () => undefined;
  /** Called when the reader asks for a line of the code, which may have to come into sight first. */
  onAsked: () => void = () => undefined;
  /** The code that is shown in place of the files, where it is in another language. */
  otherCode: () => string | undefined = () => undefined;

  constructor(root: HTMLElement) {
    this.root = root;
    this.id = root.dataset['id'] ?? '';
    this.src = root.dataset['src'];
    this.language = languageOf(document.documentElement.lang);
    this.editorHost = part(root, '.tp-ex-editor', HTMLElement);
    this.runHost = part(root, '.tp-ex-run', HTMLElement);
    this.#notice = part(root, '.tp-ex-notice', HTMLElement);
    this.verdict = part(root, '.tp-ex-verdict', HTMLElement);
    this.grade = part(root, '.tp-grade', HTMLElement);
    this.#status = part(root, '.tp-ex-status', HTMLElement);
    this.#tabs = part(root, '.tp-ex-tabs', HTMLElement);
    this.#code = part(root, '.tp-ex-code', HTMLElement);
    for (const pre of this.#panels()) {
      const name = pre.dataset['file'] ?? '';
      this.#originals.set(name, pre.textContent);
      this.#coloured.set(name, [...part(pre, 'code', HTMLElement).childNodes]);
      this.#active ||= name;
    }
    listenToTabs(this.#tabs, (tab) => this.show(tab.dataset['file'] ?? ''));
    this.#listenToLines();
  }

  word(key: CardKey): string {
    return CARD_WORDS[this.language][key];
  }

  /** The name of the file that is shown. */
  get active(): string {
    return this.#active;
  }

  /** Which program Run starts: an antipattern has two, and the one that was shown last counts. */
  get program(): string {
    return this.#originals.has('dont.ts') ? this.#program : 'main';
  }

  /** The file that the shown program starts with. */
  get entry(): string {
    return this.program === 'main' ? this.#entry : `${this.program}.ts`;
  }

  /** Whether any file differs from the original. */
  get edited(): boolean {
    return this.#drafts.size > 0;
  }

  /** The files as the reader has them now. */
  files(): readonly SourceFile[] {
    return [...this.#originals.keys()].map((name) => ({ name, code: this.text(name) }));
  }

  original(name: string): string {
    return this.#originals.get(name) ?? '';
  }

  text(name: string): string {
    return this.#drafts.get(name) ?? this.original(name);
  }

  /** Takes the reader's text of a file; the same text as the original is no edit. */
  setText(name: string, text: string): void {
    if (text === this.original(name)) this.#drafts.delete(name);
    else this.#drafts.set(name, text);
    if (!this.#editing) this.#draw(name);
    this.root.classList.toggle('tp-edited', this.edited);
    // A link that was offered carries the code as it was.
    this.notify('link');
    this.onText();
  }

  /** Puts other files in place of all: opened from disk or from a link. The first is shown; edits are kept under `id`. */
  setFiles(files: readonly SourceFile[], id: string): void {
    this.id = id;
    this.#entry = files[0]?.name ?? '';
    this.#editing = false;
    this.notify('link');
    this.editorHost.hidden = true;
    this.onReplaced();
    this.#originals.clear();
    this.#drafts.clear();
    this.#coloured.clear();
    for (const pre of this.#panels()) pre.remove();
    const slug = this.root.dataset['slug'] ?? 'file';
    this.#tabs.replaceChildren(
      ...files.map(({ name }, index) => {
        const tab = document.createElement('button');
        tab.type = 'button';
        tab.role = 'tab';
        tab.id = `${slug}-tab-${index}`;
        tab.setAttribute('aria-controls', `${slug}-file-${index}`);
        tab.dataset['file'] = name;
        tab.textContent = name;
        return tab;
      }),
    );
    this.#tabs.hidden = files.length < 2;
    files.forEach(({ name, code }, index) => {
      const pre = document.createElement('pre');
      pre.className = 'tp-code';
      pre.id = `${slug}-file-${index}`;
      pre.dataset['file'] = name;
      pre.role = files.length > 1 ? 'tabpanel' : 'group';
      pre.ariaLabel = name;
      pre.tabIndex = 0;
      pre.append(document.createElement('code'));
      this.#code.insertBefore(pre, this.editorHost);
      this.#originals.set(name, code);
      this.#draw(name);
    });
    this.root.classList.remove('tp-edited');
    this.show(files[0]?.name ?? '');
  }

  /** Shows a file, in the editor if it is open. */
  show(name: string): void {
    if (!this.#originals.has(name)) return;
    this.#active = name;
    if (name === 'dont.ts') this.#program = 'dont';
    else if (name === 'do.ts') this.#program = 'do';
    selectTab(this.#tabs, (tab) => tab.dataset['file'] === name);
    for (const pre of this.#panels()) {
      pre.classList.toggle('tp-later', pre.dataset['file'] !== name);
      pre.hidden = this.#editing;
    }
    for (const recorded of this.root.querySelectorAll<HTMLElement>('.tp-ex-recorded')) {
      recorded.classList.toggle('tp-later', recorded.dataset['program'] !== this.program);
    }
    this.onFile(name);
  }

  /** From now on the editor shows the files. */
  startEditing(): void {
    this.#editing = true;
    this.editorHost.hidden = false;
    this.show(this.#active);
  }

  /** Height of the shown code in px. */
  get codeHeight(): number {
    return this.#code.getBoundingClientRect().height;
  }

  button(action: Action): HTMLButtonElement {
    return part(this.root, `[data-do="${action}"]`, HTMLButtonElement);
  }

  /** Run becomes Stop, in the same place, while a program runs. */
  setRunning(running: boolean): void {
    const button = this.button('run');
    (button.firstElementChild ?? button).textContent = this.word(running ? 'stop' : 'run');
    button.classList.toggle('tp-stop', running);
    this.root.classList.toggle('tp-running', running);
  }

  /** The list of tasks that a verdict named goes away. */
  clearVerdict(): void {
    this.verdict.hidden = true;
    this.verdict.replaceChildren();
  }

  /** Says one thing, once, to everybody; `tone` is for the eye only. */
  say(text: string, tone: 'plain' | 'bad' | 'good' = 'plain'): void {
    this.#status.textContent = text;
    this.#status.dataset['tone'] = tone;
  }

  get statusText(): string {
    return this.#status.textContent;
  }

  /** Lists the result of an exercise below the code; without arguments the list goes away. */
  showGrade(...parts: readonly Node[]): void {
    this.grade.replaceChildren(...parts);
    this.grade.hidden = parts.length === 0;
  }

  /**
   * Puts a notice above the status line, in place of the last one about the same; without parts, takes that one away.
   * What is told of edits that were found says nothing of a file that was just refused: neither hides the other.
   */
  notify(about: 'edits' | 'opening' | 'link', ...parts: readonly Node[]): void {
    this.#notice.querySelector(`[data-about=${about}]`)?.remove();
    if (parts.length > 0) {
      const notice = document.createElement('div');
      notice.dataset['about'] = about;
      this.#notice.append(notice);
      notice.append(...parts);
    }
    this.#notice.hidden = this.#notice.childElementCount === 0;
  }

  /** Marks a line of the shown code; without a line, takes all marks away. */
  markLine(file?: string, line?: number): void {
    for (const marked of this.#code.querySelectorAll('.l.tp-mark')) marked.classList.remove('tp-mark');
    if (file === undefined || line === undefined || this.#editing) return;
    this.#line(file, line)?.classList.add('tp-mark');
  }

  /** Brings a line of the code into sight, or the editor, which brings its own lines into sight. */
  bringIntoSight({ file, line }: Location): void {
    const place = this.#editing ? this.editorHost : this.#line(file, line);
    const bring = (): void => place?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    bring();
    // The browser may hold on to something else in the same frame.
    requestAnimationFrame(bring);
  }

  /** Lights the line that started a span; without one, none. */
  lightLine(at: Location | undefined): void {
    for (const lit of this.#code.querySelectorAll('.l.tp-lit')) lit.classList.remove('tp-lit');
    if (at) this.#line(at.file, at.line)?.classList.add('tp-lit');
  }

  #line(file: string, line: number): Element | undefined {
    const pre = this.#panels().find((panel) => panel.dataset['file'] === file);
    return pre?.querySelectorAll('.l')[line - 1];
  }

  #listenToLines(): void {
    let pointed: Element | undefined;
    const point = (line: Element | undefined): void => {
      if (line === pointed) return;
      pointed = line;
      const code = line?.parentElement;
      const file = line?.closest<HTMLElement>('pre')?.dataset['file'];
      if (!line || !code || file === undefined) this.onLine(undefined);
      else this.onLine({ file, line: [...code.children].indexOf(line) + 1, column: 1 });
    };
    this.#code.addEventListener('pointerover', ({ target }) => {
      point(target instanceof Element ? (target.closest('.l') ?? undefined) : undefined);
    });
    this.#code.addEventListener('pointerleave', () => point(undefined));
  }

  #panels(): HTMLElement[] {
    return [...this.#code.querySelectorAll<HTMLElement>('pre.tp-code')];
  }

  /** Draws a file's text into the page: the original in colour, the reader's own plain. */
  #draw(name: string): void {
    const code = this.#panels()
      .find((panel) => panel.dataset['file'] === name)
      ?.querySelector('code');
    if (!code) return;
    const coloured = this.#drafts.has(name) ? undefined : this.#coloured.get(name);
    if (coloured) code.replaceChildren(...coloured);
    else {
      code.replaceChildren(
        ...this.text(name)
          .split('\n')
          .map((text) => {
            const line = document.createElement('span');
            line.className = 'l';
            line.textContent = `${text}\n`;
            return line;
          }),
      );
    }
  }
}
