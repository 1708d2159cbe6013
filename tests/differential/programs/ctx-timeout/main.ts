// A timeout ends the context by itself, with DeadlineExceeded; a cancel that comes later changes nothing.
import { background, cause, withTimeout } from 'csp';

const start = Date.now();
const [ctx, cancel] = withTimeout(background(), 50);
console.log(ctx.err() ?? '<nil>');
await ctx.done.receive();
console.log(ctx.err()?.message, 'after', Date.now() - start);
cancel();
console.log(ctx.err()?.message, cause(ctx)?.message);
