// A close wakes every receiver that waits, each with ok false.
import { chan, go, sleep } from 'csp';

const ch = chan<number>();
const woken = chan<boolean>();
for (let i = 0; i < 3; i += 1) {
  go(async () => {
    const { ok } = await ch.receive();
    await woken.send(ok);
  });
}
await sleep(5);
ch.close();
for (let i = 0; i < 3; i += 1) console.log((await woken.receive()).value);
