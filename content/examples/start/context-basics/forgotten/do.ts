import { background, sleep, withCancel, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

async function askBank(ctx: Context): Promise<void> {
  await inSpan(ctx, tracer, 'ask bank', async (inner) => {
    await sleep(200, inner);
    console.log('the card was charged');
  });
}

async function pay(ctx: Context): Promise<void> {
  await inSpan(ctx, tracer, 'pay', askBank);
}

async function makeDrink(ctx: Context): Promise<void> {
  const brew = (inner: Context) => sleep(50, inner);
  await inSpan(ctx, tracer, 'make drink', brew);
}

async function serve(ctx: Context): Promise<void> {
  await pay(ctx);
  await makeDrink(ctx);
}

const [guest, leave] = withCancel(background());
setTimeout(leave, 30); // she changes her mind
try {
  await inSpan(guest, tracer, 'serve order', serve);
} catch (error) {
  console.log(`not served: ${String(error)}`);
}
