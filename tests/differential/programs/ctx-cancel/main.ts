// A canceled context is done for good, its error is context.Canceled, and to cancel again changes nothing.
import { background, canceled, cause, withCancel } from 'csp';

const [ctx, cancel] = withCancel(background());
console.log(ctx.err() ?? '<nil>', cause(ctx) ?? '<nil>');
cancel();
cancel();
const { ok } = await ctx.done.receive();
console.log(ok, ctx.err()?.message, cause(ctx) === canceled);
