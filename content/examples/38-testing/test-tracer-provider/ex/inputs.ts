export const batches = [
  { failures: 2, drinks: 3 },
  { failures: 0, drinks: 1 },
  { failures: 3, drinks: 2 },
];
