import { encodeShare } from '../../learn/share.ts';
import { ShareError } from '../../learn/share-error.ts';
import { learnSentence } from '../../learn/strings.ts';
import type { SourceFile } from '../../sandbox/contract.ts';
import type { Card } from './card.ts';
import { SESSION_WORDS } from './session-words.ts';

/** A program as a link carries it. */
export interface Program {
  readonly files: readonly SourceFile[];
  readonly entry: string;
}

/** Puts a link to the playground on the clipboard; the code travels in its fragment, which no server sees. */
export async function share(card: Card): Promise<void> {
  const link = await shareAddress(card, { files: card.files(), entry: card.entry });
  if (link !== undefined && (await handOver(card, link))) card.say(SESSION_WORDS[card.language].shared);
}

/** The address that brings a program to the playground. Of one that no link can carry the card says why. */
export async function shareAddress(card: Card, program: Program): Promise<string | undefined> {
  try {
    const fragment = await encodeShare(program);
    const language = card.language === 'en' ? '' : 'zh-cn/';
    const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');
    return new URL(`${base}${language}playground/${fragment}`, location.href).href;
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    card.say(`${learnSentence(error.problem, card.language)}.`, 'bad');
    return undefined;
  }
}

/** Puts a link on the clipboard; where that is denied, into a field to copy it from. Answers whether it is copied. */
export async function handOver(card: Card, link: string): Promise<boolean> {
  const words = SESSION_WORDS[card.language];
  try {
    await navigator.clipboard.writeText(link);
    card.notify('link');
    return true;
  } catch {
    const field = document.createElement('input');
    field.readOnly = true;
    field.value = link;
    field.ariaLabel = words.sharedByHand;
    card.say(words.sharedByHand);
    card.notify('link', field);
    field.select();
    return false;
  }
}
