import { background, type Context, sleep } from 'csp';
import { inSpan } from 'telemetry';
import { attributes, orders, takeOrders, tracer } from './shop.ts';

async function receive(ctx: Context): Promise<string | undefined> {
  const startTime = Date.now();
  const { value } = await orders.receive();
  const links = value ? [{ context: value.sender }] : [];
  const options = { attributes, links, startTime };
  tracer.startSpan('receive orders', options, ctx).end();
  return value?.drink;
}

await takeOrders();

await inSpan(
  background(),
  tracer,
  'make drinks',
  async (ctx, span) => {
    let made = 0;
    while (made < 5) {
      // Five cups stand on the counter.
      const drink = await receive(ctx);
      await sleep(25); // the work
      made += 1;
      console.log(`made ${drink}`);
    }
    span.setAttribute('lab.drink.count', made);
  },
);
