import { parseGolden } from '../../otlp/index.ts';
import { buildForest, compareShape, comparisonFacts } from '../../trace/index.ts';
import type { Card } from './card.ts';
import { differenceLine } from './difference.ts';
import type { Session } from './session.ts';
import { TWIN_WORDS } from './twin-words.ts';

/** Puts the recorded trace of a Go twin beside the run that the card shows. Rejects when it cannot be fetched. */
export async function compareTraces(card: Card, session: Session, button: HTMLElement): Promise<void> {
  const address = button.dataset['compare'] ?? '';
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}.`);
  const go = parseGolden(await response.json());
  const words = TWIN_WORDS[card.language];
  const beside = document.createElement('div');
  beside.className = 'tp-go-about';
  const may = button.closest('.tp-go-program')?.querySelector('.tp-differs');
  if (may) beside.append(may.cloneNode(true));
  const { telemetry, mine } = await session.compareWith(go, words.reference, beside);
  const [left, right] = [buildForest(go.spans), buildForest(telemetry.spans)];
  const same = comparisonFacts(left, right, compareShape(left, right)).every(({ kind }) => kind === 'same');
  card.say(words.compared(mine, same ? undefined : differenceLine(go, telemetry, card.language)));
}
