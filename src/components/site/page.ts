/** What scripts of the site ask the page they are on. */

/** The language of the page. */
export function languageOf(): 'en' | 'zh-CN' {
  return document.documentElement.lang === 'zh-CN' ? 'zh-CN' : 'en';
}

/** The words of an attribute that holds a list. */
export function words(text: string | undefined): readonly string[] {
  return text?.split(' ').filter((word) => word !== '') ?? [];
}

/** The id of the last heading above the middle of the screen, or undefined above the first one. */
export function headingInView(): string | undefined {
  const headings = [...document.querySelectorAll('.sl-markdown-content :is(h2, h3)[id]')];
  return headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight / 2)?.id;
}
