export const orders = [
  { drink: 'espresso', ms: 40 },
  { drink: 'flat white', ms: 90 },
  { drink: 'mocha', ms: 70 },
  { drink: 'oat latte', ms: 20, missing: 'oat milk' },
  { drink: 'tea', ms: 60 },
];
