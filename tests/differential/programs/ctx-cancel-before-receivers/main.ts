// When done closes, the error is there already, here and below.
import { background, WaitGroup, withCancel } from 'csp';

const [ctx, cancel] = withCancel(background());
const [child] = withCancel(ctx);
const group = new WaitGroup();
const seen: (string | undefined)[] = [];
for (const [i, one] of [ctx, child].entries()) {
  group.go(async () => {
    await one.done.receive();
    seen[i] = one.err()?.message;
  });
}
cancel();
console.log('after cancel:', ctx.err()?.message, '/', child.err()?.message);
await group.wait();
console.log(seen[0], '/', seen[1]);
