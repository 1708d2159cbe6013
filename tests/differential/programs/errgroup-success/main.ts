// Without an error the context lives until Wait returns, and is canceled then.
import { background, cause, errGroup } from 'csp';

const [group, ctx] = errGroup(background());
await group.go(() => undefined);
await group.go(() => {
  const error = ctx.err();
  if (error) throw error;
});
await group.wait();
console.log(true, ctx.err()?.message, cause(ctx)?.message);
