import { sha256 } from '../../learn/sha256.ts';
import { decodeShare, encodeShare, isPlainName, isShare } from '../../learn/share.ts';
import { ShareError } from '../../learn/share-error.ts';
import { learnSentence } from '../../learn/strings.ts';
import type { SourceFile } from '../../sandbox/contract.ts';
import type { Card } from './card.ts';
import type { Drafts } from './drafts.ts';
import { PLAYGROUND_WORDS } from './playground-words.ts';

/** The largest file that is opened, in bytes; the compiler's own limit is the same. */
const MOST_BYTES = 1024 * 1024;
const MOST_FILES = 16;

/**
 * Fills the playground: from the link it was opened with, or with what was kept here. Files dropped, pasted or chosen
 * take the place of what is there. Nothing is run.
 */
export async function openPlayground(card: Card, restore: () => Promise<Drafts>): Promise<void> {
  listen(card, restore);
  addEventListener('hashchange', () => void openLink(card, restore));
  if (!(await openLink(card, restore))) await restore();
}

/** Shows the code that the address carries; false where it carries none. */
async function openLink(card: Card, restore: () => Promise<Drafts>): Promise<boolean> {
  if (!isShare(location.hash)) return false;
  try {
    // A link to a span has the span after the code.
    const [code = '', ...span] = location.hash.split('&');
    const { files, entry } = await decodeShare(code);
    await show(card, files, entry, restore);
    card.say(PLAYGROUND_WORDS[card.language][span.length > 0 ? 'spanFromLink' : 'fromLink']);
    return true;
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    refuse(card, `${learnSentence(error.problem, card.language)}${PLAYGROUND_WORDS[card.language].stop}`);
    await restore();
    return true;
  }
}

/** Files from elsewhere are kept apart from the playground's own, by their content: edits of one never meet the other. */
async function show(
  card: Card,
  files: readonly SourceFile[],
  entry: string,
  restore: () => Promise<Drafts>,
): Promise<void> {
  card.notify('opening');
  const first = files.filter(({ name }) => name === entry);
  card.setFiles(
    [...first, ...files.filter(({ name }) => name !== entry)],
    `playground:${sha256(JSON.stringify(files))}`,
  );
  await (await restore()).reload();
}

/** Puts opened files into the address, so that a reload brings them back. Too much for a link is only shown. */
async function keepInAddress(files: readonly SourceFile[]): Promise<void> {
  try {
    history.replaceState(undefined, '', await encodeShare({ files, entry: 'main.ts' }));
  } catch (error) {
    if (!(error instanceof ShareError)) throw error;
    history.replaceState(undefined, '', location.pathname);
  }
}

function listen(card: Card, restore: () => Promise<Drafts>): void {
  const input = card.root.querySelector<HTMLInputElement>('input[type=file]');
  input?.addEventListener('change', () => {
    void openFiles(card, [...(input.files ?? [])], restore);
    input.value = '';
  });
  if (input) input.disabled = false;
  document.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void openFiles(card, files, restore);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length > 0) void openFiles(card, files, restore);
  });
}

async function openFiles(card: Card, chosen: readonly File[], restore: () => Promise<Drafts>): Promise<void> {
  const words = PLAYGROUND_WORDS[card.language];
  const read: SourceFile[] = [];
  for (const file of chosen) {
    const problem = !isPlainName(file.name)
      ? words.badName(file.name)
      : file.size > MOST_BYTES
        ? words.tooLarge(file.name)
        : undefined;
    if (problem !== undefined || chosen.length > MOST_FILES) {
      refuse(card, problem ?? words.tooMany);
      return;
    }
    const code = await file.text();
    if (code.includes('\u0000')) {
      refuse(card, words.noText(file.name));
      return;
    }
    read.push({ name: file.name, code });
  }
  const [only] = read;
  const entry = read.some(({ name }) => name === 'main.ts') ? 'main.ts' : read.length === 1 ? only?.name : undefined;
  if (entry === undefined) {
    refuse(card, words.noEntry);
    return;
  }
  // One file alone is the program, whatever it is called.
  const files = read.length === 1 && only ? [{ name: 'main.ts', code: only.code }] : read;
  await keepInAddress(files);
  await show(card, files, 'main.ts', restore);
  card.say(words.opened(chosen.map(({ name }) => name).join(', ')));
}

/** What cannot be opened changes nothing; the sentence names the file, the place and the reason. */
function refuse(card: Card, sentence: string): void {
  const alert = document.createElement('p');
  alert.role = 'alert';
  card.notify('opening', alert);
  // What an alert says is read out where it changes.
  alert.textContent = sentence;
}
