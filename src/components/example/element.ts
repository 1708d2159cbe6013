/**
 * `<tp-example>`: makes the buttons of a card work. Everything that a reader may never need (running, drawing, editing,
 * sharing) is fetched when the reader shows an interest, none of it before.
 */
import { Card, type Action } from './card.ts';
import type { Drafts } from './drafts.ts';
import type { Session } from './session.ts';

class ExampleElement extends HTMLElement {
  #card: Card | undefined;
  #session: Promise<Session> | undefined;
  #drafts: Promise<Drafts> | undefined;

  connectedCallback(): void {
    if (this.#card) return;
    const card = new Card(this);
    this.#card = card;
    const controls = this.querySelectorAll<HTMLButtonElement>('button[disabled]:not(.tp-go button, .tp-switch button)');
    for (const control of controls) control.disabled = false;
    if (this.classList.contains('tp-has-go')) void this.#twin(card);
    this.addEventListener('pointerenter', () => this.#expect(), { once: true });
    this.addEventListener('focusin', () => this.#expect(), { once: true });
    this.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-do]') : undefined;
      if (button) void this.#do(button.dataset['do'] as Action);
    });
    this.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      event.preventDefault();
      void this.#do('run');
    });
    for (const recorded of this.querySelectorAll('.tp-ex-recorded')) {
      recorded.addEventListener('click', () => void this.#load().then((session) => session.explore()));
    }
    if ('open' in this.dataset) void this.#open(card);
    else {
      onIdle(() => void this.#restore());
      addEventListener('hashchange', () => this.#followLink(card));
      this.#followLink(card);
    }
  }

  /** The playground takes files from disk and from its link; what it brings comes before what was kept. */
  async #open(card: Card): Promise<void> {
    const { openPlayground } = await import('./playground.ts');
    await openPlayground(card, () => this.#restore());
  }

  /** The address may name a span of this example: the viewer is fetched and goes to it. */
  #followLink(card: Card): void {
    if (!/^[:/]/.test(location.hash.replace(`#span=${card.id}`, ''))) return;
    this.#load()
      .then((session) => session.followLink())
      .catch(() => card.say(card.word('loading.failed'), 'bad'));
  }

  /** The program has a Go twin: the switch between the two, and what it brings. */
  async #twin(card: Card): Promise<void> {
    const { LanguageSwitch } = await import('./language-switch.ts');
    new LanguageSwitch(card, async (button) => {
      const [session, { compareTraces }] = await Promise.all([this.#load(), import('./compare-traces.ts')]);
      await compareTraces(card, session, button);
    }).start();
  }

  /** The reader is near: what Run needs is fetched and a worker is made ready. */
  #expect(): void {
    void this.#load()
      .then((session) => session.warm())
      .catch(() => undefined);
  }

  #load(): Promise<Session> {
    const card = this.#card;
    if (!card) return Promise.reject(new Error('The example is not on the page.'));
    this.#session ??= Promise.all([import('./session.ts'), this.#restore()]).then(
      ([{ Session }, drafts]) => new Session(card, drafts),
    );
    // A failed fetch is tried again at the next press.
    this.#session.catch(() => (this.#session = undefined));
    return this.#session;
  }

  /** Brings back what the reader wrote here before. */
  #restore(): Promise<Drafts> {
    const card = this.#card;
    if (!card) return Promise.reject(new Error('The example is not on the page.'));
    this.#drafts ??= import('./drafts.ts').then(async ({ Drafts }) => {
      const drafts = new Drafts(card);
      await drafts.start();
      return drafts;
    });
    this.#drafts.catch(() => (this.#drafts = undefined));
    return this.#drafts;
  }

  async #do(action: Action): Promise<void> {
    const card = this.#card;
    if (!card) return;
    if (action === 'widen') {
      widen(card);
      return;
    }
    if (action === 'copy') {
      await copy(card);
      return;
    }
    try {
      const session = await this.#load();
      await session.act(action);
    } catch {
      card.say(card.word('loading.failed'), 'bad');
    }
  }
}

function widen(card: Card): void {
  const wide = card.root.classList.toggle('tp-wide');
  card.button('widen').ariaPressed = String(wide);
}

async function copy(card: Card): Promise<void> {
  try {
    await navigator.clipboard.writeText(card.otherCode() ?? card.text(card.active));
    card.say(card.word('copied'));
  } catch {
    card.say(card.word('copy.denied'), 'bad');
  }
}

/** Later, when the page has nothing better to do; Safari has no idle callback. */
function onIdle(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 2_000 });
  else setTimeout(work, 200);
}

customElements.define('tp-example', ExampleElement);
