import { siblingGroups, USUAL_GROUP, type SiblingGroup, type TraceForest } from '../trace/index.ts';
import type { ShownGroup } from './visible.ts';

/** What became of a group: its members stand for themselves, or a line stands for them, with or without them below it. */
export type GroupShape = 'off' | 'folded' | 'open';

/** From this many alike siblings on, one line stands for them until the reader opens it. */
export const LARGE_GROUP = 100;

/**
 * What a group is remembered by: the span above it and what its members have in common. Groups of the same parent that
 * differ in nothing but their place fold together, and a group keeps its shape when members arrive at its ends.
 */
export function groupKey(forest: TraceForest, group: Pick<SiblingGroup, 'firstRow'>): string {
  const span = forest.spans[group.firstRow];
  if (span === undefined) return '';
  const above = span.parentSpanId === '' ? '' : span.traceId + span.parentSpanId;
  return `${above} ${span.kind} ${span.name}`;
}

/**
 * Chooses the shape of the groups of a forest that grows. The shape of a group is settled when the group is first seen:
 * one that comes large comes folded, one that grows while the reader looks stays as it is. Only the reader changes it.
 */
export function createGrouping(): (
  forest: TraceForest,
  chosen: ReadonlyMap<string, GroupShape>,
) => readonly ShownGroup[] {
  const settled = new Map<string, GroupShape>();
  return (forest, chosen) => {
    if (forest.spans.length === 0) settled.clear();
    // Most runs are small: no group can be large, and none has to be looked for.
    if (forest.spans.length < LARGE_GROUP && chosen.size === 0) return [];
    return siblingGroups(forest, USUAL_GROUP).flatMap((group) => {
      const key = groupKey(forest, group);
      const usual = settled.get(key) ?? (group.count >= LARGE_GROUP ? 'folded' : 'off');
      settled.set(key, usual);
      const shape = chosen.get(key) ?? usual;
      return shape === 'off' ? [] : [{ ...group, open: shape === 'open' }];
    });
  };
}
