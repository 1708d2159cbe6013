import { SpanStatusCode } from '@opentelemetry/api';
import { ATTR_ERROR_TYPE } from '@opentelemetry/semantic-conventions';
import { tracerFor } from 'telemetry';
import { brew, orders, pay, type Order } from './bar.ts';

const tracer = tracerFor('coffee-bar');

async function serve(order: Order): Promise<void> {
  const span = tracer.startSpan('serve order');
  try {
    await pay(order);
    span.setStatus({ code: SpanStatusCode.OK }); // it is paid
    await brew(order);
    console.log(`${order.drink}: served`);
  } catch (error) {
    const { name, message } = error as Error;
    span.setStatus({ code: SpanStatusCode.ERROR, message });
    span.setAttribute(ATTR_ERROR_TYPE, name);
    console.log(`${order.drink}: ${message}`);
  } finally {
    span.end();
  }
}

for (const order of orders) await serve(order);
