import { CACHES, STATE, type Progress, type Request } from '../manifest.ts';
import { OFFLINE_WORDS, progressSentence, sizeText, type Language } from './words.ts';

/** `<tp-offline>`: tells which pages are kept, and has the service worker keep all of them. */
class OfflineElement extends HTMLElement {
  #kept: ReadonlySet<string> = new Set();

  connectedCallback(): void {
    this.#sayWhatWasMissed();
    if (!('serviceWorker' in navigator) || !('caches' in window)) return;
    void this.#begin();
  }

  /** The service worker shows this page at the address of one that it does not have. */
  #sayWhatWasMissed(): void {
    const { pathname } = location;
    if (/\/offline\/(index\.html)?$/.test(pathname)) return;
    const missed = this.#part('.missed');
    missed.hidden = false;
    this.#part('.missed code').textContent = decodeURI(pathname);
  }

  async #begin(): Promise<void> {
    const whole = await caches.open(CACHES.state).catch(() => undefined);
    if (whole === undefined) return;
    this.#part('.unable').hidden = true;
    this.#part('.able').hidden = false;
    if ((await whole.match(STATE.keepAll)) !== undefined) this.#button().textContent = this.#words().again;
    this.#button().addEventListener('click', () => void this.#keepAll());
    navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<Progress>) => this.#show(data));
    navigator.serviceWorker.startMessages();
    await this.#list();
    await this.#saySize();
  }

  async #saySize(): Promise<void> {
    const { active } = await navigator.serviceWorker.ready;
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'number') this.#part('.size').textContent = ` ${sizeText(data, this.#language())}`;
    });
    port1.start();
    active?.postMessage({ type: 'size' } satisfies Request, [port2]);
  }

  async #keepAll(): Promise<void> {
    this.#button().disabled = true;
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: 'keep-all' } satisfies Request);
    // A reader who has asked for all of it would not want the browser to clear it first.
    await navigator.storage?.persist?.().catch(() => false);
  }

  #show(progress: Progress): void {
    const bar = this.querySelector('progress');
    const ended = progress.type !== 'keeping';
    this.#button().disabled = !ended;
    if (bar) bar.hidden = ended;
    if (bar && progress.type === 'keeping') {
      bar.max = progress.of;
      bar.value = progress.done;
    }
    if (ended) this.#button().textContent = this.#words().again;
    this.#part('[role=status]').textContent =
      ended || progress.done === 0 ? progressSentence(progress, this.#language()) : '';
    void this.#list();
  }

  /** Kept pages by their titles, those of this language first. */
  async #list(): Promise<void> {
    const cache = await caches.open(CACHES.pages);
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((path) => path.endsWith('/'));
    const chinese = `${this.dataset['base']?.replace(/\/?$/, '/') ?? '/'}zh-cn/`;
    const mine = this.#language() === 'zh-CN';
    const shown = paths.filter((path) => !path.endsWith('/offline/') && path.startsWith(chinese) === mine).toSorted();
    if (shown.length === this.#kept.size && shown.every((path) => this.#kept.has(path))) return;
    this.#kept = new Set(shown);
    const items = await Promise.all(shown.map((path) => pageLink(cache, path)));
    this.#part('.none').hidden = items.length > 0;
    this.#part('ul').replaceChildren(...items);
  }

  #language(): Language {
    return this.dataset['language'] === 'zh-CN' ? 'zh-CN' : 'en';
  }

  #words(): (typeof OFFLINE_WORDS)[Language] {
    return OFFLINE_WORDS[this.#language()];
  }

  #button(): HTMLButtonElement {
    const button = this.querySelector('button');
    if (button === null) throw new Error('The page for reading without the network has no button.');
    return button;
  }

  #part(selector: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(selector);
    if (part === null) throw new Error(`The page for reading without the network has no ${selector}.`);
    return part;
  }
}

async function pageLink(cache: Cache, path: string): Promise<HTMLLIElement> {
  const html = (await (await cache.match(path))?.text()) ?? '';
  const title = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent?.trim();
  const link = document.createElement('a');
  link.href = path;
  link.textContent = title === undefined || title === '' ? path : title;
  const item = document.createElement('li');
  item.append(link);
  return item;
}

customElements.define('tp-offline', OfflineElement);
