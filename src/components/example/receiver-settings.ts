import type { Telemetry } from '../../otlp/telemetry.ts';
import type { Answer, ClockKind, SourceFile } from '../../sandbox/contract.ts';
import type { Card } from './card.ts';
import { SESSION_WORDS } from './session-words.ts';
import { CARD_WORDS } from './strings.ts';

/** Answers that a reader can choose for the receiver. Names are HTTP's and OTLP's own, the same in both languages. */
const CHOICES: Readonly<Record<string, readonly Answer[]>> = {
  '200': [],
  '200, partialSuccess': [{ status: 200, rejected: { count: 1, message: 'one item was refused' } }],
  '200, 700 ms': [{ status: 200, delayMs: 700 }],
  '429, Retry-After: 2 → 200': [{ status: 429, retryAfter: '2' }, { status: 200 }],
  '503, 503 → 200': [{ status: 503 }, { status: 503 }, { status: 200 }],
  '503 …': [{ status: 503 }],
  '400': [{ status: 400 }],
  '413': [{ status: 413 }],
  '…': [{ status: 200, silent: true }],
};

/** What a reader can set about the receiver of a card: how it answers, which clock runs, whether a real collector hears. */
export class ReceiverSettings {
  readonly element: HTMLElement;
  readonly #card: Card;
  readonly #answers = document.createElement('select');
  readonly #clock = document.createElement('select');
  readonly #forward = document.createElement('input');
  readonly #address = document.createElement('input');
  readonly #question = document.createElement('p');
  /** What the reader has confirmed in this session: an origin with a program's text. */
  readonly #confirmed = new Set<string>();

  constructor(card: Card) {
    this.#card = card;
    const words = SESSION_WORDS[card.language];
    const cardWords = CARD_WORDS[card.language];
    this.#answers.append(
      new Option(words.asWritten, ''),
      ...Object.keys(CHOICES).map((name) => new Option(name, name)),
    );
    this.#clock.append(
      new Option(words.asWritten, ''),
      new Option(cardWords['clock.virtual'], 'virtual'),
      new Option(cardWords['clock.real'], 'real'),
    );
    this.#forward.type = 'checkbox';
    this.#address.type = 'url';
    this.#address.value = 'http://localhost:4318';
    this.#question.role = 'status';

    this.element = document.createElement('details');
    this.element.className = 'tp-ex-receiver';
    const summary = document.createElement('summary');
    summary.textContent = words.receiver;
    const hint = document.createElement('p');
    hint.textContent = words.forwardHint;
    this.element.append(
      summary,
      labelled(words.answers, this.#answers),
      labelled(words.clock, this.#clock),
      labelled(words.forward, this.#forward),
      labelled(words.collector, this.#address),
      hint,
      this.#question,
    );
  }

  /** Other code is here now, perhaps a stranger's: it is not forwarded until the reader says so. */
  stopForwarding(): void {
    this.#forward.checked = false;
    this.#question.replaceChildren();
  }

  /** The reader's choice, or undefined where the example decides. */
  get answers(): readonly Answer[] | undefined {
    return CHOICES[this.#answers.value];
  }

  /** The reader's choice, or undefined where the example decides. */
  get clock(): ClockKind | undefined {
    const { value } = this.#clock;
    return value === 'virtual' || value === 'real' ? value : undefined;
  }

  /** A run has ended: forwards it if the reader wants that, and asks first where that was not asked before. */
  ran(telemetry: Telemetry, files: readonly SourceFile[]): void {
    this.#question.replaceChildren();
    if (!this.#forward.checked) return;
    void import('./forwarding.ts').then(({ offer }) => {
      // Other code may have come meanwhile, and with it the end of forwarding.
      if (!this.#forward.checked) return;
      const { value: address } = this.#address;
      offer({ card: this.#card, place: this.#question, address, confirmed: this.#confirmed }, telemetry, files);
    });
  }
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  const label = document.createElement('label');
  const words = document.createElement('span');
  words.textContent = text;
  label.append(words, control);
  return label;
}
