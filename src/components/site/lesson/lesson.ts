/**
 * `<tp-lesson>`: notes where the reader is, and what the reader reads, runs and passes. Only the place is noted here and at
 * once; the rest, with the storage, is fetched when the page has nothing better to do.
 */
import { followsPath, leavePath } from '../../../learn/along.ts';
import { loadPlace, savePlace } from '../../../learn/place.ts';
import { headingInView } from '../page.ts';
import type { LessonProgress } from './lesson-progress.ts';

class LessonElement extends HTMLElement {
  #progress: Promise<LessonProgress> | undefined;

  connectedCallback(): void {
    const lesson = this.dataset['lesson'] ?? '';
    this.#noteArrival(lesson);
    showWays();
    const leave = (): void => {
      if (document.visibilityState === 'hidden') savePlace({ lesson, heading: headingInView(), at: Date.now() });
    };
    // The last event that mobile browsers are sure to send.
    document.addEventListener('visibilitychange', leave);
    document.addEventListener('tp-example-ran', (event) => {
      void this.#load().then((progress) => progress.ran(event));
    });
    document.addEventListener('tp-exercise-passed', (event) => {
      void this.#load().then((progress) => progress.passed(event));
    });
    document.addEventListener('tp-passed-wanted', ({ detail }) => {
      void this.#load().then((progress) => progress.give(detail));
    });
    if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void this.#load(), { timeout: 2_000 });
    else setTimeout(() => void this.#load(), 200);
  }

  /** Who comes back to the same lesson keeps the heading until leaving it. */
  #noteArrival(lesson: string): void {
    const before = loadPlace();
    savePlace({ lesson, heading: before?.lesson === lesson ? before.heading : undefined, at: Date.now() });
  }

  #load(): Promise<LessonProgress> {
    this.#progress ??= import('./lesson-progress.ts').then(({ followLesson }) => followLesson(this));
    // A failed fetch is tried again with the next event.
    this.#progress.catch(() => (this.#progress = undefined));
    return this.#progress;
  }
}

/** Previous and next as the reader goes: along the path, or along the chapter. */
function showWays(): void {
  for (const link of document.querySelectorAll('.sidebar-content a')) link.addEventListener('click', leavePath);
  const alongPath = document.querySelector<HTMLElement>('[data-ways="path"]');
  const alongChapter = document.querySelector<HTMLElement>('[data-ways="chapter"]');
  if (!alongPath || !alongChapter || !followsPath()) return;
  alongPath.hidden = false;
  alongChapter.hidden = true;
}

customElements.define('tp-lesson', LessonElement);
