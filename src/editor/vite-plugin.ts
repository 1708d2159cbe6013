import type { Plugin } from 'vite';

/**
 * Keeps two needless things out of a build with Monaco. Both rest on how Monaco 0.57 is laid out, so a build fails
 * where nothing was found to remove: a new version has to be looked at.
 */
export function slimMonaco(): Plugin {
  let slimmed = false;
  return {
    name: 'slim-monaco',
    apply: 'build',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/internal\/common\/workers\.js$/ },
      handler(code) {
        const kept = withoutFeatures(code);
        if (kept === code) this.error('monaco-editor: workers.js has no side-effect imports to remove');
        slimmed = true;
        return { code: kept, map: null };
      },
    },
    closeBundle: {
      order: 'post',
      handler() {
        slimmed = false;
      },
    },
    generateBundle(_options, bundle) {
      const monaco = Object.values(bundle).some(
        (chunk) => chunk.type === 'chunk' && chunk.moduleIds.some((id) => id.includes('/monaco-editor/esm/vs/editor/')),
      );
      if (monaco && !slimmed) this.error('monaco-editor: workers.js was not found; the build would hold every feature');
    },
  };
}

/**
 * Leaves the types of the DOM out of the TypeScript worker: an example runs in a worker and has none. They are a
 * quarter of what the worker weighs when it is transferred. For `worker.plugins` of the Vite configuration.
 */
export function slimTypeScriptWorker(): Plugin {
  return {
    name: 'slim-typescript-worker',
    apply: 'build',
    transform: {
      filter: { id: /monaco-editor\/esm\/vs\/languages\/features\/typescript\/lib\/lib\.js$/ },
      handler(code) {
        const kept = withoutDom(code);
        if (kept.length > code.length * 0.7) this.error('monaco-editor: lib.js holds no types of the DOM to leave out');
        return { code: kept, map: null };
      },
    },
  };
}

/** Monaco's `workers.js` imports every feature for its side effects; the features wanted are imported by name. */
export function withoutFeatures(code: string): string {
  return code.replaceAll(/^import '[^']+';\n/gmu, '');
}

/** Monaco's `lib.js` without the libraries of the DOM and of Windows' scripting host. */
export function withoutDom(code: string): string {
  return code.replaceAll(/^libFileMap\["lib\.(?:dom|scripthost)\b[^"]*"\] = [^]*?(?=^libFileMap\["|^export )/gmu, '');
}

/** What Vite must prepare before the first page asks for it, or the development server reloads once in the middle. */
export const monacoEntries: readonly string[] = [
  'monaco-editor/editor',
  'monaco-editor/editor/contrib/suggest/browser/suggestController',
  'monaco-editor/editor/editor.worker',
  'monaco-editor/languages/definitions/typescript/register',
  'monaco-editor/languages/features/typescript/register',
  'monaco-editor/languages/features/typescript/ts.worker',
  ...[
    'bracketMatching',
    'clipboard',
    'comment',
    'find',
    'gotoError',
    'hover',
    'indentation',
    'linesOperations',
    'parameterHints',
    'wordOperations',
  ].map((feature) => `monaco-editor/features/${feature}/register`),
];
