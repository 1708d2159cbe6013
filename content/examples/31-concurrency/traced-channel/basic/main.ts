import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { tracedChan } from './traced.ts';

const tracer = tracerFor('coffee-bar');
const orders = tracedChan<string>(tracer, 'orders', 2);
const menu = ['espresso', 'flat white', 'mocha', 'tea', 'cortado'];

async function takeOrders(ctx: Context): Promise<void> {
  for (const drink of menu) {
    await sleep(10); // the customer chooses
    await orders.send(ctx, drink);
  }
  orders.close();
}

async function makeDrinks(ctx: Context): Promise<void> {
  for (;;) {
    const order = await orders.receive(ctx);
    if (!order.ok) return; // closed and empty
    await sleep(25); // the work
    console.log(`made ${order.value}`);
  }
}

// Two tasks, a trace each; the links say what belongs together.
const bar = new WaitGroup();
bar.go(() => inSpan(background(), tracer, 'take orders', takeOrders));
bar.go(() => inSpan(background(), tracer, 'make drinks', makeDrinks));
await bar.wait();
