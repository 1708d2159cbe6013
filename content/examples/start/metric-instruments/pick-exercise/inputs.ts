export const guests = [
  { drinks: 2, ms: 45, degrees: 93, water: 0.9 },
  { drinks: 1, ms: 30, degrees: 94, water: 0.8 },
  { drinks: 4, ms: 160, degrees: 91, water: 0.5 },
  { drinks: 1, ms: 20, degrees: 92, water: 0.4 },
];
