import { background, sleep, withCancel, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { guests } from './inputs.ts';

type Guest = (typeof guests)[number];
const tracer = tracerFor('coffee-bar');

async function grind(ctx: Context, guest: Guest): Promise<void> {
  await inSpan(ctx, tracer, 'grind', (inner) =>
    sleep(guest.grindMs, inner),
  );
}

async function makeDrink(ctx: Context, guest: Guest): Promise<void> {
  await inSpan(ctx, tracer, 'make drink', async (inner) => {
    await grind(inner, guest);
    await sleep(guest.brewMs, inner);
  });
}

async function takeOrder(ctx: Context, guest: Guest): Promise<void> {
  await inSpan(ctx, tracer, 'take order', async (inner) => {
    await sleep(10, inner);
    await makeDrink(inner, guest);
  });
}

async function writeReceipt(ctx: Context): Promise<void> {
  await inSpan(ctx, tracer, 'write receipt', (inner) =>
    sleep(5, inner),
  );
}

async function visit(guest: Guest): Promise<void> {
  const [ctx, leave] = withCancel(background());
  const attributes = { 'lab.guest.patience': guest.patience };
  const serve = async (inner: Context): Promise<void> => {
    await takeOrder(inner, guest).finally(() => writeReceipt(inner));
  };
  const timer = setTimeout(leave, guest.patience);
  try {
    await inSpan(ctx, tracer, 'visit', serve, { attributes });
  } catch {
    console.log('a guest has left');
  } finally {
    clearTimeout(timer);
  }
}

for (const guest of guests) await visit(guest);
