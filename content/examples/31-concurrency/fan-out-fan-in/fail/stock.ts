/** Bottles in each of 25 crates, four times; 0 is a broken one. */
export const shards: readonly (readonly number[])[] = [
  Array.from({ length: 25 }, () => 6),
  Array.from({ length: 25 }, () => 12),
  Array.from({ length: 25 }, (_, n) => (n === 9 ? 0 : 6)),
  Array.from({ length: 25 }, () => 12),
];
