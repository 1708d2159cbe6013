/** Addresses inside the site, whatever path it is hosted under and whichever language the reader is in. */

const base = import.meta.env.BASE_URL.replace(/\/+$/, '');

/** The languages of the site: `path` is the first segment of a page's address, `''` at the root. */
export const languages = [
  { path: '', tag: 'en', name: 'English' },
  { path: 'zh-cn', tag: 'zh-CN', name: '中文' },
] as const;

/**
 * The address of a page of the site.
 *
 * @param path the page's path without language or base, for example `playground/`; `''` is the home page
 * @param locale Starlight's locale of the page that links: `undefined` for English
 */
export function pageHref(path: string, locale: string | undefined): string {
  const language = locale === undefined || locale === '' ? '' : `/${locale}`;
  return `${base}${language}/${path}`;
}

/**
 * The path of the page at `pathname` without base and language, for use with {@link pageHref}.
 *
 * @param pathname an absolute path such as `/guide/zh-cn/playground/`
 */
export function pagePath(pathname: string): string {
  const inside = pathname.startsWith(base) ? pathname.slice(base.length) : pathname;
  return inside.replace(/^\/(zh-cn(\/|$))?/, '');
}

/** The pages that every page leads to, in the order of the header: their path, and the key of their name. */
export const SITE_PAGES = [
  { path: 'path/', name: 'site.lessons' },
  { path: 'playground/', name: 'site.playground' },
  { path: 'traces/', name: 'site.traces' },
  { path: 'reference/', name: 'site.reference.nav' },
] as const;
