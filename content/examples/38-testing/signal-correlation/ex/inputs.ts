/** The orders of a morning. A drink of 0 beans needs none. */
export const orders = [
  { drink: 'espresso', beans: 18 },
  { drink: 'tea', beans: 0 },
  { drink: 'mocha', beans: 30 },
  { drink: 'latte', beans: 24 },
];
