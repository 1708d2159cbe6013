import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { monacoEntries, withoutDom, withoutFeatures } from '../../../src/editor/vite-plugin.ts';

const monaco = fileURLToPath(new URL('../../../node_modules/monaco-editor/esm/vs/', import.meta.url));

describe('the installed Monaco is laid out as the build expects', () => {
  it('has features to leave out, and keeps working code', () => {
    const code = readFileSync(`${monaco}internal/common/workers.js`, 'utf8');
    const kept = withoutFeatures(code);
    expect(kept.length).toBeLessThan(code.length);
    expect(kept).toContain("import { editor } from '../../editor/editor.api.js';");
    expect(kept).not.toMatch(/^import '/mu);
  });

  it('has types of the DOM to leave out, and keeps those of workers', () => {
    const code = readFileSync(`${monaco}languages/features/typescript/lib/lib.js`, 'utf8');
    const kept = withoutDom(code);
    expect(kept.length).toBeLessThan(code.length * 0.7);
    for (const name of ['lib.es5.d.ts', 'lib.esnext.d.ts', 'lib.webworker.d.ts']) expect(kept).toContain(`["${name}"]`);
    expect(kept).not.toContain('["lib.dom.d.ts"]');
    expect(kept).toMatch(/^export \{ libFileMap \};$/mu);
  });

  it('has every entry that is prepared for development', () => {
    for (const entry of monacoEntries) {
      expect(existsSync(`${monaco}${entry.replace('monaco-editor/', '')}.js`) ? '' : entry).toBe('');
    }
  });
});
