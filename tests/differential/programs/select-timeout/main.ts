// With a timer among its cases a select waits no longer than that.
import { after, chan, go, recv, select, sleep } from 'csp';

const start = Date.now();
const ch = chan<string>(1);
go(async () => {
  await sleep(30);
  await ch.send('late');
});
for (let i = 0; i < 2; i += 1) {
  const r = await select({ ch: recv(ch), timeout: recv(after(20)) });
  console.log(r.case === 'ch' ? r.value : 'timeout', Date.now() - start);
}
