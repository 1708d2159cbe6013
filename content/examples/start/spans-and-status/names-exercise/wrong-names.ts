import { SpanStatusCode } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { background, sleep, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { orders } from './inputs.ts';

type Order = (typeof orders)[number];
const tracer = tracerFor('coffee-bar');

/** Throws a RangeError when something is missing. */
async function make(order: Order): Promise<void> {
  await sleep(order.ms);
  if (order.missing) throw new RangeError(`no ${order.missing}`);
}

/** Whether the order could be made. */
async function serve(ctx: Context, order: Order): Promise<boolean> {
  const attributes = {
    'lab.order.id': order.id,
    'lab.order.table': order.table,
    'lab.order.drink': order.drink,
  };
  const name = `make drink ${order.id}`;
  const span = tracer.startSpan(name, { attributes }, ctx);
  try {
    await make(order);
    return true;
  } catch (error) {
    const { name, message } = error as Error;
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.setAttribute(ATTR_ERROR_TYPE, name);
    return false;
  } finally {
    span.end();
  }
}

await inSpan(background(), tracer, 'shift', async (ctx, shift) => {
  let failed = 0;
  for (const order of orders) {
    if (!(await serve(ctx, order))) failed += 1;
  }
  shift.setAttribute('lab.order.count', orders.length);
  shift.setAttribute('lab.order.failed', failed);
});
