// A send on an unbuffered channel is over when a receiver has taken the value, not before.
import { chan, go, sleep } from 'csp';

const start = Date.now();
const ch = chan<string>();
const over = chan<number>();
go(async () => {
  await ch.send('hello');
  await over.send(Date.now() - start);
});
await sleep(20);
console.log((await ch.receive()).value);
console.log('sent after', (await over.receive()).value, 'ms');
