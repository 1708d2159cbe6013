import { background, go, sleep, withCancel, withTimeout } from 'csp';
import type { Context } from 'csp';
import { brew, brewWithoutMilk, grind } from './bar.ts';
import { traced } from './traced.ts';

type Work = (ctx: Context) => Promise<void>;

/** Grinds a second time when the first has failed. */
async function espresso(ctx: Context): Promise<void> {
  try {
    await traced(ctx, 'grind', (inner) => grind(inner, 1));
  } catch {
    await traced(ctx, 'grind', (inner) => grind(inner, 2));
  }
  await brew(ctx);
}

async function serve(ctx: Context, work: Work): Promise<void> {
  try {
    await traced(ctx, 'serve order', work);
    console.log('served');
  } catch (error) {
    console.log(`not served: ${String(error)}`);
  }
}

await serve(background(), brew); // 1: all is well
await serve(background(), brewWithoutMilk); // 2: it cannot be made

const [leaving, leave] = withCancel(background());
go(async () => {
  await sleep(10);
  leave(); // 3: the guest changes her mind
});
await serve(leaving, brew);

const [late, stop] = withTimeout(background(), 20);
await serve(late, brew); // 4: nobody cancels, it takes too long
stop();
await serve(background(), espresso); // 5: saved by a second try
