/**
 * Readers who enlarge the page, and readers whom movement makes ill: every template, in both languages.
 */
import type { Page } from '@playwright/test';
import { ExampleCard } from './support/card.ts';
import { sticksOut } from './support/reflow.ts';
import { expect, test } from './support/test.ts';

/** One page of each template. */
const TEMPLATES = [
  '',
  'start/otlp-init/',
  '31-concurrency/',
  'path/',
  'reference/',
  'playground/',
  'traces/?sample',
  'offline/',
  'no-such-page/',
];

/** Texts that a box cuts off, so that a reader would have to guess the rest. What scrolls, or says "…", is not cut. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      const { overflowX, overflowY, textOverflow, clipPath, visibility } = getComputedStyle(element);
      if (!own || visibility === 'hidden' || clipPath !== 'none' || element.clientWidth <= 1) continue;
      const wide =
        overflowX === 'hidden' && textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1;
      const high = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 3;
      if (wide || high)
        found.push(`${element.tagName}.${element.className} ${element.textContent?.trim().slice(0, 40)}`);
    }
    return found.slice(0, 5);
  });
}

/** Texts that are smaller than 11 px, which is what the ticks of an axis have. */
function tooSmall(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
      if (!own || !element.checkVisibility({ visibilityProperty: true })) continue;
      const { fontSize } = getComputedStyle(element);
      if (Number.parseFloat(fontSize) >= 11) continue;
      found.add(`${element.tagName}.${element.className} ${fontSize}`);
    }
    return [...found].slice(0, 5);
  });
}

/** What moves, or would move, by itself or when it is pointed at. */
function moves(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const lasts = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) > 0.01);
    for (const element of [document.documentElement, ...document.querySelectorAll('body, body *')]) {
      for (const part of [undefined, '::before', '::after']) {
        const style = getComputedStyle(element, part);
        const name = `${element.tagName}.${element.getAttribute('class') ?? ''}${part ?? ''}`;
        if (style.animationName !== 'none' && lasts(style.animationDuration)) found.add(`${name} is animated`);
        if (lasts(style.transitionDuration)) found.add(`${name} changes slowly`);
        if (part === undefined && style.scrollBehavior === 'smooth') found.add(`${name} scrolls slowly`);
      }
    }
    return [...found].slice(0, 8);
  });
}

for (const base of ['/', '/zh-cn/']) {
  // 1280 px at 200 %, and 320 px, which is what 400 % leaves of 1280 (WCAG 2.2, 1.4.4 and 1.4.10).
  for (const { zoom, viewport } of [
    { zoom: '200 %', viewport: { width: 640, height: 450 } },
    { zoom: '400 %', viewport: { width: 320, height: 256 } },
  ]) {
    test(`at ${zoom} no template of ${base} scrolls sideways or cuts text off`, async ({ page }) => {
      await page.setViewportSize(viewport);
      for (const template of TEMPLATES) {
        await page.goto(base + template);
        if (template.startsWith('traces')) await expect(page.getByRole('treegrid')).toBeVisible();
        expect.soft(await sticksOut(page), `${template} sticks out`).toEqual([]);
        expect.soft(await cutOff(page), `${template} is cut off`).toEqual([]);
        expect.soft(await tooSmall(page), `${template} has small text`).toEqual([]);
      }
    });
  }

  test(`who wants less motion gets none on any template of ${base}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    for (const template of TEMPLATES) {
      await page.goto(base + template);
      if (template.startsWith('traces')) await expect(page.getByRole('treegrid')).toBeVisible();
      expect.soft(await moves(page), template).toEqual([]);
    }
  });
}

test('who wants less motion gets none from a run, its detail, the editor, the search and the sheet of keys', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto('/31-concurrency/traced-channel/');
  const card = new ExampleCard(page, 'Two tasks, one channel, five links');
  await card.run(/ spans, 0 errors, /);
  await card.rows.first().click();
  await expect(card.root.getByRole('heading', { level: 3 }).first()).toBeVisible();
  await card.button('edit').click();
  await expect(card.editor).toBeFocused();
  expect.soft(await moves(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  expect.soft(await moves(page)).toEqual([]);
});
