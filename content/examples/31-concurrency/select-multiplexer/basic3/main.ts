import { background, chan, nilChan, recv, select } from 'csp';
import { go, sleep, type Context } from 'csp';
import type { Span } from '@opentelemetry/api';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

/** Sends a drink every `ms` milliseconds, then closes. */
function orders(ms: number, drinks: readonly string[]) {
  const out = chan<string>();
  go(async () => {
    for (const drink of drinks) {
      await sleep(ms);
      await out.send(drink);
    }
    out.close();
  });
  return out;
}

const work = (): Promise<void> => sleep(5);

async function listen(ctx: Context, span: Span): Promise<void> {
  let counter = orders(10, ['espresso', 'mocha']);
  let phone = orders(25, ['tea', 'latte', 'chai']);
  let turns = 0;
  for (let open = 2; open > 0; turns += 1) {
    const order = await select({
      counter: recv(counter),
      phone: recv(phone),
    });
    if (order.ok) {
      const attributes = { 'lab.channel.name': order.case };
      await inSpan(ctx, tracer, 'make drink', work, { attributes });
      continue;
    }
    // A closed channel is always ready. A nil channel never is.
    if (order.case === 'counter') counter = nilChan();
    else phone = nilChan();
    open -= 1;
  }
  span.setAttribute('lab.select.count', turns);
}

await inSpan(background(), tracer, 'serve both queues', listen);
