// Receivers that wait are served in the order in which they came.
import { chan, sleep, WaitGroup } from 'csp';

const ch = chan<string>();
const got: (string | undefined)[] = [];
const group = new WaitGroup();
for (let i = 0; i < 3; i += 1) {
  group.go(async () => {
    got[i] = (await ch.receive()).value;
  });
  await sleep(1);
}
for (const v of ['first', 'second', 'third']) await ch.send(v);
await group.wait();
for (const [i, v] of got.entries()) console.log(i, v);
