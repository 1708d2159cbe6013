export const guests = [
  { atMs: 0, drink: 'mocha', card: '4711' },
  { atMs: 30, drink: 'lemonade', card: '4712' },
  { atMs: 60, drink: 'tea', card: '5100' },
  { atMs: 90, drink: 'frappe', card: '4713' },
  { atMs: 150, drink: 'espresso', card: '9000' },
  { atMs: 200, drink: 'espresso', card: '4714' },
];
