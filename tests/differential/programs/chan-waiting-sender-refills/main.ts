// A receive from a full buffer lets the sender that waited longest put its value at the end, at once.
import { chan, go, sleep } from 'csp';

const ch = chan<string>(1);
await ch.send('first');
go(() => ch.send('second'));
await sleep(1);
go(() => ch.send('third'));
await sleep(1);
for (let i = 0; i < 3; i += 1) {
  const { value } = await ch.receive();
  console.log(value, ch.length);
}
