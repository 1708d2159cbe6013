/** Milliseconds that each shard takes to count. */
export const times = [20, 50, 30, 40];

/** So many shards are enough for a sample. */
export const wanted = 2;
