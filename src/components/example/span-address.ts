import type { Span, Telemetry } from '../../otlp/telemetry.ts';
import { buildForest, compareShape } from '../../trace/index.ts';
import { spanFragment } from '../../viewer/index.ts';
import type { Card } from './card.ts';
import { runName } from './linked-span.ts';
import { handOver, shareAddress, type Program } from './sharing.ts';

/** The run that a span is linked from. */
export interface LinkedRun {
  readonly telemetry: Telemetry;
  /** The recorded run of the same program as it is written. */
  readonly recorded: Telemetry | undefined;
  readonly program: Program;
  /** Whether the program is not the one that is written. */
  readonly edited: boolean;
}

/**
 * Puts a link to a span on the clipboard. Where the recorded run has the span too, the link finds it there, on this page;
 * any other span needs the program that makes it, which the link then carries to the playground.
 *
 * @returns whether the reader has the link now
 */
export async function copySpanLink(card: Card, span: Span, run: LinkedRun): Promise<boolean> {
  const recorded = run.edited ? undefined : recordedSpan(span, run);
  if (recorded !== undefined) {
    // The address has it too, for a reader whose browser denies the clipboard.
    history.replaceState(undefined, '', `#${spanFragment(recorded, runName(card))}`);
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    return true;
  }
  const address = await shareAddress(card, run.program);
  return address !== undefined && handOver(card, `${address}&${spanFragment(span)}`);
}

/** The same span in the recorded run, by its place in the tree: the ids of recorded runs are numbered anew. */
function recordedSpan(span: Span, { telemetry, recorded }: LinkedRun): Span | undefined {
  if (recorded === undefined) return undefined;
  const before = buildForest(recorded.spans);
  const after = buildForest(telemetry.spans);
  const { matched } = compareShape(before, after);
  const row = after.spans.findIndex(({ traceId, spanId }) => traceId === span.traceId && spanId === span.spanId);
  return before.spans[matched.find(({ b }) => b === row)?.a ?? -1];
}
