import { createBestEditor } from '../../editor/best.ts';
import type { EditorHandle, EditorOptions } from '../../editor/contract.ts';
import { editorTranslator } from '../../editor/strings.ts';
import type { Card } from './card.ts';

/** Opens the editor in place of the card's code; the card keeps its files. */
export async function openEditor(
  card: Card,
  events: Pick<EditorOptions, 'onChange' | 'onRun' | 'onLine'>,
): Promise<EditorHandle> {
  card.say(card.word('loading'));
  let notice: string | undefined;
  const editor = await createBestEditor(card.editorHost, {
    files: card.files(),
    active: card.active,
    t: editorTranslator(card.language),
    onChange: (name, text) => events.onChange(name, text),
    onRun: () => events.onRun(),
    onLine: (location) => events.onLine?.(location),
    onLeave: () => card.button('edit').focus(),
    onNotice: (sentence) => {
      notice = sentence;
      card.say(sentence, 'bad');
    },
  });
  card.startEditing();
  editor.layout();
  if (notice === undefined) card.say('');
  return editor;
}
