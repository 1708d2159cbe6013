/**
 * Keeps checks honest: a run is changed a little in a way that matters, and a check that demands anything of substance
 * must notice. The choice is deterministic, so that the same run always has the same mutants.
 */
import type { Span, Telemetry } from '../otlp/telemetry.ts';
import { buildForest } from '../trace/forest.ts';
import type { TraceForest } from '../trace/forest.ts';
import { passed } from './check.ts';
import type { Check } from './check.ts';

export type MutantKind = 'drop' | 'parent' | 'status';

/** A run with one fault. */
export interface Mutant {
  readonly kind: MutantKind;
  /** What was done, for the author of the check: `parent: "b" moved below "c"`. */
  readonly name: string;
  readonly telemetry: Telemetry;
}

/** How a check fared against the mutants of a run. */
export interface MutationReport {
  /** Whether the check accepts the run as it is; if not, the rest says nothing. */
  readonly accepts: boolean;
  /** How many mutants of each kind there were. */
  readonly tried: Readonly<Record<MutantKind, number>>;
  /** How many of them the check noticed. */
  readonly noticed: Readonly<Record<MutantKind, number>>;
  /** Kinds of which there were mutants and not one was noticed. Empty for a check that is worth something. */
  readonly blind: readonly MutantKind[];
  /** Mutants that passed. Not each is a fault of the check: it may leave open what does not matter. */
  readonly survivors: readonly Mutant[];
}

/** The most mutants of each kind. Of longer runs, spans are taken at even distances. */
export const MAX_MUTANTS_PER_KIND = 40;

const KINDS: readonly MutantKind[] = ['drop', 'parent', 'status'];

/**
 * The mutants of a run: each has one span dropped, one span with another parent (or two with their parents exchanged), or
 * one span whose Unset and Error are turned round.
 */
export function mutants(telemetry: Telemetry): readonly Mutant[] {
  const chosen = spread(telemetry.spans);
  const forest = buildForest(telemetry.spans);
  return [
    ...chosen.map((span) => drop(telemetry, span)),
    ...chosen.map((span) => reparent(telemetry, forest, span)),
    ...chosen.flatMap((span) => turnStatus(telemetry, span) ?? []),
  ];
}

/** Runs a check against a run and all of its mutants. */
export function survivors(check: Check, telemetry: Telemetry): MutationReport {
  const tried = { drop: 0, parent: 0, status: 0 };
  const noticed = { drop: 0, parent: 0, status: 0 };
  const alive: Mutant[] = [];
  for (const mutant of mutants(telemetry)) {
    tried[mutant.kind] += 1;
    if (passed(check(mutant.telemetry))) alive.push(mutant);
    else noticed[mutant.kind] += 1;
  }
  const blind = KINDS.filter((kind) => tried[kind] > 0 && noticed[kind] === 0);
  return { accepts: passed(check(telemetry)), tried, noticed, blind, survivors: alive };
}

function spread(spans: readonly Span[]): readonly Span[] {
  if (spans.length <= MAX_MUTANTS_PER_KIND) return spans;
  const step = spans.length / MAX_MUTANTS_PER_KIND;
  return Array.from({ length: MAX_MUTANTS_PER_KIND }, (_, index) => spans[Math.floor(index * step)]).filter(
    (span) => span !== undefined,
  );
}

function drop(telemetry: Telemetry, span: Span): Mutant {
  return {
    kind: 'drop',
    name: `drop: "${span.name}" (${span.spanId}) was never exported`,
    telemetry: { ...telemetry, spans: telemetry.spans.filter((other) => other !== span) },
  };
}

function turnStatus(telemetry: Telemetry, span: Span): Mutant | undefined {
  if (span.status.code === 'ok') return undefined;
  const code = span.status.code === 'error' ? 'unset' : 'error';
  const changed: Span = { ...span, status: { code, message: '' } };
  return {
    kind: 'status',
    name: `status: "${span.name}" (${span.spanId}) is ${code} in place of ${span.status.code}`,
    telemetry: replace(telemetry, new Map([[span, changed]])),
  };
}

/**
 * Another parent for a span, the first of these that there is: the parent of another span (which gets this one's in
 * exchange), another span that is not below it, none (the span becomes a root), one that never arrives.
 */
function reparent(telemetry: Telemetry, forest: TraceForest, span: Span): Mutant {
  const row = forest.spans.indexOf(span);
  const within = (inner: number, outer: number): boolean => inner >= outer && inner < (forest.subtreeEnd[outer] ?? 0);
  const others = [...forest.spans.entries()].filter(
    ([other, { traceId, spanId }]) => traceId === span.traceId && spanId !== span.spanId && !within(other, row),
  );
  const [, partner] =
    others.find(([other, { parentSpanId }]) => parentSpanId !== span.parentSpanId && !within(row, other)) ?? [];
  if (partner !== undefined) {
    const what = `"${span.name}" (${span.spanId}) and "${partner.name}" (${partner.spanId}) exchanged parents`;
    return withParents(telemetry, what, [
      [span, partner.parentSpanId],
      [partner, span.parentSpanId],
    ]);
  }
  const [, host] = others.find(([, { spanId }]) => spanId !== span.parentSpanId) ?? [];
  if (host !== undefined) {
    return withParents(telemetry, `"${span.name}" (${span.spanId}) moved below "${host.name}"`, [[span, host.spanId]]);
  }
  return span.parentSpanId === ''
    ? withParents(telemetry, `"${span.name}" (${span.spanId}) has a parent that never arrives`, [
        [span, 'f'.repeat(16)],
      ])
    : withParents(telemetry, `"${span.name}" (${span.spanId}) lost its parent`, [[span, '']]);
}

function withParents(telemetry: Telemetry, what: string, parents: readonly (readonly [Span, string])[]): Mutant {
  const changes = new Map(parents.map(([span, parentSpanId]) => [span, { ...span, parentSpanId }]));
  return { kind: 'parent', name: `parent: ${what}`, telemetry: replace(telemetry, changes) };
}

function replace(telemetry: Telemetry, changes: ReadonlyMap<Span, Span>): Telemetry {
  return { ...telemetry, spans: telemetry.spans.map((span) => changes.get(span) ?? span) };
}
