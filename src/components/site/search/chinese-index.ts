import { readdir, readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/** A break between words that nobody sees; Pagefind ends a word there and leaves it out of what it quotes. */
const BREAK = '\u200B';
/** What is no text, and what is Chinese text of more than one character. */
const PIECES = /<(script|style)\b[\s\S]*?<\/\1>|<[^>]+>|\p{Script=Han}{2,}/gu;

/**
 * Lets a search in Chinese find what is there. Pagefind divides pages into words by one dictionary when it reads them and
 * queries by another, the browser's: a page on 死锁 was kept under 死锁 and asked for 死 and 锁. So the pages are divided by
 * the dictionary that browsers have while Pagefind reads them.
 *
 * @returns what stands before and what stands after the integration that runs Pagefind
 */
export function chineseIndex(): readonly [divide: AstroIntegration, restore: AstroIntegration] {
  const originals = new Map<URL, string>();
  return [
    {
      name: 'chinese-index-divide',
      hooks: {
        'astro:build:done': async ({ dir }) => {
          for (const path of await readdir(new URL('zh-cn/', dir), { recursive: true })) {
            if (!path.endsWith('.html')) continue;
            const file = new URL(`zh-cn/${path}`, dir);
            const html = await readFile(file, 'utf8');
            originals.set(file, html);
            await writeFile(file, divideWords(html));
          }
        },
      },
    },
    {
      name: 'chinese-index-restore',
      hooks: {
        'astro:build:done': async () => {
          for (const [file, html] of originals) await writeFile(file, html);
          originals.clear();
        },
      },
    },
  ];
}

/** A page with a break between the Chinese words of its text, as browsers divide them. */
export function divideWords(html: string): string {
  const words = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return html.replaceAll(PIECES, (piece) =>
    piece.startsWith('<') ? piece : [...words.segment(piece)].map(({ segment }) => segment).join(BREAK),
  );
}
