import type { Telemetry } from '../../otlp/telemetry.ts';
import type { SourceFile } from '../../sandbox/contract.ts';
import type { Card } from './card.ts';
import { countItems, parseCollector } from './collector.ts';
import { forward, type ForwardResult } from './forward.ts';
import { FORWARD_WORDS } from './forward-words.ts';

/** Where a run may be sent, and where that is talked about. */
export interface Forwarding {
  readonly card: Card;
  /** Holds the question and, later, how it went. */
  readonly place: HTMLElement;
  /** What the reader typed. */
  readonly address: string;
  /** What the reader has confirmed in this session: an origin with a program's text. */
  readonly confirmed: Set<string>;
}

/** Sends a run to the reader's collector; asks first where this code was not yet allowed to go there. */
export function offer(to: Forwarding, telemetry: Telemetry, files: readonly SourceFile[]): void {
  const count = countItems(telemetry);
  if (count === 0) return;
  const words = FORWARD_WORDS[to.card.language];
  const base = parseCollector(to.address);
  if (!base) {
    to.place.textContent = words.badAddress;
    return;
  }
  const key = `${base.origin}\n${files.map(({ name, code }) => `${name}\n${code}`).join('\n')}`;
  if (to.confirmed.has(key)) {
    void send(to, base, telemetry);
    return;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.send;
  button.addEventListener('click', () => {
    to.confirmed.add(key);
    void send(to, base, telemetry);
  });
  to.place.replaceChildren(words.ask(count, base.origin), ' ', button);
}

async function send({ card, place }: Forwarding, base: URL, telemetry: Telemetry): Promise<void> {
  const words = FORWARD_WORDS[card.language];
  const result = await forward(base, telemetry);
  const reason = (failed: Exclude<ForwardResult, { kind: 'sent' }>): string =>
    failed.kind === 'refused' ? words.answered(failed.status) : words[failed.kind];
  place.textContent = result.kind === 'sent' ? words.sent(base.origin) : words.notSent(base.origin, reason(result));
}
