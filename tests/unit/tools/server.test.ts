import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fileFor, serveSite } from '../../../tools/support/server.ts';

const folder = mkdtempSync(join(tmpdir(), 'site-'));
mkdirSync(join(folder, 'dist', 'a b'), { recursive: true });
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(folder, 'dist', 'index.html'), 'home');
writeFileSync(join(folder, 'dist', '404.html'), 'missing');
writeFileSync(join(folder, 'dist', 'a b', 'index.html'), 'inner');
afterAll(() => rmSync(folder, { recursive: true }));

describe('the file that an address stands for', () => {
  const directory = join(folder, 'dist');

  test.each([
    ['/', 'index.html'],
    ['/a%20b/', 'a b/index.html'],
    ['/a%20b', 'a b/index.html'],
    ['/404', '404.html'],
    ['/index.html', 'index.html'],
  ])('%s is %s', (path, file) => expect(fileFor(directory, path)).toBe(join(directory, file)));

  test.each(['/nothing', '/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%', '/a%00b', '/a%20b/x'])(
    '%s is none',
    (path) => expect(fileFor(directory, path)).toBeUndefined(),
  );
});

describe('the server', () => {
  test('serves a site below its base path, and its own page for what is not there', async () => {
    const server = await serveSite({ directory: join(folder, 'dist'), base: '/guide' });
    try {
      const got = async (path: string): Promise<string> => {
        const response = await fetch(new URL(path, server.url));
        return `${response.status} ${await response.text()}`;
      };
      expect(server.url).toMatch(/\/guide\/$/);
      expect(await got('./')).toBe('200 home');
      expect(await got('/guide')).toBe('200 home');
      expect(await got('./nothing')).toBe('404 missing');
      expect(await got('/')).toBe('404 missing');
    } finally {
      await server.close();
    }
  });

  test('says what to do where nothing was built', async () => {
    await expect(serveSite({ directory: folder })).rejects.toThrow(/holds no built site: run "npm run build" first/);
  });
});
