import { describe, expect, it } from 'vitest';
import { manifestOf, type BuiltFile } from '../../../src/offline/build/files.ts';

function file(path: string, text = path): BuiltFile {
  return { path, content: new TextEncoder().encode(text) };
}

const FILES = [
  file('index.html'),
  file('404.html'),
  file('zh-cn/404/index.html'),
  file('zh-cn/31-concurrency/pipeline/index.html'),
  file('examples/31-concurrency/pipeline/basic.json'),
  file('_astro/session.BCKh5ipz.js'),
  file('_astro/boot.DoZu0Q0W.txt'),
  file('_astro/editor.api.BPkGU-AG.js'),
  file('_astro/ts.worker-DfZBlFbP.js'),
  file('_astro/types.PUdDyvv0.json'),
  file('pagefind/pagefind.js'),
  file('robots.txt'),
  file('sitemap-0.xml'),
];

describe('what the service worker knows of a build', () => {
  it('names pages by their address, below the base', () => {
    const { pages, base } = manifestOf(FILES, '/guide/');
    expect(base).toBe('/guide/');
    expect(pages).toEqual([
      '/guide/examples/31-concurrency/pipeline/basic.json',
      '/guide/',
      '/guide/zh-cn/31-concurrency/pipeline/',
    ]);
  });

  it('tells what a run needs from what the editor and the search need', () => {
    const { run, editor, search } = manifestOf(FILES, '/');
    expect(run).toEqual(['/_astro/boot.DoZu0Q0W.txt', '/_astro/session.BCKh5ipz.js']);
    expect(editor).toEqual([
      '/_astro/editor.api.BPkGU-AG.js',
      '/_astro/ts.worker-DfZBlFbP.js',
      '/_astro/types.PUdDyvv0.json',
    ]);
    expect(search).toEqual(['/pagefind/pagefind.js']);
  });

  it('has another version when any kept file has another content, and the same for the same files in any order', () => {
    const { version } = manifestOf(FILES, '/');
    expect(manifestOf(FILES.toReversed(), '/').version).toBe(version);
    expect(manifestOf([...FILES.slice(1), file('index.html', 'changed')], '/').version).not.toBe(version);
    expect(manifestOf([...FILES.slice(0, -1), file('sitemap-0.xml', 'changed')], '/').version).toBe(version);
  });
});
