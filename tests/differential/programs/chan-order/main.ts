// Values of one sender arrive in the order in which they were sent.
import { chan, go } from 'csp';

const ch = chan<number>();
go(async () => {
  for (let i = 0; i < 5; i += 1) await ch.send(i);
  ch.close();
});
for await (const v of ch) console.log(v);
