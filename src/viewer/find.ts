import { placeOf, type Lens } from './lens.ts';

/** The match after or before a row, round at both ends; -1 when there is none. */
export function nextMatch({ rows }: Pick<Lens, 'rows'>, row: number, direction: 1 | -1): number {
  const { length } = rows;
  if (length === 0) return -1;
  const after = direction === 1 ? placeOf(rows, row + 1) : placeOf(rows, row) - 1;
  return rows[(after + length) % length] ?? -1;
}

/** Which match a row is, from 1; 0 for a row that is none. */
export function matchNumber({ rows, matches }: Lens, row: number): number {
  return matches[row] === 1 ? placeOf(rows, row) + 1 : 0;
}

/** A query that finds exactly the spans of an operation. */
export function operationQuery(service: string, name: string): string {
  const quoted = (text: string): string => `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
  return service === '' ? `name=${quoted(name)}` : `service=${quoted(service)} name=${quoted(name)}`;
}
