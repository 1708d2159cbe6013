// Senders that wait are served in the order in which they came.
import { chan, go, sleep } from 'csp';

const ch = chan<number>();
for (let i = 0; i < 4; i += 1) {
  go(() => ch.send(i));
  await sleep(1);
}
for (let i = 0; i < 4; i += 1) console.log((await ch.receive()).value);
