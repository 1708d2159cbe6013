import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { instrumentWords } from './strings-instruments.ts';
import type { Translate } from './strings.ts';
import './instruments.css';

interface HelpProps {
  readonly open: Signal<boolean>;
  readonly t: Translate;
}

/** The sheet of keys. Closing it gives the focus back to where it was. */
export function Help({ open, t: words }: HelpProps) {
  const t = instrumentWords(words);
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = sheet.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      class="tv-help"
      aria-label={t('help.title')}
      ref={sheet}
      onClose={() => {
        open.value = false;
      }}
    >
      <header class="tv-detail-head">
        <h3 class="tv-detail-name">{t('help.title')}</h3>
        <button type="button" class="tv-button" onClick={() => sheet.current?.close()}>
          {t('detail.close')}
        </button>
      </header>
      <Keys
        title={t('help.tree')}
        keys={[
          [['↑', '↓', 'Page ↑', 'Page ↓'], t('help.upDown')],
          [['←', '→'], t('help.leftRight')],
          [['Home', 'End'], t('help.homeEnd')],
          [[t('help.type')], t('help.letters')],
          [['Enter'], t('help.enter')],
          [['Space'], t('help.space')],
          [['Esc'], t('help.escape')],
          [['?'], t('help.sheet')],
        ]}
      />
      <Keys
        title={t('help.zoom')}
        keys={[
          [['+', '−'], t('help.in')],
          [['0'], t('help.whole')],
          [['[', ']'], t('help.pan')],
          [[`Ctrl / ⌘ + ${t('help.wheelName')}`], t('help.wheel')],
          [[`Shift + ${t('help.wheelName')}`], t('help.wheelPan')],
        ]}
      />
      <Keys
        title={t('help.search')}
        keys={[
          [['/'], t('help.find')],
          [['Enter', 'Shift + Enter', 'n', 'N'], t('help.next')],
        ]}
      />
    </dialog>
  );
}

interface KeysProps {
  readonly title: string;
  readonly keys: readonly (readonly [keys: readonly string[], meaning: string])[];
}

function Keys({ title, keys }: KeysProps) {
  return (
    <section class="tv-section">
      <h4 class="tv-heading">{title}</h4>
      <dl class="tv-keys">
        {keys.map(([names, meaning]) => (
          <div key={meaning}>
            <dt>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
