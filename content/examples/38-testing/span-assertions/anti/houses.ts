/** Where the tests run: what is true, and how fast it happens. */
export interface House {
  readonly name: string;
  /** Whether the menu remembers a price. */
  readonly caches: boolean;
  /** How long a busy machine keeps a look-up waiting. */
  readonly stallMs: number;
  readonly queryMs: number;
}

export const houses: readonly House[] = [
  { name: 'quiet', caches: true, stallMs: 1, queryMs: 30 },
  { name: 'busy machine', caches: true, stallMs: 12, queryMs: 30 },
  { name: 'cache broken', caches: false, stallMs: 1, queryMs: 30 },
  {
    name: 'cache broken, fast database',
    caches: false,
    stallMs: 1,
    queryMs: 4,
  },
];
