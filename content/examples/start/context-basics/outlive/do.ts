import { background, sleep, withCancel } from 'csp';
import { withoutCancel, withTimeout, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

/** The books must be right, whoever leaves. */
async function writeReceipt(ctx: Context): Promise<void> {
  await inSpan(ctx, tracer, 'write receipt', async (inner) => {
    await sleep(15, inner);
    console.log('the receipt is in the books');
  });
}

async function serve(ctx: Context): Promise<void> {
  try {
    await sleep(50, ctx); // the work
  } finally {
    // The same span, without its end; and an end of its own.
    const apart = withoutCancel(ctx);
    const [last, cancel] = withTimeout(apart, 100);
    await writeReceipt(last).finally(cancel);
  }
}

const [guest, leave] = withCancel(background());
setTimeout(leave, 30);
try {
  await inSpan(guest, tracer, 'serve order', serve);
} catch (error) {
  console.log(`not served: ${String(error)}`);
}
