/** Words that come with a part of the viewer, on top of those of the waterfall. */
import { STRINGS, translate, type Language, type Texts, type Translate, type TranslateOf } from './strings.ts';

/** The same texts in both languages; the English ones say which there are. */
export type Table<English extends Texts> = Readonly<Record<Language, Texts>> & { readonly en: English };

/** Gives the words of the waterfall and of a table, in the language that the waterfall is in. */
export function withWords<English extends Texts>(
  more: Table<English>,
): (waterfall: Pick<Translate, 'language'>) => TranslateOf<typeof STRINGS.en & English> {
  const words = (language: Language): TranslateOf<typeof STRINGS.en & English> =>
    translate({ ...STRINGS[language], ...more[language] }, language);
  const both = { en: words('en'), 'zh-CN': words('zh-CN') } as const;
  return ({ language }) => both[language];
}
