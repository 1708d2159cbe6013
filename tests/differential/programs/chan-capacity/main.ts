// A send on a buffered channel waits only while the buffer is full.
import { chan, go, sleep } from 'csp';

const start = Date.now();
const ch = chan<number>(2);
console.log('len', ch.length, 'cap', ch.capacity);
go(async () => {
  await sleep(30);
  await ch.receive();
});
for (let i = 0; i < 3; i += 1) {
  await ch.send(i);
  console.log('sent', i, 'at', Date.now() - start, 'ms, len', ch.length);
}
