import { SpanKind, type Link } from '@opentelemetry/api';
import { background, chan, sleep, WaitGroup, withSpan } from 'csp';
import type { Context } from 'csp';
import { tracerFor } from 'telemetry';

const till = tracerFor('till');
const bar = tracerFor('coffee-bar');
const kitchen = tracerFor('kitchen');
const queue = chan<Link>(8); // what travels with each message

/** Takes an order and answers before anything is made. */
async function acceptOrder(ctx: Context): Promise<void> {
  const server = { kind: SpanKind.SERVER };
  const span = bar.startSpan('POST /orders', server, ctx);
  const inside = withSpan(ctx, span);
  const price = bar.startSpan('compute price', {}, inside);
  await sleep(10);
  price.end();
  const producer = { kind: SpanKind.PRODUCER };
  const send = bar.startSpan('send orders', producer, inside);
  await queue.send({ context: send.spanContext() });
  await sleep(5); // the broker confirms
  send.end();
  span.end();
}

async function processOrder(): Promise<void> {
  const { value: sender } = await queue.receive();
  await sleep(40); // nobody has time just now
  const links = sender ? [sender] : [];
  const consumer = { kind: SpanKind.CONSUMER, links };
  const span = kitchen.startSpan('process orders', consumer);
  await sleep(90); // the work
  span.end();
}

const staff = new WaitGroup();
staff.go(processOrder);
const client = { kind: SpanKind.CLIENT };
const call = till.startSpan('POST', client);
await sleep(5); // the way there
await acceptOrder(withSpan(background(), call));
await sleep(5); // and back
call.end();
await staff.wait();
