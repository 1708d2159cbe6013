import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Style sheets that are needed on request only: by an open editor, by the instruments of a large trace, by panes that are
 * opened, by the marks of log records, by a card whose program has run, by a notice, by the sheet of keys.
 */
const LAZY_SHEETS = [
  /\/monaco-editor\/esm\/.*\.css$/,
  /\/src\/editor\/.*\.css$/,
  /\/src\/viewer\/(instruments|minimap|metrics|marks)\.css$/,
  /\/src\/components\/example\/(session|exercise)\.css$/,
  /\/src\/components\/site\/keys\/sheet\.css$/,
  /\/src\/offline\/page\/notice\.css$/,
];

/**
 * Lets what is loaded on request bring its own style sheets. Astro links every sheet that a page's scripts can reach,
 * also through `import()`, so 22 kB of Monaco's would be part of every page; here each becomes a script that adds it when
 * it runs.
 */
export function lazyCss(): Plugin {
  const prefix = '\0lazy-css:';
  return {
    name: 'lazy-css',
    apply: 'build',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith('.css') || importer === undefined || importer.startsWith(prefix)) return undefined;
      const resolved = await this.resolve(id, importer, { skipSelf: true });
      if (!resolved || !LAZY_SHEETS.some((sheet) => sheet.test(resolved.id))) return undefined;
      return `${prefix}${resolved.id}.js`;
    },
    load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const file = id.slice(prefix.length, -'.js'.length);
      // An empty sheet stands in Monaco where another build fills it.
      if (readFileSync(file, 'utf8').trim() === '') return 'export {};';
      return [
        `import text from ${JSON.stringify(`${file}?inline`)};`,
        `const sheet = document.createElement('style');`,
        `sheet.textContent = text;`,
        `document.head.append(sheet);`,
      ].join('\n');
    },
  };
}
