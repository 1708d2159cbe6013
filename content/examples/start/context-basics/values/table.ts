import { withValue, type Context } from 'csp';

// A key that nobody else can have, so no two modules ever meet.
const TABLE = Symbol('table');

/** A context for one table. */
export function atTable(ctx: Context, table: number): Context {
  return withValue(ctx, TABLE, table);
}

/** The table of a context; undefined if it is for none. */
export function tableOf(ctx: Context): number | undefined {
  const table = ctx.value(TABLE);
  return typeof table === 'number' ? table : undefined;
}
