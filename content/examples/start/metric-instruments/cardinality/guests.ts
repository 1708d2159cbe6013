const drinks = ['espresso', 'mocha', 'tea'] as const;

/** Forty guests; every third orders the same. */
export const guests = Array.from({ length: 40 }, (_, n) => ({
  id: `guest-${n + 1}`,
  drink: drinks[n % 3] ?? 'tea',
}));
