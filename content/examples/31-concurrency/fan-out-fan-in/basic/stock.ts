import type { SpanContext } from '@opentelemetry/api';

/** What a worker reports. */
export interface Part {
  readonly bottles: number;
  readonly source: SpanContext;
}

/** How many bottles are in each of 100 crates. */
export const crates: readonly number[] = Array.from(
  { length: 100 },
  (_, n) => 6 + (n % 7),
);

/** Milliseconds that each of four people takes for a crate. */
export const paces: readonly number[] = [2, 1, 4, 3];

export function bottlesIn(shard: readonly number[]): number {
  return shard.reduce((sum, bottles) => sum + bottles, 0);
}

/** Cuts a list into `n` shards: each item is in exactly one. */
export function split<T>(
  items: readonly T[],
  n: number,
): readonly (readonly T[])[] {
  const size = Math.ceil(items.length / n);
  return Array.from({ length: n }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
