// As long as somebody sleeps there is no deadlock; when all have woken and main still waits, there is.
import { chan, go, sleep } from 'csp';

const ch = chan<number>();
go(async () => {
  await sleep(20);
  console.log('woke, and sends nothing');
});
await ch.receive();
