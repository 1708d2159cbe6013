/* oxlint-disable import/default -- a worker is the default export that Vite makes of it */
import EditorWorker from 'monaco-editor/editor/editor.worker?worker';
import TypeScriptWorker from 'monaco-editor/languages/features/typescript/ts.worker?worker';
import type { Environment } from 'monaco-editor/editor';

declare global {
  interface Window {
    MonacoEnvironment?: Environment;
  }
}

/**
 * Tells Monaco where its workers are. Its own way, a URL outside `new Worker()`, makes Vite copy one file of many, so
 * the workers are always made here.
 */
export function setUpWorkers(): void {
  self.MonacoEnvironment ??= {
    getWorker: (_id, label) => (label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()),
  };
}
