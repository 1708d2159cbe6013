// A goroutine that can still run when main returns, and ends without waiting for time, has not leaked.
import { chan, go } from 'csp';

const ch = chan<number>(1);
go(async () => {
  for await (const v of ch) console.log('got', v);
});
await ch.send(1);
ch.close();
