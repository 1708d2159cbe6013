import { crates, takeStock } from './stock.ts';

// Four people count, so it should take a quarter of the time.
await takeStock(() => crates);
