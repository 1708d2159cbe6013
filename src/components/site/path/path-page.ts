/** `<tp-path>`: the states of the lessons, where the reader was, what is left, and progress as a file. */
import { followPath } from '../../../learn/along.ts';
import { lessonState } from '../../../learn/lesson-state.ts';
import { loadPlace } from '../../../learn/place.ts';
import { PROGRESS_WORDS } from '../../../learn/progress-words.ts';
import { openProgress, type Progress, type ProgressStore } from '../../../learn/progress.ts';
import { languageOf, words as wordsOf } from '../page.ts';
import { startBackup } from './backup.ts';

/** One written lesson on the page. */
interface Row {
  readonly element: HTMLElement;
  readonly link: HTMLAnchorElement;
  readonly slug: string;
  readonly minutes: number;
  readonly exercises: readonly string[];
}

class PathElement extends HTMLElement {
  #rows: readonly Row[] = [];

  connectedCallback(): void {
    this.#rows = [...this.querySelectorAll<HTMLElement>('[data-lesson]')].flatMap((element) => {
      const link = element.querySelector<HTMLAnchorElement>(':scope > a');
      const { lesson: slug = '', minutes = '0', exercises } = element.dataset;
      return link ? [{ element, link, slug, minutes: Number(minutes), exercises: wordsOf(exercises) }] : [];
    });
    for (const { link } of this.#rows) link.addEventListener('click', followPath);
    void this.#start();
  }

  async #start(): Promise<void> {
    const store = await openProgress();
    const show = async (): Promise<void> => this.#show(store, await store.load());
    store.onChange(() => void show());
    await show();
    const backup = this.querySelector<HTMLElement>('.tp-backup');
    if (backup) startBackup(backup, store, show);
  }

  #show(store: ProgressStore, progress: Progress): void {
    const words = PROGRESS_WORDS[languageOf()];
    const unread: Row[] = [];
    for (const row of this.#rows) {
      const state = lessonState(progress, row);
      if (state === 'unread') unread.push(row);
      for (const shape of row.element.querySelectorAll<HTMLElement>('[data-state]')) {
        shape.hidden = shape.dataset['state'] !== state;
      }
    }
    const place = loadPlace();
    const on = this.#rows.find(({ slug }) => slug === place?.lesson);
    this.#point('.on', on, place?.heading);
    this.#point('.next', unread[0] === on ? undefined : unread[0]);
    const minutes = unread.reduce((sum, row) => sum + row.minutes, 0);
    this.#say('.left', unread.length === 0 ? words.done : words.left(unread.length, words.minutes(minutes)));
    const problem = store.problem === undefined ? '' : words[store.problem];
    this.#say('.problem', problem || (progress.damaged > 0 ? words.damaged(progress.damaged) : ''));
    const now = this.querySelector<HTMLElement>('.now');
    if (now) now.hidden = false;
  }

  #point(selector: string, row: Row | undefined, heading?: string): void {
    const link = this.querySelector<HTMLAnchorElement>(selector);
    const title = link?.querySelector('b');
    if (!link || !title) return;
    link.hidden = row === undefined;
    if (row === undefined) return;
    title.textContent = row.link.textContent;
    link.href = `${row.link.href}${heading === undefined ? '' : `#${heading}`}`;
    link.addEventListener('click', followPath);
  }

  #say(selector: string, text: string): void {
    const element = this.querySelector<HTMLElement>(selector);
    if (!element) return;
    if (element.textContent !== text) element.textContent = text;
    element.hidden = text === '';
  }
}

customElements.define('tp-path', PathElement);
