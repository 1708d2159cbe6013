// A close makes every send that waits on the channel panic.
import { chan, go, sleep } from 'csp';

const ch = chan<number>();
const failed = chan<string>();
for (let i = 0; i < 2; i += 1) {
  go(async () => {
    try {
      await ch.send(i);
    } catch (error) {
      if (error instanceof Error) await failed.send(error.message);
    }
  });
}
await sleep(5);
ch.close();
console.log((await failed.receive()).value);
console.log((await failed.receive()).value);
const { ok } = await ch.receive();
console.log('received anything:', ok);
