// Two goroutines that each wait for the other are a deadlock.
import { chan, go } from 'csp';

const a = chan<number>();
const b = chan<number>();
go(async () => {
  await a.send(1);
  await b.receive();
});
await b.send(2);
console.log('never', (await a.receive()).value);
