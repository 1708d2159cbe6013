// A panic in a function of AfterFunc ends the program, as in any goroutine.
import { afterFunc, background, select, withCancel } from 'csp';

const [ctx, cancel] = withCancel(background());
afterFunc(ctx, () => {
  throw new Error('no way to clean up');
});
console.log('canceling');
cancel();
await select({});
