/** Progress as a file: written, looked at before anything changes, and taken in one go. */
import {
  BackupError,
  differingEdits,
  mergeBy,
  readBackup,
  writeBackup,
  type Backup,
  type EditChoice,
} from '../../../learn/backup.ts';
import { loadPlace, savePlace } from '../../../learn/place.ts';
import { PROGRESS_WORDS } from '../../../learn/progress-words.ts';
import { StorageRefusal, type ProgressStore } from '../../../learn/progress.ts';
import { build, buildButton } from '../../build-element.ts';
import { languageOf } from '../page.ts';

/**
 * Makes the section work.
 *
 * @param done is called after an import, to show what is there now
 */
export function startBackup(section: HTMLElement, store: ProgressStore, done: () => Promise<void>): void {
  const words = PROGRESS_WORDS[languageOf()];
  const file = section.querySelector<HTMLInputElement>('input[type="file"]');
  const withEdits = section.querySelector<HTMLInputElement>('[data-with="edits"]');
  const found = section.querySelector<HTMLElement>('.found');
  const said = section.querySelector<HTMLElement>('.said');
  if (!file || !withEdits || !found || !said) return;
  section.hidden = false;

  const say = (text: string): void => {
    found.hidden = true;
    found.replaceChildren();
    said.textContent = text;
    file.value = '';
  };
  section.querySelector('[data-do="save"]')?.addEventListener('click', () => {
    void store.everything().then((all) => {
      const edits = withEdits.checked ? all.edits : [];
      download(writeBackup({ ...all, edits }, loadPlace(), new Date()));
    });
  });
  const take = async (backup: Backup, edits: EditChoice): Promise<void> => {
    try {
      await store.take(backup, mergeBy(edits));
    } catch (error) {
      if (!(error instanceof StorageRefusal)) throw error;
      say(words['backup.refused'](words[error.problem]));
      return;
    }
    if (backup.place && backup.place.at > (loadPlace()?.at ?? 0)) savePlace(backup.place);
    say(words.imported);
    await done();
  };
  const offer = async (backup: Backup): Promise<void> => {
    const here = await store.everything();
    const differ = differingEdits(here.edits, backup.edits);
    const lessons = backup.progress.filter((record) => record.kind === 'lesson' && record.read).length;
    const exercises = backup.progress.filter(({ kind }) => kind === 'exercise').length;
    const choice = differ.length === 0 ? undefined : editChoice(words.differ(differ.length));
    found.replaceChildren(
      build('p', '', words.found(lessons, exercises, backup.edits.length)),
      ...(backup.unreadable > 0 ? [build('p', '', words.unreadable(backup.unreadable))] : []),
      ...(choice ? [choice.fieldset] : []),
      buildButton(words.import, () => void take(backup, choice?.chosen() ?? 'newest')),
      buildButton(words.cancel, () => say(words.cancelled)),
    );
    said.textContent = '';
    found.hidden = false;
    found.querySelector('button')?.focus();
  };
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (!chosen) return;
    void chosen.text().then((text) => {
      try {
        return offer(readBackup(text));
      } catch (error) {
        if (!(error instanceof BackupError)) throw error;
        say(words[error.reason]);
        return undefined;
      }
    });
  });
}

/** The question about edits that differ. */
function editChoice(question: string): { readonly fieldset: HTMLElement; chosen(): EditChoice } {
  const words = PROGRESS_WORDS[languageOf()];
  const fieldset = document.createElement('fieldset');
  const legend = document.createElement('legend');
  legend.textContent = question;
  fieldset.append(legend);
  let chosen: EditChoice = 'newest';
  for (const choice of ['newest', 'mine', 'file'] as const) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'tp-edit-choice';
    radio.checked = choice === chosen;
    radio.addEventListener('change', () => (chosen = choice));
    label.append(radio, words[choice]);
    fieldset.append(label);
  }
  return { fieldset, chosen: () => chosen };
}

function download(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'traced-patterns-progress.json';
  link.click();
  // The browser has taken the data by the time that it has asked where to put it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
