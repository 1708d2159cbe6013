import './editor.css';

/** What stands around either editor: a place for it, and a strip that says which keys do what. */
export interface Shell {
  readonly root: HTMLElement;
  /** The editor goes in here. */
  readonly surface: HTMLElement;
  /** Names the element that says which keys do what, for `aria-describedby`. */
  readonly keysId: string;
  /** Says which keys do what; seen while the focus is inside. */
  setKeys(text: string): void;
  remove(): void;
}

/** Builds the frame of an editor inside its host. */
export function createShell(host: HTMLElement, height: 'content' | 'fill'): Shell {
  const root = document.createElement('div');
  root.className = 'tp-editor';
  root.dataset['height'] = height;
  const surface = document.createElement('div');
  surface.className = 'tp-editor-surface';
  const keys = document.createElement('p');
  keys.className = 'tp-editor-keys';
  keys.id = `tp-editor-keys-${crypto.getRandomValues(new Uint32Array(2)).join('')}`;
  root.append(surface, keys);
  host.append(root);
  return {
    root,
    surface,
    keysId: keys.id,
    setKeys(text) {
      keys.textContent = text;
    },
    remove: () => root.remove(),
  };
}
