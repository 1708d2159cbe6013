// Wait gives the first error, after all have ended; that error cancels the context and is its cause.
import { background, cause, errGroup, sleep } from 'csp';

const start = Date.now();
const [group, ctx] = errGroup(background());
for (const ms of [30, 10, 20]) {
  await group.go(async () => {
    await sleep(ms);
    throw new Error(`failed at ${ms}`);
  });
}
await ctx.done.receive();
console.log('canceled at', Date.now() - start, ctx.err()?.message, 'because', cause(ctx)?.message);
try {
  await group.wait();
} catch (error) {
  if (error instanceof Error) console.log(error.message, 'known at', Date.now() - start);
}
