import { crates, takeStock } from './stock.ts';

// Four people count, each a quarter of the crates.
const size = Math.ceil(crates.length / 4);
await takeStock((worker) =>
  crates.slice(worker * size, (worker + 1) * size),
);
