import type { TraceForest } from '../trace/index.ts';
import { hasChildren, type VisibleRows } from './visible.ts';

/** What a key does in the tree of rows. */
export type TreeAction =
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'toggle'; readonly row: number }
  /** Opens or folds the group whose line has the focus. */
  | { readonly kind: 'group' }
  | { readonly kind: 'open' }
  | { readonly kind: 'select' }
  | { readonly kind: 'close' };

/** Where the reader is when a key goes down. */
export interface TreePlace {
  readonly forest: TraceForest;
  readonly visible: VisibleRows;
  /** Visible index of the row that has the focus. */
  readonly index: number;
  readonly collapsed: (row: number) => boolean;
  /** Rows in a screenful. */
  readonly page: number;
}

/**
 * The keyboard of a treegrid that moves by rows (WAI-ARIA Authoring Practices, "Treegrid Pattern"): undefined for a key
 * that means nothing here, which is then left to the browser.
 */
export function treeKey(key: string, place: TreePlace): TreeAction | undefined {
  const { forest, visible, index } = place;
  const row = visible.at(index);
  if (row < 0) return undefined;
  const group = visible.groupAt(index);
  const move = (to: number): TreeAction => ({ kind: 'move', index: Math.max(0, Math.min(visible.count - 1, to)) });
  switch (key) {
    case 'ArrowDown':
      return move(index + 1);
    case 'ArrowUp':
      return move(index - 1);
    case 'Home':
      return move(0);
    case 'End':
      return move(visible.count - 1);
    case 'PageDown':
      return move(index + Math.max(1, place.page - 1));
    case 'PageUp':
      return move(index - Math.max(1, place.page - 1));
    case 'ArrowRight':
      if (group !== undefined) return group.open ? move(index + 1) : { kind: 'group' };
      if (!hasChildren(forest, row)) return undefined;
      return place.collapsed(row) ? { kind: 'toggle', row } : move(index + 1);
    case 'ArrowLeft': {
      if (group?.open === true) return { kind: 'group' };
      if (group === undefined && hasChildren(forest, row) && !place.collapsed(row)) return { kind: 'toggle', row };
      const above = indexAbove(place);
      return above < 0 ? undefined : move(above);
    }
    case 'Enter':
      return group === undefined ? { kind: 'open' } : { kind: 'group' };
    case ' ':
      return group === undefined ? { kind: 'select' } : { kind: 'group' };
    case 'Escape':
      return { kind: 'close' };
    default:
      return undefined;
  }
}

/** The index one level up: the line of the open group that a row is a member of, else its parent; -1 for neither. */
function indexAbove({ forest, visible, index }: TreePlace): number {
  const parent = visible.indexOf(forest.parent[visible.at(index)] ?? -1);
  const levels = visible.extraAt(index);
  if (levels === (parent < 0 ? 0 : visible.extraAt(parent))) return parent;
  for (let at = index - 1; at > parent; at -= 1) {
    if (visible.extraAt(at) === levels - 1 && visible.groupAt(at) !== undefined) return at;
  }
  return parent;
}

/** Milliseconds after which typing starts a new word. */
export const TYPE_AHEAD_MS = 700;
