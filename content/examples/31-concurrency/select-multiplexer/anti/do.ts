import { recv, select } from 'csp';
import { inSpan } from 'telemetry';
import { app, counter, phone } from './shop.ts';
import { make, openingHours, received, tracer } from './shop.ts';

await inSpan(openingHours, tracer, 'work', async (ctx, span) => {
  let made = 0;
  for (;;) {
    const startTime = Date.now();
    const order = await select({
      counter: recv(counter),
      phone: recv(phone),
      app: recv(app),
      done: recv(ctx.done),
    });
    if (!order.ok) break; // closing time
    received(ctx, order.case, startTime);
    await make(ctx, order.value);
    made += 1;
  }
  span.setAttribute('lab.drink.count', made);
});
