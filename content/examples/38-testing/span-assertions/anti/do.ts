import { houses } from './houses.ts';
import { Menu } from './menu.ts';
import { test } from './report.ts';

// Each asks: is the second look-up served from the cache?
for (const house of houses) {
  await test(house.name, async ({ ctx, tracer, finished }) => {
    const menu = new Menu(house);
    await menu.lookUp(ctx, tracer, 'mocha');
    await menu.lookUp(ctx, tracer, 'mocha');

    // The first asks the database. The second must not.
    const asked = finished().filter(
      ({ name }) => name === 'SELECT menu',
    );
    const { length } = asked;
    if (length !== 1)
      throw new Error(`${length} queries, expected 1`);
  });
}
