/** `<tp-traces>`: wires the page that opens trace files. The viewer and the reader are fetched when there is a file. */
import { Page } from './page.ts';
import type { Source } from './source.ts';

class TracesElement extends HTMLElement {
  #page: Page | undefined;
  readonly #gone = new AbortController();

  connectedCallback(): void {
    if (this.#page !== undefined) return;
    const page = new Page(this);
    this.#page = page;
    const { signal } = this.#gone;
    this.addEventListener('click', ({ target }) => {
      const action = target instanceof Element ? target.closest<HTMLElement>('[data-do]')?.dataset['do'] : undefined;
      if (action !== undefined) void page.act(action);
    });
    const input = this.querySelector<HTMLInputElement>('input[type=file]');
    input?.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      // The same file may be chosen again, after a change to it.
      input.value = '';
      void page.openFiles(files);
    });
    this.#listenForDrops(page, signal);
    document.addEventListener('paste', (event) => paste(event, page), { signal });
    addEventListener('popstate', () => void page.openAddress(), { signal });
    for (const control of this.querySelectorAll<HTMLButtonElement | HTMLInputElement>('[disabled]'))
      control.disabled = false;
    void page.openAddress();
  }

  disconnectedCallback(): void {
    this.#gone.abort();
    this.#page?.close();
  }

  /** The whole page takes the drop: a reader aims at a window, not at a box. */
  #listenForDrops(page: Page, signal: AbortSignal): void {
    const veil = this.querySelector<HTMLElement>('.tp-tr-drop');
    const show = (shown: boolean): void => {
      if (veil) veil.hidden = !shown;
    };
    const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    document.addEventListener(
      'dragover',
      (event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        show(true);
      },
      { signal },
    );
    document.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) show(false);
      },
      { signal },
    );
    document.addEventListener(
      'drop',
      (event) => {
        show(false);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0) return;
        event.preventDefault();
        void page.openFiles(files);
      },
      { signal },
    );
  }
}

function paste(event: ClipboardEvent, page: Page): void {
  const { target, clipboardData } = event;
  if (target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null) return;
  const files = [...(clipboardData?.files ?? [])];
  const text = clipboardData?.getData('text/plain') ?? '';
  if (files.length > 0) void page.openFiles(files);
  else if (text.trim() !== '') {
    const source: Source = { kind: 'text', text };
    void page.open(source);
  } else return;
  event.preventDefault();
}

customElements.define('tp-traces', TracesElement);
