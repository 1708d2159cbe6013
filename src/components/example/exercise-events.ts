import type { TraceRecord } from '../../learn/progress-record.ts';
import type { Telemetry } from '../../otlp/telemetry.ts';
import type { Language } from './strings.ts';

const SOLVED: Readonly<Record<Language, string>> = { en: 'solved', 'zh-CN': '已解出' };

/** An answer that has passed every check, with the hidden inputs too. */
export interface ExercisePassed {
  /** The exercise, such as `31-concurrency/pipeline/ex`. */
  readonly id: string;
  /** What the run with the inputs on the page emitted. */
  readonly telemetry: Telemetry;
}

/** A reader's run that has ended, in whatever way; a run that never started is none. */
export interface ExampleRan {
  readonly id: string;
}

/** A card asks for the telemetry with which its exercise was passed, of the page around it. */
export interface PassedWanted {
  readonly id: string;
  /** Gives it, or undefined where it was not kept. */
  readonly give: (trace: TraceRecord | undefined) => void;
}

declare global {
  interface DocumentEventMap {
    'tp-passed-wanted': CustomEvent<PassedWanted>;
  }
  interface HTMLElementEventMap {
    'tp-exercise-passed': CustomEvent<ExercisePassed>;
    'tp-example-ran': CustomEvent<ExampleRan>;
  }
}

/** Tells the page around a card that its exercise is solved. */
export function announcePassed(root: HTMLElement, detail: ExercisePassed): void {
  root.dispatchEvent(new CustomEvent('tp-exercise-passed', { bubbles: true, detail }));
}

/** Tells the page around a card that the reader's program has run. */
export function announceRan(root: HTMLElement, detail: ExampleRan): void {
  root.dispatchEvent(new CustomEvent('tp-example-ran', { bubbles: true, detail }));
}

/** Marks a card's exercise as solved, once, beside its other badges, and offers the trace that passed. */
export function markPassed(root: HTMLElement, language: Language): void {
  const trace = root.querySelector<HTMLElement>('[data-do="passed"]');
  if (trace) trace.hidden = false;
  const badges = root.querySelector('.tp-ex-badges');
  if (!badges || badges.querySelector('.tp-passed')) return;
  const mark = document.createElement('span');
  mark.className = 'tp-badge tp-badge-mark tp-passed';
  mark.textContent = `✓ ${SOLVED[language]}`;
  badges.prepend(mark);
}
