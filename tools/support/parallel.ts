/**
 * Does pieces of work, so many at a time, and returns what they returned, in their order. The first that fails ends it.
 */
export async function inParallel<T>(work: readonly (() => Promise<T>)[], atOnce: number): Promise<readonly T[]> {
  const results = new Map<number, T>();
  const queue = work.entries();
  const worker = async (): Promise<void> => {
    for (const [index, piece] of queue) results.set(index, await piece());
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return [...results].toSorted(([a], [b]) => a - b).map(([, result]) => result);
}
