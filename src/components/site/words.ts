/** The site's words for pages of their own: `Astro.locals.t` knows the language only inside Starlight's page frame. */
import en from '../../../content/i18n/en.json' with { type: 'json' };
import zh from '../../../content/i18n/zh-CN.json' with { type: 'json' };

/** A language of the site: its tag, its part of an address, and its words. */
export interface SiteLanguage {
  readonly tag: 'en' | 'zh-CN';
  /** Starlight's locale: undefined for English. */
  readonly locale: 'zh-cn' | undefined;
  /** The words of a key, with `{{name}}` replaced by the value of that name, where there is one. */
  t(key: keyof typeof en, values?: Readonly<Record<string, string | number>>): string;
}

/** The language that an address of the site is in. */
export function siteLanguage(url: URL): SiteLanguage {
  const chinese = url.pathname.includes('/zh-cn/');
  const table = chinese ? zh : en;
  return {
    tag: chinese ? 'zh-CN' : 'en',
    locale: chinese ? 'zh-cn' : undefined,
    t: (key, values = {}) =>
      table[key].replaceAll(/\{\{(\w+)\}\}/g, (hole, name: string) => String(values[name] ?? hole)),
  };
}
