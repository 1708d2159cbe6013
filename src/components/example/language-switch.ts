import { regionAt, type Lines, type Region } from '../../examples/regions.ts';
import type { Card } from './card.ts';
import { readLines } from './region-lines.ts';
import { listenToTabs, selectTab } from './tab-list.ts';
import { TWIN_WORDS } from './twin-words.ts';

/** The language of the code that is shown. */
export type CodeChoice = 'ts' | 'go' | 'both';

/** Where the choice is kept; `site/CodeLanguage.astro` reads it before the first paint. */
const KEY = 'tp-code';

/** What stands in both languages, and its button. */
interface Offered extends Region {
  readonly button: HTMLElement;
}

/** The Go side of one card: chooses what is shown, and marks in both languages what is the same. */
export class LanguageSwitch {
  readonly #card: Card;
  readonly #compare: (button: HTMLElement) => Promise<void>;
  readonly #go: HTMLElement;
  readonly #tabs: HTMLElement;
  /** The region that stays marked, and alone, until the reader lets it go or chooses another. */
  #chosen: Offered | undefined;

  constructor(card: Card, compare: (button: HTMLElement) => Promise<void>) {
    const go = card.root.querySelector<HTMLElement>('.tp-go');
    const tabs = go?.querySelector<HTMLElement>('.tp-ex-tabs');
    if (!go || !tabs) throw new Error("The example's card has no Go side.");
    this.#card = card;
    this.#compare = compare;
    this.#go = go;
    this.#tabs = tabs;
  }

  /** Makes the buttons of the card's Go side work. */
  start(): void {
    const { root } = this.#card;
    for (const button of root.querySelectorAll<HTMLButtonElement>('.tp-go button, .tp-switch button')) {
      button.disabled = false;
    }
    this.#press();
    new MutationObserver(() => this.#press()).observe(document.documentElement, { attributeFilter: ['class'] });
    this.#card.onAsked = () => choice() === 'go' && show('ts');
    this.#card.otherCode = () => (choice() === 'go' ? this.#shown()?.textContent : undefined);
    root.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('button') : null;
      if (button?.dataset['code']) this.#choose(button);
      else if (button?.dataset['compare']) void this.#askCompare(button);
    });
    listenToTabs(this.#tabs, (tab) => this.#open(tab));
    // After the card itself has shown another file, its twin is shown.
    const files = root.querySelector('.tp-ex-tabs');
    for (const event of ['click', 'keydown']) files?.addEventListener(event, () => this.#follow());
    this.#listenToLines();
    this.#listenToNames();
  }

  /** Shows another language, here and in every card; what the reader has pressed stays where it is on the screen. */
  #choose(button: HTMLElement): void {
    const before = button.getBoundingClientRect().top;
    const stay = (): void => {
      scrollBy({ top: button.getBoundingClientRect().top - before, behavior: 'instant' });
    };
    const chosen = button.dataset['code'];
    const next: CodeChoice = chosen === 'go' || chosen === 'both' ? chosen : 'ts';
    show(next);
    keep(next);
    this.#follow();
    stay();
    // The browser may hold on to something else in the same frame.
    requestAnimationFrame(() => {
      stay();
      if (this.#chosen) this.#reveal(this.#chosen);
    });
  }

  #press(): void {
    const now = choice();
    for (const button of this.#card.root.querySelectorAll<HTMLElement>('[data-code]')) {
      button.ariaPressed = String(button.dataset['code'] === now);
    }
  }

  async #askCompare(button: HTMLElement): Promise<void> {
    try {
      await this.#compare(button);
    } catch {
      this.#card.say(this.#card.word('loading.failed'), 'bad');
    }
  }

  /** The Go file that is shown. */
  #shown(): HTMLElement | undefined {
    return this.#panels().find((pre) => !pre.classList.contains('tp-later'));
  }

  #panels(): readonly HTMLElement[] {
    return [...this.#go.querySelectorAll<HTMLElement>('pre.tp-code')];
  }

  /** Shows the Go file that belongs to the TypeScript file: of the same name, or else the program's first. */
  #follow(): void {
    const { program, entry, active } = this.#card;
    const files = this.#panels().filter((pre) => pre.dataset['program'] === program);
    const like = files.find((pre) => pre.dataset['file'] === active.replace(/\.ts$/, '.go'));
    const begin = active === entry || this.#shown()?.dataset['program'] !== program ? files[0] : undefined;
    const twin = like ?? begin;
    if (twin) this.#show(twin);
  }

  /** The reader opens a Go file; where the TypeScript has its like, it follows. */
  #open(tab: HTMLElement): void {
    const panel = this.#panels().find((pre) => pre.id === tab.getAttribute('aria-controls'));
    if (!panel) return;
    this.#show(panel);
    const { program = '', file = '' } = panel.dataset;
    const card = this.#card;
    if (card.program !== program) card.show(`${program}.ts`);
    card.show(file === 'main.go' ? `${program}.ts` : file.replace(/\.go$/, '.ts'));
  }

  #show(panel: HTMLElement): void {
    selectTab(this.#tabs, (tab) => tab.getAttribute('aria-controls') === panel.id);
    for (const pre of this.#panels()) pre.classList.toggle('tp-later', pre !== panel);
    for (const part of this.#go.querySelectorAll<HTMLElement>(':scope > .tp-same, .tp-go-program')) {
      part.classList.toggle('tp-later', part.dataset['program'] !== panel.dataset['program']);
    }
  }

  /** What the shown Go program has in common with the TypeScript. */
  #regions(): readonly Offered[] {
    return [...this.#go.querySelectorAll<HTMLElement>('.tp-same:not(.tp-later) > button')].map((button) => ({
      name: button.textContent.trim(),
      ts: readLines(button.dataset['ts'] ?? ''),
      go: readLines(button.dataset['go'] ?? ''),
      button,
    }));
  }

  #listenToLines(): void {
    const at = (language: 'ts' | 'go', target: EventTarget | null): Offered | undefined => {
      const line = target instanceof Element ? target.closest('.l') : null;
      const file = line?.closest<HTMLElement>('pre')?.dataset['file'];
      if (!line?.parentElement || file === undefined || (language === 'ts' && this.#changed(file))) return undefined;
      const regions = this.#regions();
      const region = regionAt(regions, language, file, [...line.parentElement.children].indexOf(line) + 1);
      return regions.find(({ name, ts }) => name === region?.name && ts === region.ts);
    };
    for (const [selector, language] of [
      ['.tp-ex-code', 'ts'],
      ['.tp-go-code', 'go'],
    ] as const) {
      const code = this.#card.root.querySelector(selector);
      code?.addEventListener('pointerover', ({ target }) => this.#mark(this.#chosen ?? at(language, target)));
      code?.addEventListener('pointerleave', () => this.#mark(this.#chosen));
      code?.addEventListener('click', ({ target }) => {
        // Who marks text wants the text.
        if (getSelection()?.isCollapsed === false) return;
        this.#take(at(language, target));
      });
    }
  }

  #listenToNames(): void {
    for (const list of this.#go.querySelectorAll(':scope > .tp-same')) {
      const at = (target: EventTarget | null): Offered | undefined =>
        this.#regions().find(({ button }) => button === target);
      for (const event of ['pointerover', 'focusin']) {
        list.addEventListener(event, ({ target }) => this.#mark(at(target) ?? this.#chosen));
      }
      for (const event of ['pointerleave', 'focusout']) list.addEventListener(event, () => this.#mark(this.#chosen));
      list.addEventListener('click', ({ target }) => {
        const region = at(target);
        if (!region) return;
        this.#take(region);
        if (this.#chosen) this.#reveal(this.#chosen);
      });
    }
  }

  /** Keeps a region marked; the same one again lets it go. */
  #take(region: Offered | undefined): void {
    const same = region !== undefined && region.button === this.#chosen?.button;
    this.#chosen = same ? undefined : region;
    for (const { button } of this.#regions()) button.ariaPressed = String(button === this.#chosen?.button);
    this.#mark(this.#chosen);
    if (!this.#chosen) return;
    const { name, ts, go } = this.#chosen;
    this.#card.say(TWIN_WORDS[this.#card.language].place(name, placeOf(ts), placeOf(go)));
  }

  #mark(region: Offered | undefined): void {
    for (const line of this.#card.root.querySelectorAll('.l.tp-alike')) line.classList.remove('tp-alike');
    if (region) for (const line of this.#lines(region)) line.classList.add('tp-alike');
  }

  #lines({ ts, go }: Region): readonly Element[] {
    const program = this.#shown()?.dataset['program'] ?? '';
    const within = ({ file, from, to }: Lines, selector: string): readonly Element[] => [
      ...this.#card.root.querySelectorAll(
        `${selector}[data-file="${file}"] .l:nth-child(n + ${from}):nth-child(-n + ${to})`,
      ),
    ];
    return [
      ...ts.filter(({ file }) => !this.#changed(file)).flatMap((lines) => within(lines, '.tp-ex-code pre')),
      ...go.flatMap((lines) => within(lines, `.tp-go-code pre[data-program="${program}"]`)),
    ];
  }

  /** Brings a region into sight in each language that is shown. */
  #reveal(region: Region): void {
    const {
      ts: [ts],
      go: [go],
    } = region;
    const program = this.#shown()?.dataset['program'];
    const panel = this.#panels().find((pre) => pre.dataset['program'] === program && pre.dataset['file'] === go?.file);
    if (panel) this.#show(panel);
    if (ts && this.#card.active !== ts.file) this.#card.show(ts.file);
    const sides = choice() === 'ts' ? ['.tp-ex-code'] : ['.tp-ex-code', '.tp-go-code'];
    for (const side of sides) {
      this.#card.root.querySelector(`${side} pre:not(.tp-later) .tp-alike`)?.scrollIntoView({ block: 'nearest' });
    }
  }

  /** Whether the reader has changed a file: its lines are no longer those that the guide knows. */
  #changed(file: string): boolean {
    return this.#card.text(file) !== this.#card.original(file);
  }
}

/** What is shown, as it stands on the root element. */
function choice(): CodeChoice {
  const { classList } = document.documentElement;
  return classList.contains('tp-code-go') ? 'go' : classList.contains('tp-code-both') ? 'both' : 'ts';
}

function show(next: CodeChoice): void {
  for (const one of ['go', 'both']) document.documentElement.classList.toggle(`tp-code-${one}`, one === next);
}

function keep(next: CodeChoice): void {
  try {
    if (next === 'ts') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, next);
  } catch {
    // Storage is denied: the choice holds for this page.
  }
}

function placeOf(lines: readonly Lines[]): string {
  return lines.map(({ file, from, to }) => (from === to ? `${file}:${from}` : `${file}:${from}–${to}`)).join(', ');
}
