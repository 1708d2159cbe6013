import type { Location, SourceFile } from '../sandbox/contract.ts';
import type { EditorTranslate } from './strings.ts';

/** What an editor needs to know, whichever kind it is. */
export interface EditorOptions {
  /** The files of one example; they can import each other as `./name.ts`. */
  readonly files: readonly SourceFile[];
  /** The name of the file that is shown first. */
  readonly active: string;
  /** Names of files that cannot be edited. */
  readonly readOnly?: readonly string[];
  /** The accessible name of a file's text; by default its name, what it is, and the way out. */
  label?(name: string): string;
  readonly t: EditorTranslate;
  /** `content` (default) grows with the text up to `--tp-editor-max-height`; `fill` takes the height of the host. */
  readonly height?: 'content' | 'fill';
  /** The reader changed a file. Not called for `setValue`. */
  onChange(name: string, code: string): void;
  /** The reader pressed Ctrl+Enter (Command+Enter). */
  onRun(): void;
  /** The reader pressed Escape and nothing was open in the editor: move the focus out, to the Edit button, say. */
  onLeave(): void;
  /** The reader points at a line, or, without one, no longer does. */
  onLine?(location: Location | undefined): void;
  /** One sentence for the status line, where the editor is less than it should be. */
  onNotice?(sentence: string): void;
}

/** An error to mark at its place. Lines and columns start at 1. */
export interface EditorError {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A running editor. */
export interface EditorHandle {
  readonly kind: 'monaco' | 'text';
  /** Shows a file. */
  open(name: string): void;
  /** The text that a file has now; undefined for a file that is not there. */
  value(name: string): string | undefined;
  /** Replaces the text of a file; can be undone, and does not call `onChange`. */
  setValue(name: string, code: string): void;
  /** Marks errors of a compile or a run, and takes away those marked before. */
  setErrors(errors: readonly EditorError[]): void;
  /** Shows a place and puts the cursor there, without moving the focus. */
  reveal(at: Location): void;
  /** Lights a line, such as the one that started a span; without a place, none. Scrolls nothing. */
  light(at: Location | undefined): void;
  focus(): void;
  /** Measures the host again, after it has been shown or moved. */
  layout(): void;
  /** Removes the editor and all it has put on the page. */
  dispose(): void;
}

/** Which keys run, for the strip under the editor. */
export function runKeys(): string {
  return isApple() ? '⌘ Enter' : 'Ctrl+Enter';
}

/** Whether the page runs on macOS, iOS or iPadOS, where Command takes the place of Control. */
export function isApple(): boolean {
  return /mac|iphone|ipad/iu.test(navigator.userAgent);
}
