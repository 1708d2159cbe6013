import { houses } from './houses.ts';
import { Menu } from './menu.ts';
import { test } from './report.ts';

// Each asks: is the second look-up served from the cache?
for (const house of houses) {
  await test(house.name, async ({ ctx, tracer }) => {
    const menu = new Menu(house);
    await menu.lookUp(ctx, tracer, 'mocha');

    const began = performance.now();
    await menu.lookUp(ctx, tracer, 'mocha');
    const ms = performance.now() - began;
    // Nobody is that fast without a cache.
    if (ms >= 10) throw new Error(`${ms} ms, expected less than 10`);
  });
}
