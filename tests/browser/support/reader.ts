import type { Page } from '@playwright/test';

/** Everything in one store of the reader's database, as the browser keeps it. */
export function storedIn(page: Page, store: 'edits' | 'progress' | 'traces'): Promise<readonly unknown[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('traced-patterns');
        opening.addEventListener('error', () => reject(opening.error));
        opening.addEventListener('success', () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.addEventListener('success', () => {
            opening.result.close();
            resolve(all.result);
          });
        });
      }),
    store,
  );
}

/** Lets a page believe that this many seconds pass, second by second. The page's clock must have been installed. */
export async function secondsPass(page: Page, seconds: number): Promise<void> {
  await page.clock.runFor(seconds * 1_000);
}
