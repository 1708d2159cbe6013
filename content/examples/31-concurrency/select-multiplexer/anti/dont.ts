import type { Context, ReceiveChannel } from 'csp';
import { inSpan } from 'telemetry';
import { app, counter, phone } from './shop.ts';
import { make, openingHours, received, tracer } from './shop.ts';

async function receive(
  ctx: Context,
  name: string,
  queue: ReceiveChannel<string>,
): Promise<string | undefined> {
  const startTime = Date.now();
  const { value, ok } = await queue.receive();
  if (ok) received(ctx, name, startTime);
  return value;
}

await inSpan(openingHours, tracer, 'work', async (ctx, span) => {
  let made = 0;
  for (;;) {
    const drink = await Promise.race([
      receive(ctx, 'counter', counter),
      receive(ctx, 'phone', phone),
      receive(ctx, 'app', app),
      receive(ctx, 'done', ctx.done),
    ]);
    if (drink === undefined) break; // closing time
    await make(ctx, drink);
    made += 1;
  }
  span.setAttribute('lab.drink.count', made);
});
