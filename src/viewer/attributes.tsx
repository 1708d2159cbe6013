import type { Attribute } from '../otlp/telemetry.ts';
import { conventionPage } from './conventions.ts';
import type { PaneTranslate } from './strings-panes.ts';
import { typeText, valueText } from './values.ts';

interface AttributesProps {
  readonly attributes: readonly Attribute[];
  /** How many the sender left out. */
  readonly dropped: number;
  readonly label: string;
  readonly t: PaneTranslate;
}

/**
 * Attributes with their types. Values are text and nothing else: no markup, no links. A name that the semantic
 * conventions know, and only by exactly that name, leads to its description.
 */
export function Attributes({ attributes, dropped, label, t }: AttributesProps) {
  return (
    <>
      {attributes.length > 0 && (
        <table class="tv-attrs" aria-label={label}>
          <tbody>
            {attributes.map(({ key, value }, at) => {
              const page = conventionPage(key);
              return (
                <tr key={at}>
                  <th scope="row">
                    {page === undefined ? (
                      key
                    ) : (
                      <a class="tv-convention" href={page} target="_blank" rel="noopener noreferrer">
                        {key}
                      </a>
                    )}
                  </th>
                  <td class="tv-value">{valueText(value)}</td>
                  <td class="tv-type">{typeText(value)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {dropped > 0 && <p class="tv-dropped">▲ {t('detail.droppedAttributes', { n: dropped })}</p>}
    </>
  );
}
