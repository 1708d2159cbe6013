import type { Page } from '@playwright/test';

/** What sticks out of the page to the right, if the page can be scrolled there. Boxes that scroll by themselves may hold it. */
export function sticksOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const held = (element: Element): boolean => {
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement) {
        const inside = box.getBoundingClientRect().right <= clientWidth + 1;
        if (inside && getComputedStyle(box).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1 && !held(element))
      .slice(0, 3)
      .map((element) => `${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`);
  });
}
