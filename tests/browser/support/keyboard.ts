import type { ElementHandle, Locator, Page } from '@playwright/test';

/** Presses Tab until the focus is there; a reader who cannot get there in so many presses never will. */
export async function tabTo(page: Page, target: Locator, most = 60): Promise<void> {
  let element = await find(target);
  for (let press = 0; press < most; press++) {
    // Found once: to look for it by its name after each press takes longer than the press on a long page.
    const [there, gone] = await element.evaluate((wanted) => [wanted === document.activeElement, !wanted.isConnected]);
    if (there) return;
    if (gone) element = await find(target);
    else await page.keyboard.press('Tab');
  }
  throw new Error(`Tab did not reach ${String(target)} in ${most} presses.`);
}

async function find(target: Locator): Promise<ElementHandle<Node>> {
  const element = await target.elementHandle();
  if (element === null) throw new Error(`${String(target)} is not on the page.`);
  return element;
}
