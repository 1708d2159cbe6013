/**
 * The colours of highlighted code, as a Shiki theme that names tokens instead of colours: the same HTML serves both
 * themes. For Markdown fences and for the code of examples alike, so that a program looks the same everywhere.
 */
import type { ThemeRegistrationRaw } from 'shiki';

const paint = (token: string, scope: readonly string[]) => ({
  scope: [...scope],
  settings: { foreground: `var(--tp-code-${token})` },
});

/** Pass it to Shiki as `theme`. Later rules win over earlier ones of the same specificity. */
export const codeTheme: ThemeRegistrationRaw = {
  name: 'traced-patterns',
  fg: 'var(--tp-code-ink)',
  bg: 'var(--tp-code-paper)',
  settings: [
    { settings: { foreground: 'var(--tp-code-ink)', background: 'var(--tp-code-paper)' } },
    paint('punctuation', ['punctuation', 'meta.brace', 'keyword.operator', 'storage.type.function.arrow']),
    paint('comment', ['comment', 'punctuation.definition.comment']),
    paint('string', ['string', 'punctuation.definition.string', 'string.regexp', 'markup.inserted']),
    paint('constant', [
      'constant.numeric',
      'constant.language',
      'support.constant',
      'variable.language',
      'constant.character.escape',
    ]),
    paint('keyword', [
      'keyword',
      'storage',
      'keyword.operator.expression',
      'keyword.operator.new',
      'keyword.operator.word',
      'markup.deleted',
    ]),
    paint('function', [
      'entity.name.function',
      'support.function',
      'meta.function-call entity.name.function',
      'entity.name.command',
    ]),
    paint('type', [
      'entity.name.type',
      'support.type',
      'support.class',
      'entity.name.class',
      'entity.other.inherited-class',
      'entity.name.tag',
      'support.type.primitive',
    ]),
    paint('property', [
      'support.type.property-name',
      'entity.other.attribute-name',
      'entity.name.tag.yaml',
      'meta.object-literal.key',
    ]),
  ],
};
