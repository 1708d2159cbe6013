import { background, sleep, WaitGroup, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { loggerFor, SeverityNumber } from 'telemetry/logs';
import { Jam, orders, type Order } from './orders.ts';

const { INFO, ERROR } = SeverityNumber;
const tracer = tracerFor('coffee-bar');
const logger = loggerFor('coffee-bar');

// Whose turn it is: noted when an order begins.
let current = background();

function say(body: string, order: Order, level = INFO): void {
  const attributes = { 'lab.drink': order.drink };
  const record = { body, severityNumber: level, attributes };
  logger.emit({ ...record, context: current });
}

async function serve(order: Order): Promise<void> {
  const attributes = { 'lab.drink': order.drink };
  const work = async (ctx: Context): Promise<void> => {
    current = ctx;
    say('order taken', order);
    await sleep(order.ms);
    if (order.jams) {
      say('grinder jammed', order, ERROR);
      throw new Jam('no drink');
    }
    say('drink ready', order);
  };
  const options = { attributes };
  await inSpan(background(), tracer, 'serve order', work, options);
}

const bar = new WaitGroup();
for (const order of orders) {
  bar.go(async () => {
    await sleep(order.at);
    await serve(order).catch(() => {}); // the trace has it
  });
}
await bar.wait();
