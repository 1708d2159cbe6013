export const orders = [
  { id: 41, table: 3, drink: 'espresso', ms: 25 },
  { id: 42, table: 7, drink: 'mocha', ms: 60 },
  { id: 43, table: 3, drink: 'oat latte', ms: 15, missing: 'milk' },
  { id: 44, table: 1, drink: 'espresso', ms: 25 },
  { id: 45, table: 9, drink: 'tea', ms: 40 },
  { id: 46, table: 7, drink: 'mocha', ms: 10, missing: 'cocoa' },
];
