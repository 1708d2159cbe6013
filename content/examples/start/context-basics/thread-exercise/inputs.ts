export const guests = [
  { grindMs: 20, brewMs: 30, patience: 500 },
  { grindMs: 20, brewMs: 80, patience: 60 },
  { grindMs: 40, brewMs: 30, patience: 25 },
];
