/**
 * Spans as columns: what a worker sends to a page.
 *
 * Why not the objects themselves: a structured clone of 50,000 spans with six attributes each takes four to six times as
 * long as parsing their JSON did, half of it on the page's thread, and gives every repeated string a copy of its own.
 * As columns the numbers are transferred without a copy, the texts are four long strings that are copied as bytes, and
 * the page makes a span's attributes when it draws that span (see `unpack.ts`).
 */
import type { AnyValue, Resource, Scope } from '../otlp/telemetry.ts';

/** The order of kinds and codes in the columns. */
export const KINDS = ['unspecified', 'internal', 'server', 'client', 'producer', 'consumer'] as const;
export const CODES = ['unset', 'ok', 'error'] as const;
/** How the value of an attribute lies in its columns; those from `other` on are kept as they are. */
export const VALUE_KINDS = ['empty', 'string', 'bool', 'int', 'double', 'other'] as const;

/** Everything is indexed by span, but where a column says otherwise. */
export interface PackedSpans {
  readonly count: number;
  /** Names, trace ids, trace states, messages and keys, each once. Columns ending in `Of` are indices into it. */
  readonly strings: readonly string[];
  readonly resources: readonly Resource[];
  readonly scopes: readonly Scope[];
  readonly resourceOf: Uint32Array;
  readonly scopeOf: Uint32Array;
  /** 16 digits a span; zeros where there is no parent. */
  readonly spanIds: string;
  readonly parentIds: string;
  readonly traceIdOf: Uint32Array;
  readonly traceStateOf: Uint32Array;
  readonly nameOf: Uint32Array;
  readonly messageOf: Uint32Array;
  readonly kinds: Uint8Array;
  readonly codes: Uint8Array;
  readonly flags: Uint32Array;
  readonly starts: BigUint64Array;
  readonly ends: BigUint64Array;
  readonly droppedAttributes: Uint32Array;
  readonly droppedEvents: Uint32Array;
  readonly droppedLinks: Uint32Array;
  /** Where the attributes of each span begin and end in their own columns. */
  readonly attributesFrom: Uint32Array;
  readonly attributesTo: Uint32Array;
  /** Where its events and links begin; they end where those of the next span begin, so there is one entry more. */
  readonly eventsFrom: Uint32Array;
  readonly linksFrom: Uint32Array;
  readonly attributes: PackedAttributes;
  readonly events: PackedEvents;
  readonly links: PackedLinks;
}

/** Indexed by attribute, in the order in which they were met. */
export interface PackedAttributes {
  readonly keyOf: Uint32Array;
  /** Index into {@link VALUE_KINDS}. */
  readonly kinds: Uint8Array;
  /** Where the value is: its start in `text`, its index in `ints`, `doubles` or `others`; 0 or 1 for a boolean. */
  readonly at: Uint32Array;
  /** Where a text ends. */
  readonly textEnds: Uint32Array;
  readonly text: string;
  readonly ints: BigInt64Array;
  readonly doubles: Float64Array;
  readonly others: readonly AnyValue[];
}

/** A stretch of the attributes belongs to each event, as to each span. */
export interface PackedEvents {
  readonly times: BigUint64Array;
  readonly nameOf: Uint32Array;
  readonly dropped: Uint32Array;
  /** Where the attributes begin and end. */
  readonly attributesFrom: Uint32Array;
  readonly attributesTo: Uint32Array;
}

export interface PackedLinks {
  readonly traceIdOf: Uint32Array;
  readonly spanIdOf: Uint32Array;
  readonly traceStateOf: Uint32Array;
  readonly flags: Uint32Array;
  readonly dropped: Uint32Array;
  readonly attributesFrom: Uint32Array;
  readonly attributesTo: Uint32Array;
}

export const NO_PARENT = '0'.repeat(16);

/** The buffers of a pack, for the transfer list of `postMessage`. */
export function buffersOf(packed: PackedSpans): readonly ArrayBuffer[] {
  const columns = [packed, packed.attributes, packed.events, packed.links].flatMap((part) => Object.values(part));
  return columns.flatMap((column: unknown) =>
    ArrayBuffer.isView(column) && column.buffer instanceof ArrayBuffer ? [column.buffer] : [],
  );
}
