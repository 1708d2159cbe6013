import type { Check } from '../../checks/index.ts';
import { parseGolden } from '../../otlp/index.ts';
import type { Span, Telemetry } from '../../otlp/telemetry.ts';
import type { CompiledModule, ConsoleEntry, Exchange, RunRequest } from '../../sandbox/contract.ts';
import { spanFragment, type RunViewHandle } from '../../viewer/index.ts';
import { build, buildButton } from '../build-element.ts';
import type { Card } from './card.ts';
import { announcePassed, markPassed } from './exercise-events.ts';
import { GRADE_WORDS } from './grade-words.ts';
import { constantsOf, grade, withModule, type EndedRun, type Grade } from './grading.ts';
import type { ExamplePackage } from './package.ts';
import { pageSandbox } from './page-sandbox.ts';
import { reportOf } from './report.ts';
import { reportElements } from './report-view.ts';
import type { RunState } from './run-state.ts';
import { fetchSolution, type SolutionPackage } from './solution-package.ts';
import { SolutionView } from './solution-view.ts';
import type { SpanLines } from './span-lines.ts';
import './exercise.css';

/** The checks of all exercises, each a script of its own that is fetched when its exercise has run. */
const CHECKS = import.meta.glob<{ readonly default: Check }>('/content/examples/**/check.ts');

/** How long grading may take before the page says that it is at it, in ms. */
const SAY_CHECKING_AFTER_MS = 300;

/** What an exercise needs of the session that runs its card. */
export interface ExerciseHost {
  readonly card: Card;
  readonly state: RunState;
  readonly lines: SpanLines;
  readonly view: () => RunViewHandle | undefined;
  /** Puts the live viewer in its place, if it is not there yet. */
  readonly mount: () => void;
  readonly isRunning: () => boolean;
  /** Runs a program that is not the reader's, and draws it where the reader's is drawn. */
  readonly runSolution: (solution: Solution) => Promise<void>;
}

/** A program that is not the reader's. */
export interface Solution {
  readonly modules: readonly CompiledModule[];
  /** What is said of its run, from what would be said of the reader's. */
  readonly said: (sentence: string) => string;
}

/** A run as it was drawn, to be drawn again. */
interface DrawnRun {
  readonly run: EndedRun;
  readonly console: readonly ConsoleEntry[];
  readonly exchanges: readonly Exchange[];
  readonly remark?: string;
}

/** What stands beside an exercise: its report, the comparison, the solution. Loaded when its reader is near. */
export class Exercise {
  readonly #host: ExerciseHost;
  readonly #words: (typeof GRADE_WORDS)[keyof typeof GRADE_WORDS];
  readonly #task: HTMLElement;
  #solution: Promise<SolutionPackage> | undefined;
  #view: SolutionView | undefined;
  /** The reader's last run. */
  #mine: DrawnRun | undefined;
  #madeWide = false;

  constructor(host: ExerciseHost) {
    this.#host = host;
    this.#words = GRADE_WORDS[host.card.language];
    const task = host.card.root.querySelector('.tp-task');
    if (!(task instanceof HTMLElement)) throw new Error(`${host.card.id} is no exercise: its card has no .tp-task.`);
    this.#task = task;
    // A hint that was opened once stays on the page, though it is folded again.
    for (const hint of task.querySelectorAll('details')) {
      const see = (): void => void (hint.open && (hint.dataset['seen'] = ''));
      see();
      hint.addEventListener('toggle', see);
    }
    host.card.onText = () => this.#compareText();
  }

  /**
   * Grades a run of the reader's and reports it.
   *
   * @param said what the status line says of the run itself
   */
  async grade(run: EndedRun, example: ExamplePackage, said: string): Promise<void> {
    const { card, state, isRunning } = this.#host;
    const mine: DrawnRun = { run, console: state.console.value, exchanges: state.exchanges.value };
    this.#mine = mine;
    const load = CHECKS[`/content/examples/${card.id}/check.ts`];
    if (!load) throw new Error(`${card.id} has no check.`);
    const slow = setTimeout(() => card.say(this.#words.checking), SAY_CHECKING_AFTER_MS);
    try {
      const { default: check } = await load();
      // The reader may have gone on while the check was fetched.
      if (isRunning() || state.telemetry.value !== run.telemetry) return;
      const { hidden, ends = { kind: 'ok' } } = example;
      const result = await grade(run, { check, ends, hidden }, repeat);
      if (result && !isRunning()) this.#report(result, mine, hidden, said);
    } finally {
      clearTimeout(slow);
    }
  }

  /** Does what one of the buttons beside an exercise is for. */
  act(action: 'solution' | 'passed'): Promise<void> {
    return action === 'passed' ? this.#showPassed() : this.#toggleSolution();
  }

  /** Shows the solution or folds it away; a reader who has not run anything yet is asked first. */
  async #toggleSolution(): Promise<void> {
    if (this.#view) this.#hideSolution();
    else if (this.#mine) await this.#showSolution();
    else this.#ask();
  }

  /** Draws the run with which the exercise was passed, be it today or long ago. */
  async #showPassed(): Promise<void> {
    const { card, state, lines, mount } = this.#host;
    const { passedRun } = await import('./passed-trace.ts');
    const passed = await passedRun(card.root, card.id);
    if (!passed) {
      card.say(this.#words.lostPassed, 'bad');
      return;
    }
    const date = new Intl.DateTimeFormat(card.language, { dateStyle: 'long' }).format(passed.at);
    this.#showTrace();
    state.showRecorded(passed.telemetry);
    state.label.value = 'opened';
    lines.begin(undefined);
    mount();
    card.say(this.#words.shownPassed(date));
    this.#host.view()?.focus('row');
  }

  #report(result: Grade, mine: DrawnRun, hidden: CompiledModule | undefined, said: string): void {
    const { card } = this.#host;
    const report = reportOf(result, hidden !== undefined, card.language);
    const drawn = result.hidden ? { run: result.run, console: [], exchanges: [], remark: this.#words.shownRun } : mine;
    const inputs = result.hidden && hidden ? { names: constantsOf(hidden), code: hidden.code } : undefined;
    const comparable = !result.passed && result.run.telemetry.spans.length > 0;
    const elements = reportElements(
      report,
      inputs,
      {
        goTo: (span) => this.#goTo(span, drawn),
        compare: comparable ? () => void this.#compare(drawn, result.hidden ? hidden : undefined) : undefined,
        showRun: result.hidden ? () => this.#draw(drawn) : undefined,
      },
      card.language,
    );
    card.showGrade(...elements);
    const stop = card.language === 'en' ? '. ' : '。';
    card.say(`${said.replace(/[.。]$/, '')}${stop}${report.head}`, result.passed ? 'good' : 'bad');
    if (!result.passed) return;
    markPassed(card.root, card.language);
    announcePassed(card.root, { id: card.id, telemetry: mine.run.telemetry });
  }

  /** Whatever was compared is no longer what is shown. */
  #showTrace(): void {
    this.#host.view()?.open('trace');
    this.#host.state.reference.value = undefined;
  }

  /** Draws a run again in the place of whatever is drawn. */
  #draw({ run, console, exchanges, remark }: DrawnRun): void {
    const { state, lines } = this.#host;
    this.#showTrace();
    if (state.telemetry.value === run.telemetry) return;
    state.telemetry.value = run.telemetry;
    state.console.value = console;
    state.exchanges.value = exchanges;
    state.label.value = 'yours';
    state.difference.value = remark;
    lines.begin(run.request);
  }

  #goTo(span: Span, drawn: DrawnRun): void {
    this.#draw(drawn);
    this.#host.view()?.select(spanFragment(span));
    this.#host.view()?.focus('row');
  }

  /** What the solution emitted for the same inputs, beside what this run did. */
  async #compare(drawn: DrawnRun, hidden: CompiledModule | undefined): Promise<void> {
    const { card, state, view } = this.#host;
    try {
      const expected = await this.#expected(drawn.run.request, hidden);
      this.#draw(drawn);
      state.referenceLabel.value = this.#words.expectedRun;
      state.reference.value = expected;
      view()?.open('compare');
      view()?.focus('tab');
    } catch {
      card.say(card.word('loading.failed'), 'bad');
    }
  }

  async #expected(request: RunRequest, hidden: CompiledModule | undefined): Promise<Telemetry> {
    const { golden, modules } = await this.#load();
    if (!hidden) return parseGolden(golden);
    return (await repeat(withModule({ ...request, modules }, hidden))).telemetry;
  }

  #ask(): void {
    const words = this.#words;
    if (this.#task.querySelector('.tp-ask')) return;
    const question = build('span', '', words.ask);
    question.id = `${this.#slug}-ask`;
    const box = build('p', 'tp-ask', question, ' ');
    box.role = 'group';
    box.setAttribute('aria-labelledby', question.id);
    const close = (): void => {
      box.remove();
      this.#button.focus();
    };
    const yes = buildButton(words.yes, () => {
      close();
      void this.#showSolution();
    });
    box.append(yes, ' ', buildButton(words.no, close));
    this.#task.append(box);
    yes.focus();
  }

  async #showSolution(): Promise<void> {
    const { card, runSolution } = this.#host;
    try {
      const solution = await this.#load();
      if (this.#view) return;
      this.#task.querySelector('.tp-ask')?.remove();
      const view = new SolutionView(solution, this.#slug, card.language, () => {
        this.#showTrace();
        void runSolution({ modules: solution.modules, said: (sentence) => this.#words.ranSolution(sentence) });
        if (this.#mine) view.offerBack(() => this.#mine && this.#draw(this.#mine));
      });
      this.#view = view;
      this.#compareText();
      card.root.querySelector('.tp-ex-left')?.after(view.element);
      this.#button.textContent = this.#words.hideSolution;
      this.#button.ariaExpanded = 'true';
      this.#button.setAttribute('aria-controls', view.element.id);
      // Beside, where there is room for both.
      this.#madeWide = !card.root.classList.contains('tp-wide') && matchMedia('(min-width: 1100px)').matches;
      if (this.#madeWide) card.button('widen').click();
    } catch {
      card.say(card.word('loading.failed'), 'bad');
    }
  }

  #hideSolution(): void {
    const { card } = this.#host;
    this.#view?.element.remove();
    this.#view = undefined;
    this.#button.textContent = this.#words.showSolution;
    this.#button.ariaExpanded = 'false';
    this.#button.removeAttribute('aria-controls');
    if (this.#madeWide && card.root.classList.contains('tp-wide')) card.button('widen').click();
  }

  #compareText(): void {
    this.#view?.beside(this.#host.card.text('main.ts'));
  }

  get #slug(): string {
    return this.#host.card.root.dataset['slug'] ?? 'exercise';
  }

  get #button(): HTMLButtonElement {
    return this.#host.card.button('solution');
  }

  #load(): Promise<SolutionPackage> {
    this.#solution ??= fetchSolution(this.#task.dataset['src'] ?? '');
    this.#solution.catch(() => (this.#solution = undefined));
    return this.#solution;
  }
}

/** Runs a program unseen. */
function repeat(request: RunRequest): Promise<EndedRun> {
  const parts: Telemetry[] = [];
  return new Promise((resolve) => {
    pageSandbox.run(request, {
      console: () => undefined,
      exchange: ({ telemetry }) => parts.push(telemetry),
      ended: (outcome) =>
        resolve({
          request,
          outcome,
          telemetry: {
            spans: parts.flatMap(({ spans }) => spans),
            metrics: parts.flatMap(({ metrics }) => metrics),
            logs: parts.flatMap(({ logs }) => logs),
          },
        }),
    });
  });
}
