import { background, sleep, withCancel } from 'csp';
import { inSpan, tracerFor } from 'telemetry';
import { guests } from './inputs.ts';

type Guest = (typeof guests)[number];
const tracer = tracerFor('coffee-bar');

async function grind(guest: Guest): Promise<void> {
  await inSpan(background(), tracer, 'grind', () =>
    sleep(guest.grindMs),
  );
}

async function makeDrink(guest: Guest): Promise<void> {
  await inSpan(background(), tracer, 'make drink', async () => {
    await grind(guest);
    await sleep(guest.brewMs);
  });
}

async function takeOrder(guest: Guest): Promise<void> {
  await inSpan(background(), tracer, 'take order', async () => {
    await sleep(10);
    await makeDrink(guest);
  });
}

async function writeReceipt(): Promise<void> {
  await inSpan(background(), tracer, 'write receipt', () => sleep(5));
}

async function visit(guest: Guest): Promise<void> {
  const [ctx, leave] = withCancel(background());
  const attributes = { 'lab.guest.patience': guest.patience };
  const serve = async (): Promise<void> => {
    await takeOrder(guest).finally(() => writeReceipt());
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
