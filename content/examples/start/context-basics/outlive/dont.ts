import { background, sleep, withCancel, type Context } from 'csp';
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
    await writeReceipt(ctx);
  }
}

const [guest, leave] = withCancel(background());
setTimeout(leave, 30);
try {
  await inSpan(guest, tracer, 'serve order', serve);
} catch (error) {
  console.log(`not served: ${String(error)}`);
}
