import { lessonState } from '../../../learn/lesson-state.ts';
import { openProgress, type Progress, type ProgressStore } from '../../../learn/progress.ts';
import { startReading } from '../../../learn/reading.ts';
import type { StorageProblem } from '../../../learn/resilient.ts';
import { words } from '../page.ts';
import { markPassed, type PassedWanted } from '../../example/exercise-events.ts';
import { languageOf } from '../../example/strings.ts';

/** What a lesson's page tells the store. */
export interface LessonProgress {
  /** An example of the page has run; `detail.id` is its id. */
  ran(event: Event): Promise<void>;
  /** An exercise of the page was passed; `detail.id` is its id, `detail.telemetry` what passed. */
  passed(event: Event): Promise<void>;
  /** Gives the telemetry with which an exercise was passed to the card that asks for it. */
  give(wanted: PassedWanted): Promise<void>;
}

/** Shows a lesson's state in `element`, keeps it, and counts the lesson as read by the rule of `READ_RULE`. */
export async function followLesson(element: HTMLElement): Promise<LessonProgress> {
  const store = await openProgress();
  const lesson = { slug: element.dataset['lesson'] ?? '', exercises: words(element.dataset['exercises']) };
  const show = async (): Promise<void> => {
    const progress = await store.load();
    const state = lessonState(progress, lesson);
    only(element, 'state', state);
    only(element, 'when', progress.read.has(lesson.slug) ? 'read' : 'unread');
    markSolved(progress);
    await showProblem(element, store.problem);
  };
  store.onChange(() => void show());
  await show();
  listenToButton(element, store, lesson.slug);
  countReading(element, store, lesson.slug);
  noteHints(store);
  return {
    async ran(event) {
      const { id } = detail(event);
      if (typeof id === 'string') await store.ran(id);
    },
    async passed(event) {
      const { id, telemetry } = detail(event);
      if (typeof id !== 'string') return;
      const { packTelemetry } = await import('./pack-telemetry.ts');
      await store.passed(id, await packTelemetry(telemetry));
    },
    give: async ({ id, give }) => give(await store.trace(id)),
  };
}

/** Exercises that were passed before say so in the head of their cards, and hints that were taken are there again. */
function markSolved({ passed, hints }: Progress): void {
  const language = languageOf(document.documentElement.lang);
  for (const card of document.querySelectorAll<HTMLElement>('tp-example')) {
    const id = card.dataset['id'] ?? '';
    if (passed.has(id)) markPassed(card, language);
    for (const hint of hintsOf(card).slice(0, hints.get(id) ?? 0)) hint.dataset['seen'] = '';
  }
}

/** Keeps how many hints the reader takes. */
function noteHints(store: ProgressStore): void {
  const note = (hint: HTMLDetailsElement): void => {
    const card = hint.closest<HTMLElement>('tp-example');
    const id = card?.dataset['id'];
    if (card && id !== undefined && hint.open) void store.tookHints(id, hintsOf(card).indexOf(hint) + 1);
  };
  for (const hint of hintsOf(document)) note(hint);
  // The event of an element that opens does not rise.
  document.addEventListener(
    'toggle',
    ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.matches('.tp-hint')) note(target);
    },
    { capture: true },
  );
}

function hintsOf(place: ParentNode): readonly HTMLDetailsElement[] {
  return [...place.querySelectorAll<HTMLDetailsElement>('details.tp-hint')];
}

/** Says why what the reader does here may not last, where that is so. */
async function showProblem(element: HTMLElement, problem: StorageProblem | undefined): Promise<void> {
  const line = element.querySelector<HTMLElement>('.problem');
  if (!line) return;
  line.hidden = problem === undefined;
  if (problem === undefined) return;
  const { PROGRESS_WORDS } = await import('../../../learn/progress-words.ts');
  line.textContent = PROGRESS_WORDS[languageOf(document.documentElement.lang)][problem];
}

function listenToButton(element: HTMLElement, store: ProgressStore, slug: string): void {
  const button = element.querySelector('button');
  if (button === null) return;
  button.disabled = false;
  button.addEventListener('click', () => {
    void store.load().then(({ read }) => store.markRead(slug, !read.has(slug)));
  });
}

/** Looks once a second. A mark that the reader takes back is not set again before the page is opened again. */
function countReading(element: HTMLElement, store: ProgressStore, slug: string): void {
  const reading = startReading();
  let endInView = false;
  const observer = new IntersectionObserver((entries) => {
    endInView = entries.at(-1)?.isIntersecting ?? false;
  });
  observer.observe(element);
  const timer = setInterval(() => {
    if (!reading.second(document.visibilityState === 'visible', endInView)) return;
    clearInterval(timer);
    observer.disconnect();
    void store.load().then(({ read }) => (read.has(slug) ? undefined : store.markRead(slug, true)));
  }, 1_000);
}

/** Shows the one child whose `data-<name>` is `value`, and hides its siblings. */
function only(element: HTMLElement, name: string, value: string): void {
  for (const child of element.querySelectorAll<HTMLElement>(`[data-${name}]`)) {
    child.hidden = child.dataset[name] !== value;
  }
}

function detail(event: Event): { readonly id?: unknown; readonly telemetry?: unknown } {
  const value: unknown = event instanceof CustomEvent ? event.detail : undefined;
  return typeof value === 'object' && value !== null ? value : {};
}
