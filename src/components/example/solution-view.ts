import { build, buildButton } from '../build-element.ts';
import { GRADE_WORDS } from './grade-words.ts';
import { diffLines, type DiffLine } from './line-diff.ts';
import type { SolutionPackage } from './solution-package.ts';
import type { Language } from './strings.ts';

/** The solution of an exercise beside the reader's text, which it never touches. */
export class SolutionView {
  readonly element: HTMLElement;
  readonly #lines: SolutionPackage['lines'];
  readonly #language: Language;
  readonly #code = build('code', '');
  readonly #facts = build('p', 'tp-solution-facts');
  readonly #actions = build('p', 'tp-grade-do');
  readonly #mark = document.createElement('input');
  #yours = '';

  /** @param slug unique on the page; part of element ids */
  constructor({ lines }: SolutionPackage, slug: string, language: Language, onRun: () => void) {
    const words = GRADE_WORDS[language];
    this.#lines = lines;
    this.#language = language;
    this.#mark.type = 'checkbox';
    this.#mark.checked = true;
    this.#mark.addEventListener('change', () => this.#draw());
    const title = build('p', 'tp-solution-title', words.solution);
    title.id = `${slug}-solution-title`;
    const pre = build('pre', 'tp-code', this.#code);
    pre.tabIndex = 0;
    pre.role = 'group';
    pre.ariaLabel = `${words.solution}: main.ts`;
    this.element = build(
      'section',
      'tp-solution',
      build('div', 'tp-solution-head', title, build('label', '', this.#mark, ` ${words.mark}`)),
      this.#facts,
      pre,
      this.#actions,
    );
    this.#actions.append(buildButton(words.runSolution, onRun));
    this.element.id = `${slug}-solution`;
    this.element.setAttribute('aria-labelledby', title.id);
  }

  /** Lays the solution beside this text of the reader's. */
  beside(yours: string): void {
    this.#yours = yours;
    this.#draw();
  }

  /** Offers the way back from the solution's run to the reader's own, once there is one. */
  offerBack(onBack: () => void): void {
    if (this.#actions.childElementCount > 1) return;
    this.#actions.append(buildButton(GRADE_WORDS[this.#language].thisRun, onBack));
  }

  #draw(): void {
    const words = GRADE_WORDS[this.#language];
    const theirs = this.#lines.map((line) => line.map(({ text }) => text).join(''));
    const lines = diffLines(this.#yours.trimEnd().split('\n'), theirs);
    const count = (kind: DiffLine['kind']): number => lines.filter((line) => line.kind === kind).length;
    const differs = lines.some(({ kind }) => kind !== 'same');
    this.#facts.textContent = differs ? words.differs(count('added'), count('removed')) : words.same;
    const shown = this.#mark.checked ? lines : lines.filter(({ kind }) => kind !== 'removed');
    this.#code.replaceChildren(...shown.map((line) => this.#line(line)));
  }

  #line({ kind, text, at }: DiffLine): HTMLElement {
    const words = GRADE_WORDS[this.#language];
    const coloured = this.#lines[at]?.map(({ name, text: piece }) => (name === '' ? piece : build('i', name, piece)));
    const content = coloured ?? [text];
    if (kind === 'same' || !this.#mark.checked) return build('span', 'l', ...content, '\n');
    const isAdded = kind === 'added';
    const sign = build('span', 'tp-sign', isAdded ? '+' : '−');
    sign.ariaHidden = 'true';
    const said = build('span', 'tp-said', `${isAdded ? words.onlyThere : words.onlyYours} `);
    return build(isAdded ? 'ins' : 'del', 'l', sign, said, ...content, '\n');
  }
}
