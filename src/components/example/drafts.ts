import { createAutosave, recoverEdits, type Autosave } from '../../learn/autosave.ts';
import { openReaderStore, type LoadedEdit, type ReaderStore } from '../../learn/store.ts';
import { learnSentence } from '../../learn/strings.ts';
import { build, buildButton } from '../build-element.ts';
import type { Card } from './card.ts';
import { DRAFT_WORDS } from './draft-words.ts';

/** One store and one autosave for all cards of a page. */
let shared: Promise<{ readonly store: ReaderStore; readonly autosave: Autosave }> | undefined;

function open(): NonNullable<typeof shared> {
  shared ??= openReaderStore().then(async (store) => {
    await recoverEdits(store);
    return { store, autosave: createAutosave(store) };
  });
  return shared;
}

/** Keeps what the reader writes in one card, and brings it back. */
export class Drafts {
  readonly #card: Card;
  /** Files whose stored edit was made from another original and has not been decided on. */
  readonly #undecided = new Map<string, Extract<LoadedEdit, { kind: 'originalChanged' }>>();
  /** Called when a text came from elsewhere than the editor: storage, or another tab. */
  onText: (name: string, text: string) => void = () => undefined;

  constructor(card: Card) {
    this.#card = card;
  }

  /** Brings back what is kept, and listens to other tabs from now on. */
  async start(): Promise<void> {
    const { store } = await open();
    store.onProblem((problem) => {
      this.#announce(store);
      // A storage that was slow to answer has answered.
      if (problem === undefined) void this.#loadUntouched(store);
    });
    store.onOtherTab(({ example, file }) => {
      if (example === this.#card.id) void this.#load(store, file);
    });
    await this.reload();
  }

  /** Reads what is kept of each file that the card has now. */
  async reload(): Promise<void> {
    const { store } = await open();
    this.#undecided.clear();
    await Promise.all(this.#card.files().map(({ name }) => this.#load(store, name)));
    this.#announce(store);
  }

  /** The reader has typed. */
  async edited(name: string, text: string): Promise<void> {
    const first = !this.#card.edited;
    this.#card.setText(name, text);
    const { store, autosave } = await open();
    if (first) this.#announce(store);
    autosave.edited({ example: this.#card.id, file: name }, this.#card.original(name), text);
  }

  /** Back to the originals: what was kept is forgotten. */
  async reset(): Promise<void> {
    const { store, autosave } = await open();
    this.#undecided.clear();
    for (const { name } of this.#card.files()) {
      const key = { example: this.#card.id, file: name };
      autosave.cancel(key);
      this.#set(name, this.#card.original(name));
      await store.removeEdit(key);
    }
    this.#announce(store);
  }

  /** What the reader has begun to write meanwhile is theirs, and newer. */
  async #loadUntouched(store: ReaderStore): Promise<void> {
    const untouched = this.#card.files().filter(({ name, code }) => code === this.#card.original(name));
    await Promise.all(untouched.map(({ name }) => this.#load(store, name)));
  }

  async #load(store: ReaderStore, name: string): Promise<void> {
    const edit = await store.loadEdit({ example: this.#card.id, file: name }, this.#card.original(name));
    if (edit.kind === 'originalChanged') {
      this.#undecided.set(name, edit);
      this.#announce(store);
    } else this.#set(name, edit.kind === 'none' ? this.#card.original(name) : edit.text);
  }

  #set(name: string, text: string): void {
    if (this.#card.text(name) === text) return;
    this.#card.setText(name, text);
    this.onText(name, text);
  }

  /** Says what the reader must know of what is kept, above the status line. */
  #announce(store: ReaderStore): void {
    const { language } = this.#card;
    const words = DRAFT_WORDS[language];
    const items: Node[] = [];
    if (store.problem && (this.#card.edited || store.problem === 'damaged')) {
      items.push(build('p', '', `${learnSentence(store.problem, language)}${words.stop}`));
    }
    for (const [name, edit] of this.#undecided) items.push(this.#choice(store, name, edit));
    this.#card.notify('edits', ...items);
  }

  /** The example has changed under the reader's edit: both texts are shown, and one is chosen. */
  #choice(store: ReaderStore, name: string, edit: Extract<LoadedEdit, { kind: 'originalChanged' }>): Node {
    const words = DRAFT_WORDS[this.#card.language];
    const box = document.createElement('div');
    box.className = 'tp-choice';
    box.append(build('p', '', words.changed(name)));
    for (const [title, text] of [
      [words.yours, edit.text],
      [words.new, edit.newOriginal],
    ] as const) {
      const details = document.createElement('details');
      const summary = document.createElement('summary');
      summary.textContent = title;
      const pre = document.createElement('pre');
      pre.textContent = text;
      pre.tabIndex = 0;
      details.append(summary, pre);
      box.append(details);
    }
    const decide = async (text: string): Promise<void> => {
      this.#undecided.delete(name);
      this.#set(name, text);
      await store.saveEdit({ example: this.#card.id, file: name }, this.#card.original(name), text);
      this.#announce(store);
    };
    box.append(
      buildButton(words.keep, () => void decide(edit.text)),
      buildButton(words.take, () => void decide(edit.newOriginal)),
    );
    return box;
  }
}
