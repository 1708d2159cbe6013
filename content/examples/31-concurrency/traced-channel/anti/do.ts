import { background, type Context, type Received, sleep } from 'csp';
import { inSpan } from 'telemetry';
import { attributes, orders, takeOrders, tracer } from './shop.ts';

async function receive(ctx: Context): Promise<Received<string>> {
  const startTime = Date.now();
  const item = await orders.receive();
  if (!item.ok) return item; // closed and empty: nothing came
  const links = [{ context: item.value.sender }];
  const options = { attributes, links, startTime };
  tracer.startSpan('receive orders', options, ctx).end();
  return { value: item.value.drink, ok: true };
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
      const order = await receive(ctx);
      if (!order.ok) break;
      await sleep(25); // the work
      made += 1;
      console.log(`made ${order.value}`);
    }
    span.setAttribute('lab.drink.count', made);
  },
);
