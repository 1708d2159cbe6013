import { sleep, type Context } from 'csp';

export class OutOfStock extends Error {
  override readonly name = 'out_of_stock';
}

export class Jammed extends Error {
  override readonly name = 'grinder_jammed';
}

/** Works, and ends early when the guest leaves. */
export async function brew(ctx: Context): Promise<void> {
  await sleep(30, ctx);
}

/** Finds out that there is nothing to work with. */
export async function brewWithoutMilk(ctx: Context): Promise<void> {
  await sleep(10, ctx);
  throw new OutOfStock('no oat milk');
}

/** Jams the first time, as grinders do. */
export async function grind(
  ctx: Context,
  attempt: number,
): Promise<void> {
  await sleep(15, ctx);
  if (attempt === 1) throw new Jammed('a bean is stuck');
}
