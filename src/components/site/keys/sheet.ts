/** The sheet of keys. */
import { letSingleKeysWork, singleKeysWork } from '../../../learn/single-keys.ts';
import { build, buildButton } from '../../build-element.ts';
import { languageOf } from '../page.ts';
import { KEYS_WORDS } from './words.ts';
import './sheet.css';

/** One line: keys, any of which does it, and what that is. Keys to be held together stand in one list. */
type Line = readonly [keys: readonly (readonly string[])[], meaning: string];

/** Opens the sheet, if it is not open. Closing it gives the focus back to where it was. */
export function openSheet(): void {
  if (document.querySelector('.tp-keys')) return;
  const words = KEYS_WORDS[languageOf()];
  const ctrl = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
  const title = build('h2', '', words.title);
  title.id = 'tp-keys-title';
  const sheet = build(
    'dialog',
    'tp-keys',
    build(
      'header',
      '',
      title,
      buildButton(words.close, () => sheet.close()),
    ),
    ...section(words.everywhere, [
      [[['/'], [ctrl, 'K']], words.search],
      [[['n']], words.next],
      [[['p']], words.previous],
      [[['?']], words.sheet],
    ]),
    ...section(words.example, [
      [[['r']], words.run],
      [[['e']], words.edit],
      [[[ctrl, 'Enter']], words.runHere],
      [[['Esc']], words.leave],
    ]),
    ...section(words.trace, [[[['?']], words.traceSheet]]),
    ...single(),
  );
  sheet.setAttribute('aria-labelledby', title.id);
  sheet.setAttribute('closedby', 'any');
  sheet.addEventListener('close', () => sheet.remove());
  document.body.append(sheet);
  sheet.showModal();
}

function section(heading: string, lines: readonly Line[]): readonly Node[] {
  const list = build('dl', '');
  for (const [keys, meaning] of lines) {
    const names = build('dt', '');
    keys.forEach((held, index) => {
      if (index > 0) names.append(` ${KEYS_WORDS[languageOf()].or} `);
      held.forEach((key, at) => names.append(at > 0 ? ' + ' : '', build('kbd', '', key)));
    });
    list.append(build('div', '', names, build('dd', '', meaning)));
  }
  return [build('h3', '', heading), list];
}

/** The switch for keys that are pressed alone. */
function single(): readonly Node[] {
  const words = KEYS_WORDS[languageOf()];
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = singleKeysWork();
  box.addEventListener('change', () => letSingleKeysWork(box.checked));
  const about = build('p', '', words.singleAbout);
  about.id = 'tp-keys-about';
  box.setAttribute('aria-describedby', about.id);
  return [build('label', '', box, ` ${words.single}`), about];
}
