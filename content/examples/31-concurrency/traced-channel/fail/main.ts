import {
  background,
  canceled,
  type Context,
  isError,
  sleep,
  WaitGroup,
  withCancel,
} from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { tracedChan } from './traced.ts';

const tracer = tracerFor('coffee-bar');
const orders = tracedChan<string>(tracer, 'orders', 1);

async function takeOrders(ctx: Context): Promise<void> {
  await orders.send(ctx, 'espresso'); // fills the buffer
  await orders.send(ctx, 'mocha'); // waits: nobody receives
}

const [shift, cancel] = withCancel(background());
const bar = new WaitGroup();
bar.go(async () => {
  try {
    await inSpan(shift, tracer, 'take orders', takeOrders);
  } catch (error) {
    if (!isError(error, canceled)) throw error;
    console.log('stopped:', canceled.message);
  }
  orders.close();
});
await sleep(30);
cancel();
await bar.wait();

// The one who clears up finds one order, not two.
await inSpan(background(), tracer, 'clear up', async (ctx) => {
  for (;;) {
    const left = await orders.receive(ctx);
    if (!left.ok) return;
    console.log(`left over: ${left.value}`);
  }
});
