import { background, chan, go } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import {
  orders,
  stage,
  tee,
  type Item,
  type Items,
} from './steps.ts';

const tracer = tracerFor('coffee-bar');

/** Takes one item of each branch and makes them one. */
function join(left: Items, right: Items): Items {
  const output = chan<Item>();
  go(async () => {
    for await (const { order, from } of left) {
      const other = await right.receive();
      if (!other.ok) break;
      const both = [...from, ...other.value.from];
      await output.send({ order, from: both });
    }
    output.close();
  });
  return output;
}

await inSpan(
  background(),
  tracer,
  'pipeline breakfast',
  async (ctx) => {
    const [left, right] = tee(orders());
    const drink = stage(ctx, 'brew', 30, left);
    const baked = stage(ctx, 'bake', 20, right);
    const cake = stage(ctx, 'slice', 5, baked);
    const table = stage(ctx, 'serve', 5, join(drink, cake));
    for await (const { order } of table) console.log('served', order);
  },
  { attributes: { 'lab.pipeline.name': 'breakfast' } },
);
