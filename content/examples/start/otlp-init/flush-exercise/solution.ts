import { SpanStatusCode } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { background, type Context, sleep, withSpan } from 'csp';
import { orders } from './inputs.ts';
import { provider } from './tracing.ts';

type Order = (typeof orders)[number];
const tracer = provider.getTracer('coffee-bar');

/** Throws a RangeError when something is missing. */
async function make(order: Order): Promise<void> {
  await sleep(order.ms);
  if (order.missing) throw new RangeError(`out of ${order.missing}`);
}

async function processOrder(
  ctx: Context,
  order: Order,
): Promise<void> {
  const span = tracer.startSpan('process order', {}, ctx);
  try {
    await make(order);
  } catch (error) {
    const { name, message } = error as Error;
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.setAttribute(ATTR_ERROR_TYPE, name);
    throw error;
  } finally {
    span.end();
  }
}

const shift = tracer.startSpan('shift');
const ctx = withSpan(background(), shift);
let taken = 0;
try {
  for (const order of orders) {
    taken += 1;
    shift.setAttribute('lab.order.count', taken);
    await processOrder(ctx, order);
  }
} finally {
  // The last span ends first, then everything is handed over.
  shift.end();
  await provider.shutdown();
}
