import { background, chan, sleep, WaitGroup } from 'csp';
import type { Channel, Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

export const tracer = tracerFor('coffee-bar');

export interface Order {
  readonly id: string;
  /** The context of the submit span. */
  readonly ctx: Context;
  readonly ready: Channel<string>;
}

export const orders = chan<Order>(10);

export async function make(order: Order): Promise<void> {
  await sleep(25); // the work
  await order.ready.send(order.id);
}

/** A guest orders so many drinks and waits for all of them. */
async function visit(guest: string, drinks: number): Promise<void> {
  const attributes = { 'lab.guest.id': guest };
  const wait = async (ctx: Context): Promise<void> => {
    const ready = chan<string>(drinks);
    for (let n = 1; n <= drinks; n += 1) {
      const id = `${guest}${n}`;
      await inSpan(ctx, tracer, 'submit', (inner) =>
        orders.send({ id, ctx: inner, ready }),
      );
    }
    for (let n = 1; n <= drinks; n += 1) await ready.receive();
  };
  await inSpan(background(), tracer, 'visit', wait, {
    attributes,
  });
}

/** Guest a orders three drinks, b one, 5 ms later. */
export async function guests(): Promise<void> {
  const queue = new WaitGroup();
  queue.go(() => visit('a', 3));
  await sleep(5);
  queue.go(() => visit('b', 1));
  await queue.wait();
  orders.close();
}
