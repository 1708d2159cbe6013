import { spanLink } from '../../viewer/index.ts';
import type { Card } from './card.ts';

/** How links name the run of a card's program: by the example, and of an antipattern's two by the program too. */
export function runName({ id, program }: Pick<Card, 'id' | 'program'>): string {
  return program === 'main' ? id : `${id}/${program}`;
}

/**
 * The file to show for a link to a span of this card's runs, `''` for the file that is shown; undefined when the fragment
 * links to no span or to another card's. In the playground the code is in the link, so that no run is named.
 */
export function linkedFile({ id, src }: Pick<Card, 'id' | 'src'>, fragment: string): string | undefined {
  const link = spanLink(fragment);
  if (link === undefined || (src === undefined) !== (link.run === '')) return undefined;
  if (link.run === '' || link.run === id) return '';
  const program = link.run.startsWith(`${id}/`) ? link.run.slice(id.length + 1) : '';
  return program === 'do' || program === 'dont' ? `${program}.ts` : undefined;
}
