import { background, sleep, WaitGroup } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { meteredChan } from './metered.ts';

const tracer = tracerFor('coffee-bar');
const orders = meteredChan<string>('orders', 2);
const menu = ['espresso', 'mocha', 'tea', 'latte', 'cortado', 'chai'];

async function takeOrders(): Promise<void> {
  for (const drink of menu) {
    await sleep(10); // the customer chooses
    await orders.send(drink);
  }
}

async function makeFour(): Promise<void> {
  for (let made = 0; made < 4; made += 1) {
    const order = await orders.receive();
    await sleep(50); // the work
    console.log(`made ${order.value}`);
  }
}

const bar = new WaitGroup();
bar.go(() => inSpan(background(), tracer, 'take orders', takeOrders));
bar.go(() => inSpan(background(), tracer, 'make drinks', makeFour));
await bar.wait();
