import { background, sleep, withTimeout, type Context } from 'csp';
import { inSpan, tracerFor } from 'telemetry';

const tracer = tracerFor('coffee-bar');

interface Step {
  readonly name: string;
  readonly takes: number; // ms
  readonly may: number; // ms
}

/** Does a step that may take so long, if there is so much left. */
async function run(parent: Context, step: Step): Promise<void> {
  const [ctx, cancel] = withTimeout(parent, step.may);
  const end = ctx.deadline()?.getTime() ?? 0;
  const left = (end - Date.now()) / 1_000;
  const attributes = { 'lab.deadline.remaining': left };
  const work = (inner: Context) => sleep(step.takes, inner);
  try {
    await inSpan(ctx, tracer, step.name, work, { attributes });
  } catch (error) {
    console.log(`${step.name}: ${String(error)}`);
  } finally {
    cancel();
  }
}

async function serve(ctx: Context): Promise<void> {
  await run(ctx, { name: 'grind', takes: 30, may: 50 });
  await run(ctx, { name: 'steam milk', takes: 60, may: 40 });
  await run(ctx, { name: 'brew', takes: 50, may: 500 });
  await run(ctx, { name: 'pour', takes: 5, may: 20 });
  const over = ctx.err();
  if (over) throw over; // the whole order is too late
}

// The guest has 100 ms. Nobody below can make it more.
const [guest, cancel] = withTimeout(background(), 100);
try {
  await inSpan(guest, tracer, 'serve order', serve);
} catch (error) {
  console.log(`serve order: ${String(error)}`);
} finally {
  cancel();
}
